package org.superbill.coding.cac;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** Office visits with procedures that are easily taken for others, most of which nothing is known of: what is proposed must be right, much may be missing. */
class TrapNotesTest {
    private static final Path NOTES = Path.of("src/test/resources/cac/traps");
    private static final double THRESHOLD = 0.75;

    @Test
    void whatIsProposedIsOfTheVisit() throws IOException {
        var wrong = new ArrayList<String>();
        for (var note : GoldNote.all(NOTES)) {
            CodedVisit.codes(CacTest.CAC, note, THRESHOLD).stream()
                    .filter(code -> !note.procedures().contains(code))
                    .forEach(code -> wrong.add(note.id() + " " + code));
        }

        assertThat(wrong).isEmpty();
    }
}
