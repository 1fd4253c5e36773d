package org.superbill.coding.suggestion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codesystem.CodeSystem;
import org.superbill.coding.codingcase.CodingCases;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.revision.Revision;
import org.superbill.servicekit.security.Caller;

/** What can be done with suggestions; each method is one transaction. Nothing here is final: a case is coded by a person. */
@ApplicationScoped
class Suggestions {
    private final CodingCases cases;
    private final NoteCoding coding;
    private final SuggestionStore store;
    private final FeedbackStore feedback;
    private final Caller caller;
    private final Clock clock;

    Suggestions(
            CodingCases cases,
            NoteCoding coding,
            SuggestionStore store,
            FeedbackStore feedback,
            Caller caller,
            Clock clock) {
        this.cases = cases;
        this.coding = coding;
        this.store = store;
        this.feedback = feedback;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * What was proposed before and nobody has decided on gives way to what is proposed now.
     *
     * @throws Problem {@code CODING_CASE_NOT_FOUND}, {@code SUGGESTIONS_NOT_READY}
     */
    @Transactional
    CaseSuggestionsView suggest(UUID caseId, NotesRequest request) {
        var codingCase = cases.read(caseId);
        var on = request.on() == null ? codingCase.serviceDate() : request.on();
        var read = coding.read(request, on, feedback.learned());
        store.removeUndecided(caseId);
        var at = clock.instant();
        var views = read.proposed().stream()
                .map(proposed -> {
                    var suggestion = new Suggestion(caseId, proposed, read.release(), at);
                    store.persist(suggestion);
                    return suggestion.view().showing(proposed);
                })
                .toList();
        store.flush();
        return new CaseSuggestionsView(read.release(), read.threshold(), views, read.abstained(), read.warnings());
    }

    /** Stores nothing. */
    @Transactional
    CodeSuggestionsView suggest(NotesRequest request) {
        var on = request.on() == null ? java.time.LocalDate.ofInstant(clock.instant(), clock.getZone()) : request.on();
        return coding.read(request, on, feedback.learned());
    }

    /** @throws Problem {@code CODING_CASE_NOT_FOUND} */
    @Transactional
    Page<SuggestionView> list(UUID caseId, PageRequest page) {
        cases.read(caseId);
        var views = store.list(caseId, page).stream().map(Suggestion::view).toList();
        return Page.of(views, page, SuggestionView::id);
    }

    /** @throws Problem {@code SUGGESTION_NOT_FOUND}, {@code SUGGESTION_DECIDED}, {@code IF_MATCH_MISSING}, {@code STALE} */
    @Transactional
    SuggestionView decide(
            UUID caseId, UUID id, @Nullable Revision expected, SuggestionStatus decision, @Nullable String reason) {
        var suggestion = store.get(caseId, id);
        suggestion.requireRevision(expected);
        suggestion.decide(decision, reason, caller.subject(), clock.instant());
        feedback.count(suggestion.system(), stored(suggestion), decision == SuggestionStatus.ACCEPTED);
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
