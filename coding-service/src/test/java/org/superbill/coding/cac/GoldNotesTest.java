package org.superbill.coding.cac;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The set of notes itself, and that the engine does not get worse on the half that it was tuned on. */
class GoldNotesTest {
    private static final Path NOTES = Path.of("src/test/resources/cac/notes");
    private static final Path CALIBRATION = Path.of("src/test/resources/cac/calibration");
    private static final double MORE_LIKELY_THAN_NOT = 0.5;
    private static final Path UNSEEN = Path.of("src/test/resources/cac/unseen");
    private static final Path VISITS = Path.of("src/test/resources/cac/visits");

    @Test
    void thereAreEnoughNotesOfEnoughSpecialtiesInBothHalves() throws IOException {
        var notes = GoldNote.all(NOTES);

        assertThat(notes).hasSizeGreaterThanOrEqualTo(120);
        assertThat(notes.stream()
                        .map(note -> note.id().replaceAll("-\\d+$", ""))
                        .distinct())
                .hasSizeGreaterThanOrEqualTo(10);
        assertThat(notes.stream().filter(GoldNote::isForReporting)).hasSizeGreaterThan(60);
    }

    @Test
    void everyGoldCodeIsBillableAndItsEvidenceStandsInTheNote() throws IOException {
        var book = ShippedBook.of("2026");
        for (var note : Stream.of(
                        GoldNote.all(NOTES), GoldNote.all(CALIBRATION), GoldNote.all(UNSEEN), GoldNote.all(VISITS))
                .flatMap(List::stream)
                .toList()) {
            for (var gold : note.gold()) {
                if (!gold.code().startsWith("CPT")) {
                    assertThat(book.isBillable(gold.code()))
                            .as(note.id() + " " + gold.code())
                            .isTrue();
                }
                assertThat(gold.evidence())
                        .as(note.id() + " " + gold.code())
                        .isNotEmpty()
                        .allSatisfy(words -> assertThat(note.text()).contains(words));
            }
        }
    }

    @Test
    void theTuningHalfIsCodedAsWellAsBefore() throws IOException {
        var notes = GoldNote.all(NOTES).stream()
                .filter(note -> !note.isForReporting())
                .toList();

        var measured = Measured.of(
                CacTest.CAC, notes, MORE_LIKELY_THAN_NOT); // what is found, whatever the confidence is fitted on

        assertThat(measured.precision()).isGreaterThan(0.91);
        assertThat(measured.f1()).isGreaterThan(0.9);
    }
}
