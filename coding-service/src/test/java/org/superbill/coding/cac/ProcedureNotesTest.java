package org.superbill.coding.cac;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** Office visits with what was done at them, planned, declined and done elsewhere: what is proposed at the threshold that organizations start with. */
class ProcedureNotesTest {
    private static final Path NOTES = Path.of("src/test/resources/cac/procedures");
    private static final double THRESHOLD = 0.75;

    @Test
    void nineInTenProceduresAreRightAndFound() throws IOException {
        var wrong = new ArrayList<String>();
        var missed = new ArrayList<String>();
        var right = 0;
        for (var note : GoldNote.all(NOTES)) {
            var gold = new ArrayList<>(note.procedures());
            for (var code : CodedVisit.codes(CacTest.CAC, note, THRESHOLD)) {
                if (gold.remove(code)) {
                    right++;
                } else {
                    wrong.add(note.id() + " " + code);
                }
            }
            gold.forEach(code -> missed.add(note.id() + " " + code));
        }

        assertThat((double) right / (right + wrong.size()))
                .as("wrong %s", wrong)
                .isGreaterThan(0.9);
        assertThat((double) right / (right + missed.size()))
                .as("missed %s", missed)
                .isGreaterThan(0.9);
    }

    @Test
    void eachRestsOnWordsOfTheNote() throws IOException {
        for (var note : GoldNote.all(NOTES)) {
            assertThat(CodedVisit.procedures(CacTest.CAC, note, THRESHOLD))
                    .as(note.id())
                    .allSatisfy(procedure -> assertThat(procedure.said())
                            .as(procedure.code())
                            .isNotEmpty()
                            .allSatisfy(place -> assertThat(place.end()).isGreaterThan(place.start())));
        }
    }
}
