package org.superbill.coding.suggestion;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.superbill.coding.cac.Abstention;
import org.superbill.coding.cac.Cac;
import org.superbill.coding.cac.Encounter;
import org.superbill.coding.cac.Evidence;
import org.superbill.coding.cac.Proposal;
import org.superbill.coding.cac.QueryDraft;
import org.superbill.coding.cac.Setting;
import org.superbill.coding.cac.Suggested;
import org.superbill.coding.codesystem.CodeSystem;
import org.superbill.coding.codingpolicy.CodingPolicies;
import org.superbill.coding.notetext.NoteFormat;
import org.superbill.coding.notetext.NoteText;
import org.superbill.coding.visit.Medicare;
import org.superbill.coding.visit.Procedure;
import org.superbill.coding.visit.Visit;

/** Reads the notes of a request, all together as those of one encounter, with the engine of its day. */
@ApplicationScoped
class NoteCoding {
    private static final String TOO_THIN = "The evidence is too thin to propose it";

    private final Engines engines;
    private final CodingPolicies policies;
    private final VisitCodes visitCodes;

    NoteCoding(Engines engines, CodingPolicies policies, VisitCodes visitCodes) {
        this.engines = engines;
        this.policies = policies;
        this.visitCodes = visitCodes;
    }

    /**
     * @param request with its setting
     * @param documents the one that each note is; empty when the notes were sent
     * @param charged numbers of the services that are on the bill already
     * @param on the day whose rules hold, see {@link Encounter}
     */
    CodeSuggestionsView read(
            NotesRequest request, List<UUID> documents, List<String> charged, LocalDate on, Cac.Learned learned) {
        var setting = Objects.requireNonNull(request.setting(), "who asks has said or found it");
        var engine = engines.on(on);
        var threshold = request.threshold() == null
                ? policies.current().thresholds().suggestionConfidence().doubleValue()
                : request.threshold();
        var encounter = new Encounter(
                Setting.valueOf(setting.name()),
                on,
                request.sex() == null
                        ? null
                        : Encounter.Sex.valueOf(request.sex().name()),
                request.ageYears());
        var text = NoteText.joined(request.notes().stream()
                .map(note -> NoteText.of(
                        note.text(), NoteFormat.valueOf(note.format().name())))
                .toList());
        var suggested = engine.cac().suggest(text, encounter, threshold, learned);
        var proposed = new ArrayList<ProposedCode>();
        var abstained = new ArrayList<AbstainedCode>();
        var warnings = new ArrayList<>(engine.warnings());
        suggested.proposals().forEach(proposal -> proposed.add(view(proposal, documents)));
        suggested.abstentions().forEach(abstention -> abstained.add(view(abstention, documents)));
        if (setting == NotesRequest.Setting.OFFICE || setting == NotesRequest.Setting.TELEHEALTH) {
            var places = new NotePlaces(text, suggested.sections());
            var services = visitCodes.of(visit(request, charged, on, places, suggested), learned);
            warnings.addAll(services.warnings());
            for (var procedure : services.procedures()) {
                var evidence = places.evidence(procedure.said());
                if (VisitCodes.isProposed(procedure, threshold)) {
                    proposed.add(view(procedure, views(evidence, documents)));
                } else {
                    abstained.add(abstention(procedure, evidence, places.quoted(procedure.said()), documents));
                }
            }
        }
        abstained.removeIf(code -> proposed.stream()
                .anyMatch(other ->
                        other.system().equals(code.system()) && other.code().equals(code.code())));
        return new CodeSuggestionsView(engine.cac().release(), threshold, proposed, abstained, warnings);
    }

    private static Visit visit(
            NotesRequest request, List<String> charged, LocalDate on, NotePlaces places, Suggested suggested) {
        var text = places.text().text();
        return new Visit(
                text,
                places.notes(),
                on,
                request.ageYears(),
                request.lastSeenOn(),
                request.newPatient(),
                request.medicare() == null ? Medicare.isNamedIn(text) : request.medicare(),
                suggested.proposals().stream()
                        .map(proposal -> Visit.Problem.in(text, proposal.code(), places.spans(proposal.evidence())))
                        .toList(),
                charged);
    }

    private static ProposedCode view(Proposal proposal, List<UUID> documents) {
        return new ProposedCode(
                proposal.system(),
                CodeSystem.ICD_10_CM.display(proposal.code()),
                proposal.title(),
                List.of(),
                1,
                proposal.confidence(),
                views(proposal.evidence(), documents),
                proposal.why(),
                proposal.source(),
                proposal.missing());
    }

    private static AbstainedCode view(Abstention abstention, List<UUID> documents) {
        return new AbstainedCode(
                CodeSystem.ICD_10_CM.id(),
                CodeSystem.ICD_10_CM.display(abstention.code()),
                abstention.title(),
                abstention.confidence(),
                views(abstention.evidence(), documents),
                abstention.reason(),
                abstention.missing(),
                abstention.query(),
                abstention.query() == null
                        ? null
                        : QuestionDraft.of(
                                        CodeSystem.ICD_10_CM.id(),
                                        views(QueryDraft.indicators(abstention.quoted()), documents),
                                        abstention.query())
                                .orElse(null));
    }

    private static ProposedCode view(Procedure procedure, List<Place> evidence) {
        return new ProposedCode(
                procedure.system(),
                procedure.code(),
                procedure.title(),
                procedure.modifiers(),
                procedure.units(),
                procedure.confidence(),
                evidence,
                procedure.why(),
                "documented service",
                null);
    }

    private static AbstainedCode abstention(
            Procedure procedure, List<Evidence> evidence, List<Evidence> quoted, List<UUID> documents) {
        var query = QueryDraft.text(quoted, procedure.missing());
        return new AbstainedCode(
                procedure.system(),
                procedure.code(),
                procedure.title(),
                procedure.confidence(),
                views(evidence, documents),
                TOO_THIN + ": " + procedure.why().get(procedure.why().size() - 1),
                procedure.missing(),
                query.orElse(null),
                query.flatMap(question -> QuestionDraft.of(
                                procedure.system(), views(QueryDraft.indicators(quoted), documents), question))
                        .orElse(null));
    }

    private static List<Place> views(List<Evidence> evidence, List<UUID> documents) {
        return evidence.stream()
                .map(place -> new Place(
                        place.note(),
                        documents.isEmpty() ? null : documents.get(place.note()),
                        place.start(),
                        place.end(),
                        place.section(),
                        place.text()))
                .toList();
    }
}
