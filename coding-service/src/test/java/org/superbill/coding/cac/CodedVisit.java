package org.superbill.coding.cac;

import java.util.List;
import java.util.Optional;
import org.superbill.coding.notetext.NoteFormat;
import org.superbill.coding.notetext.NoteText;
import org.superbill.coding.visit.Procedure;
import org.superbill.coding.visit.Span;
import org.superbill.coding.visit.Visit;
import org.superbill.coding.visit.Visits;

/** The procedures that are proposed for a note of the sets, with the problems that the engine finds in it. */
final class CodedVisit {
    private CodedVisit() {}

    /** Numbers of CPT and HCPCS at a threshold, each once. */
    static List<String> codes(Cac cac, GoldNote note, double threshold) {
        return procedures(cac, note, threshold).stream()
                .filter(procedure -> procedure.confidence() >= threshold)
                .map(Procedure::code)
                .distinct()
                .toList();
    }

    /** Whatever their confidence; the threshold is for the problems that they go by. */
    static List<Procedure> procedures(Cac cac, GoldNote note, double threshold) {
        var problems = cac
                .suggest(NoteText.of(note.text(), NoteFormat.TEXT), note.encounter(), threshold, Cac.Learned.NOTHING)
                .proposals()
                .stream()
                .map(proposal -> Visit.Problem.in(
                        note.text(),
                        proposal.code(),
                        proposal.evidence().stream()
                                .map(place -> new Span(place.start(), place.end()))
                                .toList()))
                .toList();
        var visit =
                new Visit(note.text(), note.encounter().on(), note.encounter().ageYears(), null, null, false, problems);
        return Visits.of(visit);
    }

    /** The level of an office or preventive visit among codes. */
    static Optional<String> level(List<String> codes) {
        return codes.stream()
                .filter(code -> code.matches("9920[2-5]|9921[1-5]|9938[1-7]|9939[1-7]"))
                .findFirst();
    }
}
