package org.superbill.coding.cac;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.superbill.coding.notetext.NoteFormat;
import org.superbill.coding.notetext.NoteText;
import org.superbill.coding.visit.Procedure;
import org.superbill.coding.visit.Span;
import org.superbill.coding.visit.Visit;
import org.superbill.coding.visit.Visits;

/**
 * A table of notes. Each row: setting (I inpatient, O office with its procedures), sex and age; codes that are found and sure enough (somewhat under the threshold of organizations, for the confidence is fitted anew now and then) ("/": one of them; "x2"
 * behind a procedure: its units); beginnings of codes that are not; the note.
 */
final class NoteTable {
    private static final double THRESHOLD = 0.68;
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private NoteTable() {}

    static void holds(String table) {
        var wrong = new ArrayList<String>();
        for (var line : table.lines().toList()) {
            var row = Arrays.stream(line.split("\\|", 4)).map(String::strip).toList();
            var proposed = proposed(row.get(0).split(" "), row.get(3));
            var missed = words(row.get(1)).stream()
                    .filter(code -> Arrays.stream(code.split("/")).noneMatch(proposed::contains))
                    .toList();
            var extra = proposed.stream()
                    .filter(code -> words(row.get(2)).stream().anyMatch(code::startsWith))
                    .toList();
            if (!missed.isEmpty() || !extra.isEmpty()) {
                wrong.add("%s: missed %s, wrong %s".formatted(row.get(3), missed, extra));
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static List<String> words(String field) {
        return field.isEmpty() ? List.of() : List.of(field.split(" +"));
    }

    private static List<String> proposed(String[] known, String note) {
        var office = known[0].equals("O");
        var age = Integer.valueOf(known[2]);
        var proposals = CacTest.CAC
                .suggest(
                        NoteText.of(note, NoteFormat.TEXT),
                        new Encounter(
                                office ? Setting.OFFICE : Setting.INPATIENT,
                                DAY,
                                known[1].equals("F") ? Encounter.Sex.FEMALE : Encounter.Sex.MALE,
                                age),
                        THRESHOLD,
                        Cac.Learned.NOTHING)
                .proposals();
        var problems = proposals.stream()
                .map(proposal -> Visit.Problem.in(
                        note,
                        proposal.code(),
                        proposal.evidence().stream()
                                .map(place -> new Span(place.start(), place.end()))
                                .toList()))
                .toList();
        var procedures = office
                ? Visits.of(new Visit(note, DAY, age, null, null, false, problems)).stream()
                        .filter(procedure -> procedure.confidence() >= THRESHOLD)
                        .map(NoteTable::written)
                : Stream.<String>empty();
        return Stream.concat(proposals.stream().map(Proposal::code), procedures).toList();
    }

    private static String written(Procedure procedure) {
        return procedure.code()
                + (procedure.units() > 1 ? "x" + procedure.units() : "")
                + procedure.modifiers().stream().map(modifier -> "-" + modifier).reduce("", String::concat);
    }
}
