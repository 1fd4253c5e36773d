package org.superbill.coding.codefact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.superbill.coderules.CodeList;
import org.superbill.coderules.CodeListKind;
import org.superbill.coderules.NoteKind;
import org.superbill.coderules.NotedEntry;
import org.superbill.coderules.facts.Edition;

/** What ships of facts; {@code -Dsuperbill.generate=true} makes it anew of the official files. */
class ReferenceFactsTest {
    private static final Path ROOT = Path.of(System.getProperty("superbill.root", ".."));
    /** The official files lie beside the project on machines that have them. */
    private static final Path OFFICIAL = Path.of(System.getProperty("superbill.shared", ROOT + "/../shared/data"));

    @Test
    void whatShipsIsWhatTheOfficialFilesSay() throws IOException {
        for (var file : ReferenceFacts.OFFICIAL) {
            assumeTrue(Files.exists(OFFICIAL.resolve(file)), "Skipped: no official file " + file + " in " + OFFICIAL);
        }
        if (Boolean.getBoolean("superbill.generate")) {
            ReferenceFacts.main(new String[] {
                OFFICIAL.toString(),
                ROOT.resolve("coding-service/src/main/resources/reference/facts")
                        .toString()
            });
        }
        var made = ReferenceFacts.make(OFFICIAL);
        assertThat(ShippedEditions.FILES)
                .containsExactlyElementsOf(made.stream()
                        .map(edition -> "%s-%s.tsv.gz".formatted(edition.kind(), edition.label()))
                        .toList());
        for (var edition : made) {
            assertThat(shipped(edition.kind()).equals(edition))
                    .as(edition.kind() + ", row by row")
                    .isTrue();
        }
    }

    @Test
    void theTabularListHasItsNotes() {
        var list = shipped("icd-10-cm-tabular").tabular();
        assertThat(list.release()).isEqualTo("2021");
        assertThat(list.effectiveFrom()).isEqualTo("2020-10-01");
        assertThat(list.entries())
                .filteredOn(entry -> entry.level() == NotedEntry.Level.CODE)
                .hasSize(45_017);
        assertThat(list.entries())
                .filteredOn(entry -> entry.level() == NotedEntry.Level.CHAPTER)
                .hasSize(22);
        assertThat(list.entries().stream()
                        .flatMap(entry -> entry.notes().stream())
                        .filter(note -> note.kind() == NoteKind.EXCLUDES1))
                .hasSize(5_278 + 163);
        assertThat(list.entries().stream()
                        .filter(entry ->
                                entry.notes().stream().anyMatch(note -> note.kind() == NoteKind.SEVENTH_CHARACTER)))
                .hasSize(507);
    }

    @Test
    void theListsHaveTheirCodesAndAges() {
        assertThat(list("icd-10-cm-poa-exempt", CodeListKind.POA_EXEMPT).codes())
                .hasSize(38_349);
        var maternity = list("medicare-code-editor-conflicts", CodeListKind.MATERNITY);
        assertThat(maternity.source()).isEqualTo("Medicare Code Editor 41.1 (CMS)");
        assertThat(maternity.effectiveFrom()).isEqualTo("2024-04-01");
        assertThat(maternity.ages()).isEqualTo(new CodeList.Ages(9, 64));
        assertThat(maternity.codes()).hasSize(2_543);
        var unacceptable = list("medicare-code-editor-edits", CodeListKind.UNACCEPTABLE_PRINCIPAL);
        assertThat(unacceptable.effectiveFrom()).isEqualTo("2019-10-01");
        assertThat(unacceptable.codes()).hasSize(2_406).contains("Z23");
    }

    @Test
    void anEditionSurvivesItsShippedForm() {
        for (var file : ShippedEditions.FILES) {
            var edition = ShippedEditions.read(file);
            assertThat(Edition.read(edition.text()).equals(edition)).as(file).isTrue();
        }
    }

    private static CodeList list(String kind, CodeListKind list) {
        return shipped(kind).lists().stream()
                .filter(candidate -> candidate.kind() == list)
                .findFirst()
                .orElseThrow();
    }

    private static Edition shipped(String kind) {
        return shippedEditions().stream()
                .filter(edition -> edition.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    static List<Edition> shippedEditions() {
        return ShippedEditions.FILES.stream().map(ShippedEditions::read).toList();
    }
}
