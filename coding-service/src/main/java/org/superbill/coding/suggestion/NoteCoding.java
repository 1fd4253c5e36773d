package org.superbill.coding.suggestion;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.cac.Cac;
import org.superbill.coding.cac.Encounter;
import org.superbill.coding.cac.Evidence;
import org.superbill.coding.cac.Proposal;
import org.superbill.coding.cac.Setting;
import org.superbill.coding.cac.Suggested;
import org.superbill.coding.codesystem.CodeSystem;
import org.superbill.coding.codingpolicy.CodingPolicies;
import org.superbill.coding.notetext.NoteFormat;
import org.superbill.coding.notetext.NoteText;
import org.superbill.coding.visit.Procedure;
import org.superbill.coding.visit.Visit;
import org.superbill.coding.visit.Visits;

/** Reads the notes of a request with the engine of its day. */
@ApplicationScoped
class NoteCoding {
    private static final int AROUND = 60;

    private final Engines engines;
    private final CodingPolicies policies;

    NoteCoding(Engines engines, CodingPolicies policies) {
        this.engines = engines;
        this.policies = policies;
    }

    CodeSuggestionsView read(NotesRequest request, LocalDate on, Cac.Learned learned) {
        var engine = engines.on(on);
        var threshold = request.threshold() == null
                ? policies.current().thresholds().suggestionConfidence().doubleValue()
                : request.threshold();
        var encounter = new Encounter(
                Setting.valueOf(request.setting().name()),
                on,
                request.sex() == null
                        ? null
                        : Encounter.Sex.valueOf(request.sex().name()),
                request.ageYears());
        var proposed = new ArrayList<ProposedCode>();
        var abstained = new ArrayList<AbstainedCode>();
        for (var i = 0; i < request.notes().size(); i++) {
            var sent = request.notes().get(i);
            var text = NoteText.of(sent.text(), NoteFormat.valueOf(sent.format().name()));
            var suggested = engine.cac().suggest(text, encounter, threshold, learned);
            add(proposed, abstained, suggested, i);
            visit(request, on, text, suggested, i, threshold).forEach(code -> addOnce(proposed, code));
        }
        abstained.removeIf(
                code -> proposed.stream().anyMatch(other -> other.code().equals(code.code())));
        return new CodeSuggestionsView(engine.cac().release(), threshold, proposed, abstained, engine.warnings());
    }

    private static void add(List<ProposedCode> proposed, List<AbstainedCode> abstained, Suggested suggested, int note) {
        for (var proposal : suggested.proposals()) {
            addOnce(proposed, view(proposal, note));
        }
        for (var abstention : suggested.abstentions()) {
            abstained.add(new AbstainedCode(
                    CodeSystem.ICD_10_CM.display(abstention.code()),
                    abstention.title(),
                    abstention.confidence(),
                    places(abstention.evidence(), note),
                    abstention.reason(),
                    abstention.missing(),
                    abstention.query()));
        }
    }

    /** A code that several notes support is one code with the evidence of all. */
    private static void addOnce(List<ProposedCode> proposed, ProposedCode code) {
        for (var i = 0; i < proposed.size(); i++) {
            var known = proposed.get(i);
            if (known.system().equals(code.system()) && known.code().equals(code.code())) {
                var evidence = new ArrayList<>(known.evidence());
                evidence.addAll(code.evidence());
                var better = known.confidence() >= code.confidence() ? known : code;
                proposed.set(i, with(better, evidence));
                return;
            }
        }
        proposed.add(code);
    }

    private static ProposedCode with(ProposedCode code, List<Place> evidence) {
        return new ProposedCode(
                code.system(),
                code.code(),
                code.title(),
                code.modifiers(),
                code.units(),
                code.confidence(),
                evidence.stream()
                        .sorted(Comparator.comparingInt(Place::note).thenComparingInt(Place::start))
                        .toList(),
                code.why(),
                code.source(),
                code.missing());
    }

    private static ProposedCode view(Proposal proposal, int note) {
        return new ProposedCode(
                proposal.system(),
                CodeSystem.ICD_10_CM.display(proposal.code()),
                proposal.title(),
                List.of(),
                1,
                proposal.confidence(),
                places(proposal.evidence(), note),
                proposal.why(),
                proposal.source(),
                proposal.missing());
    }

    private static List<Place> places(List<Evidence> evidence, int note) {
        return evidence.stream()
                .map(place -> new Place(note, place.start(), place.end(), place.section(), place.text()))
                .toList();
    }

    /** The level of a visit, vaccines and what was done: of office notes only. */
    private static List<ProposedCode> visit(
            NotesRequest request, LocalDate on, NoteText text, Suggested suggested, int note, double threshold) {
        if (request.setting() != NotesRequest.Setting.OFFICE && request.setting() != NotesRequest.Setting.TELEHEALTH) {
            return List.of();
        }
        var problems = suggested.proposals().stream()
                .map(proposal -> new Visit.Problem(
                        proposal.code(), around(request.notes().get(note).text(), proposal)))
                .toList();
        var visit = new Visit(
                text.text(),
                on,
                request.ageYears(),
                request.lastSeenOn(),
                request.newPatient(),
                Boolean.TRUE.equals(request.medicare()),
                problems);
        return Visits.of(visit).stream()
                .filter(procedure -> procedure.confidence() >= threshold)
                .map(procedure -> view(procedure, text, note))
                .toList();
    }

    /** What the note says of a problem, with the words beside it, which tell whether it got worse. */
    private static String around(String sent, Proposal proposal) {
        var words = new StringBuilder();
        for (var place : proposal.evidence()) {
            words.append(sent, Math.max(0, place.start() - AROUND), Math.min(sent.length(), place.end() + AROUND))
                    .append(' ');
        }
        return words.toString();
    }

    private static ProposedCode view(Procedure procedure, NoteText text, int note) {
        return new ProposedCode(
                procedure.system(),
                procedure.code(),
                procedure.title(),
                procedure.modifiers(),
                procedure.units(),
                procedure.confidence(),
                procedure.end() > procedure.start() ? List.of(place(procedure, text, note)) : List.of(),
                procedure.why(),
                "documented service",
                null);
    }

    private static Place place(Procedure procedure, NoteText text, int note) {
        @Nullable String words = text.text().substring(procedure.start(), procedure.end());
        return new Place(
                note, text.origin(procedure.start()), text.origin(procedure.end() - 1) + 1, "procedure", words);
    }
}
