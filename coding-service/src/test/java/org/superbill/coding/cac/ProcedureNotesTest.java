package org.superbill.coding.cac;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.superbill.coding.notetext.NoteFormat;
import org.superbill.coding.notetext.NoteText;
import org.superbill.coding.visit.Procedure;
import org.superbill.coding.visit.Span;
import org.superbill.coding.visit.Visit;
import org.superbill.coding.visit.Visits;

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
            for (var code : proposed(note)) {
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
            assertThat(procedures(note))
                    .as(note.id())
                    .allSatisfy(procedure -> assertThat(procedure.said())
                            .as(procedure.code())
                            .isNotEmpty()
                            .allSatisfy(place -> assertThat(place.end()).isGreaterThan(place.start())));
        }
    }

    private static List<String> proposed(GoldNote note) {
        return procedures(note).stream()
                .filter(procedure -> procedure.confidence() >= THRESHOLD)
                .map(Procedure::code)
                .toList();
    }

    private static List<Procedure> procedures(GoldNote note) {
        var problems = CacTest.CAC
                .suggest(NoteText.of(note.text(), NoteFormat.TEXT), note.encounter(), THRESHOLD, Cac.Learned.NOTHING)
                .proposals()
                .stream()
                .map(proposal -> Visit.Problem.in(note.text(), proposal.code(), places(proposal)))
                .toList();
        return Visits.of(new Visit(
                note.text(), note.encounter().on(), note.encounter().ageYears(), null, null, false, problems));
    }

    private static List<Span> places(Proposal proposal) {
        return proposal.evidence().stream()
                .map(place -> new Span(place.start(), place.end()))
                .toList();
    }
}
