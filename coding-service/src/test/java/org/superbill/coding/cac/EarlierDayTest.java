package org.superbill.coding.cac;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.superbill.coding.notetext.NoteFormat;
import org.superbill.coding.notetext.NoteText;

/** Our words lead to the codes of the newest release: on the last day of an older one they lead to what was valid then. Source: CDC/NCHS, ICD-10-CM conversion table. */
class EarlierDayTest {
    private static final LocalDate LAST_OF_2025 = LocalDate.of(2025, 9, 30);
    private static final LocalDate FIRST_OF_2026 = LocalDate.of(2025, 10, 1);
    private static final Cac OF_2025 = new Cac(book("2025"));

    private static CodeBook book(String release) {
        try {
            return ShippedBook.of(release);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Multiple sclerosis., G35, G35D",
        "Relapsing-remitting multiple sclerosis., G35, G35A",
        "Assessment: multiple sclerosis on ocrelizumab., G35, G35D",
        "Right flank pain., R1084, R10A1",
        "Assessment: flank pain., R1084, R10A0",
    })
    void theCodeOfTheDayIsProposed(String note, String before, String after) {
        assertThat(suggested(OF_2025, LAST_OF_2025, note)).contains(before);
        assertThat(named(OF_2025, LAST_OF_2025, note))
                .noneMatch(code -> code.startsWith("G35A") || code.startsWith("R10A") || code.startsWith("G35D"));
        assertThat(named(CacTest.CAC, FIRST_OF_2026, note))
                .anyMatch(after::startsWith)
                .doesNotContain(before);
    }

    @Test
    void anObesityOfTheThirdClassWasAMorbidOneBeforeItsCodeWasMade() {
        var of2024 = new CodeBook(
                "2024",
                book("2025").entries().stream()
                        .filter(entry -> !entry.code().startsWith("E668"))
                        .toList());

        assertThat(suggested(new Cac(of2024), LocalDate.of(2024, 9, 30), "Class 3 obesity with BMI 45."))
                .contains("E6601", "Z6842");
    }

    /** A code that a rule names may be a header by then: one code under it is taken, of several none is chosen. */
    @Test
    void whatARuleNamesIsNeverProposedAsAHeader() {
        var note = "Sialorrhea and hypertensive emergency.";
        var split = new CodeBook(
                "later",
                Stream.concat(
                                book("2025").entries().stream()
                                        .filter(entry -> !entry.code().equals("I10")),
                                Stream.of(
                                        new CodeBook.Entry("I10", false, "Essential (primary) hypertension"),
                                        new CodeBook.Entry("I10A", true, "Essential hypertension, resistant"),
                                        new CodeBook.Entry("I10B", true, "Essential hypertension, other")))
                        .toList());

        assertThat(suggested(new Cac(split), LAST_OF_2025, note))
                .contains("I161")
                .doesNotContain("I10");
        assertThat(suggest(new Cac(split), LAST_OF_2025, note).abstentions())
                .filteredOn(abstention -> abstention.code().equals("I10"))
                .singleElement()
                .satisfies(abstention -> assertThat(abstention.missing()).isEqualTo("type or severity"));
    }

    private static List<String> suggested(Cac cac, LocalDate on, String note) {
        return suggest(cac, on, note).proposals().stream().map(Proposal::code).toList();
    }

    /** Proposed, or abstained on. */
    private static List<String> named(Cac cac, LocalDate on, String note) {
        var all = suggest(cac, on, note);
        return Stream.concat(
                        all.proposals().stream().map(Proposal::code),
                        all.abstentions().stream().map(Abstention::code))
                .toList();
    }

    private static Suggested suggest(Cac cac, LocalDate on, String note) {
        return cac.suggest(
                NoteText.of(note, NoteFormat.TEXT),
                new Encounter(Setting.INPATIENT, on, Encounter.Sex.FEMALE, 60),
                0,
                Cac.Learned.NOTHING);
    }
}
