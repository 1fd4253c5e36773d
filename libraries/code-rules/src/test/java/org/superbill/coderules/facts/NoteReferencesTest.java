package org.superbill.coderules.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.superbill.coderules.CodeRange;

class NoteReferencesTest {

    /** Notes of the tabular list of 2021 with the ranges that they name, parted by blanks. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tuberculous enteritis (A18.32)                                            | A18.32
            Clostridium difficile foodborne intoxication and infection (A04.7-)       | A04.7
            bacterial foodborne intoxications, NEC (A05.-)                            | A05
            Escherichia coli infection (A04.0-A04.4)                                  | A04.0-A04.4
            herpesviral encephalitis due to herpesvirus 6 and 7 (B10.01, B10.09)      | B10.01 B10.09
            malignant neoplasm of eyelid (skin) (C43.1-, C44.1-)                      | C43.1 C44.1
            neoplasms of uncertain behavior (D37-D44, D48)                            | D37-D44 D48
            localized abdominal pain (R10.1-R10.3-)                                   | R10.1-R10.3
            vertebral fracture (S12.0--S12.3-)                                        | S12.0-S12.3
            helminthiasis (B65.0 -B83.9)                                              | B65.0-B83.9
            code to identify drug abuse and dependence (F11.-F17.-)                   | F11-F17
            head injury (S00.- to S09.-)                                              | S00-S09
            code to identify any applicable history of disease code (Z86.-. Z87.-)    | Z86 Z87
            abscess of intestine with Crohn's disease (K50.014, K50.114,)             | K50.014 K50.114
            meconium passage (without aspiration) during delivery (P03.82 )           | P03.82
            carcinoma in situ of nose NOS D09.8                                       | D09.8
            injury to visual cortex S04.04-                                           | S04.04
            malignant neoplasm of skin of nose C44.301, C44.311, C44.321, C44.391)    | C44.301 C44.311 C44.321 C44.391
            gout (M1A.-, M10.-)                                                       | M1A M10
            """)
    void readsWhichCodesANoteNames(String note, String ranges) {
        assertThat(NoteReferences.of(note)).extracting(CodeRange::written).containsExactly(ranges.split(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            certain localized infections - see body system-related chapters
            meningitis (in):
            vitamin deficiency (B12)
            confirmed infection - code to infection
            """)
    void aNoteMayNameNone(String note) {
        assertThat(NoteReferences.of(note)).isEmpty();
    }

    /** Which codes are meant: the note, a code that it names, a code that it does not. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            escherichia coli infection (A04.0-A04.4)                                      | A044    | A045
            neoplasms (C00-C96)                                                           | C9690   | D000
            tuberculous enteritis (A18.32)                                                | A1832   | A1831
            diabetes with angiopathy (E08-E13 with .51-.52)                               | E1151   | E1165
            diabetes with angiopathy (E08-E13 with .51-.52)                               | E0852   | E0853
            neuralgic amyotrophy in diabetes (E08-E13 with .44)                           | E1144   | E1140
            ice-skater collision (V01-V09 with 5th character 9)                           | V0109XA | V0100XA
            open skull fracture (S02.- with 7th character B)                              | S020XXB | S020XXA
            meningitis (B27.- with fourth character 2)                                    | B272    | B2702
            poisoning (T36-T65 with fifth or sixth character 1-4 or 6)                    | T360X1A | T360X5A
            poisoning (T36-T65 with fifth or sixth character 1-4 or 6)                    | T45516A | T45515A
            code for adverse effect (T36-T50 with fifth or sixth character 5)             | T3695XA | T3691XA
            code for adverse effect (T36-T50 with fifth or six character 5)               | T45515A | T45516A
            mood disorders due to psychoactive substances (F10-F19 with .14, .24, .94)    | F1024   | F1034
            diabetes mellitus (E08-E13 with .69-)                                         | E1169   | E1165
            hallucinations in drug psychosis (F11-F19 with fifth to sixth characters 51)  | F12951  | F12950
            amnestic syndrome due to psychoactive substance use (F10-F19 with 5th character .6) | F1026 | F1024
            open fracture of shoulder and upper arm (S42.- with 7th character B or C)     | S42001B | S42001A
            poisoning due to salicylates (T39.0-, with sixth character 1-4)               | T39011A | T39015A
            fluency disorder following cerebrovascular disease (I69. with final characters -23) | I69323 | I69322
            """)
    void readsWhichCodesOfARangeAreMeant(String note, String named, String other) {
        var ranges = NoteReferences.of(note);
        assertThat(contains(ranges, named)).as(named).isTrue();
        assertThat(contains(ranges, other)).as(other).isFalse();
    }

    @Test
    void whatCannotBeReadMeansNoCode() {
        var ranges = NoteReferences.of("open fracture of elbow and forearm (S52.- with open fracture 7th character)");
        assertThat(ranges).extracting(CodeRange::written).containsExactly("S52");
        assertThat(contains(ranges, "S52001B")).isFalse();
    }

    private static boolean contains(List<CodeRange> ranges, String code) {
        return ranges.stream().anyMatch(range -> range.contains(code));
    }
}
