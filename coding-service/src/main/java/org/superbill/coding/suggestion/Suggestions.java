package org.superbill.coding.suggestion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codesystem.CodeSystem;
import org.superbill.coding.codingcase.CaseHands;
import org.superbill.coding.codingcase.CodingCases;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.KitProblem;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.revision.Revision;
import org.superbill.servicekit.security.Caller;

/** What can be done with suggestions; each method is one transaction. Nothing here is final: a case is coded by a person. */
@ApplicationScoped
class Suggestions {
    private final CodingCases cases;
    private final CaseHands hands;
    private final CaseNotes notes;
    private final NoteCoding coding;
    private final Engines engines;
    private final SuggestionStore store;
    private final FeedbackStore feedback;
    private final Caller caller;
    private final Clock clock;

    Suggestions(
            CodingCases cases,
            CaseHands hands,
            CaseNotes notes,
            NoteCoding coding,
            Engines engines,
            SuggestionStore store,
            FeedbackStore feedback,
            Caller caller,
            Clock clock) {
        this.cases = cases;
        this.hands = hands;
        this.notes = notes;
        this.coding = coding;
        this.engines = engines;
        this.store = store;
        this.feedback = feedback;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * What the caller was proposed before and nobody has decided on gives way to what is proposed now.
     *
     * @throws Problem {@code CODING_CASE_NOT_FOUND}, {@code CODING_CASE_STEP_NOT_ALLOWED}, {@code CODING_CASE_OPEN_ELSEWHERE},
     *     {@code CODING_CASE_NOT_YOURS}, {@code VALIDATION_FAILED} when the request is not of the case, {@code SUGGESTIONS_NOT_READY},
     *     {@code UNAVAILABLE} when documents are to be read and cannot be
     */
    @Transactional
    CaseSuggestionsView suggest(UUID caseId, NotesRequest request) {
        var codingCase = cases.facts(caseId);
        hands.requireFree(caseId);
        CaseSetting.requireFit(codingCase, request);
        var record = notes.of(codingCase, request);
        var read = coding.read(
                record.request(),
                record.documents(),
                codingCase.charged(),
                codingCase.governingDate(),
                feedback.learned());
        store.removeUndecided(caseId, caller.subject());
        var at = clock.instant();
        var views = read.proposed().stream()
                .map(proposed -> {
                    var suggestion =
                            new Suggestion(caseId, proposed, read.release(), record.ofRecord(), caller.subject(), at);
                    store.persist(suggestion);
                    return suggestion.view().showing(proposed);
                })
                .toList();
        store.flush();
        var warnings = Stream.of(
                        read.warnings().stream(),
                        record.warnings().stream(),
                        engines.changedWithin(codingCase.governingDate(), codingCase.until()).stream())
                .flatMap(Function.identity())
                .toList();
        return new CaseSuggestionsView(read.release(), read.threshold(), views, read.abstained(), warnings);
    }

    /** Stores nothing. @throws Problem {@code VALIDATION_FAILED}, {@code SUGGESTIONS_NOT_READY} */
    @Transactional
    CodeSuggestionsView suggest(NotesRequest request) {
        requireWhole(request);
        var on = request.on() == null ? LocalDate.ofInstant(clock.instant(), clock.getZone()) : request.on();
        return coding.read(request, List.of(), List.of(), on, feedback.learned());
    }

    /** Without a case nothing else says it. */
    private static void requireWhole(NotesRequest request) {
        var errors = new ArrayList<FieldError>();
        if (request.notes().isEmpty()) {
            errors.add(new FieldError("/notes", "required", "must not be empty"));
        }
        if (request.setting() == null) {
            errors.add(new FieldError("/setting", "required", "must be said"));
        }
        if (!errors.isEmpty()) {
            throw new Problem(KitProblem.VALIDATION_FAILED, "The request is not valid", errors);
        }
    }

    /** @throws Problem {@code CODING_CASE_NOT_FOUND} */
    @Transactional
    Page<SuggestionView> list(UUID caseId, PageRequest page) {
        cases.read(caseId);
        var views = store.list(caseId, page).stream().map(Suggestion::view).toList();
        return Page.of(views, page, SuggestionView::id);
    }

    /**
     * One decision is learned of each case and code, and none where the notes were not those of the record.
     *
     * @throws Problem {@code SUGGESTION_NOT_FOUND}, {@code SUGGESTION_DECIDED}, {@code IF_MATCH_MISSING}, {@code STALE},
     *     {@code CODING_CASE_STEP_NOT_ALLOWED}, {@code CODING_CASE_OPEN_ELSEWHERE}, {@code CODING_CASE_NOT_YOURS}
     */
    @Transactional
    SuggestionView decide(
            UUID caseId, UUID id, @Nullable Revision expected, SuggestionStatus decision, @Nullable String reason) {
        var suggestion = store.get(caseId, id);
        hands.requireFree(caseId);
        suggestion.requireRevision(expected);
        // before anything is changed, which the query would write
        var teaches = suggestion.isOfRecord() && !store.hasCounted(suggestion);
        suggestion.decide(decision, reason, caller.subject(), clock.instant());
        if (teaches) {
            suggestion.count();
            feedback.count(suggestion.system(), stored(suggestion), decision == SuggestionStatus.ACCEPTED);
        }
        store.flush(); // so that the answer carries the new revision
        return suggestion.view();
    }

    @Transactional
    List<CodeFeedback> figures() {
        return feedback.all();
    }

    private static String stored(Suggestion suggestion) {
        return CodeSystem.ICD_10_CM.normalize(suggestion.code());
    }
}
