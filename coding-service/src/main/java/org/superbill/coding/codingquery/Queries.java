package org.superbill.coding.codingquery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codingcase.BlindCases;
import org.superbill.coding.codingcase.CaseDocument;
import org.superbill.coding.codingcase.CaseHands;
import org.superbill.coding.codingcase.CaseTasks;
import org.superbill.coding.codingcase.CaseVoided;
import org.superbill.coding.codingcase.CasesReleased;
import org.superbill.coding.codingcase.CodingCaseView;
import org.superbill.coding.codingcase.CodingCases;
import org.superbill.coding.codingpolicy.CodingPolicies;
import org.superbill.coding.document.DocumentTexts;
import org.superbill.coding.reference.Reference;
import org.superbill.coding.suggestion.ConditionNames;
import org.superbill.servicekit.outbox.Outbox;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.revision.Revision;
import org.superbill.servicekit.security.Caller;

/** What can be done with queries; each public method is one transaction. */
@ApplicationScoped
class Queries {
    private final QueryStore store;
    private final QueryRateStore rates;
    private final CodingCases cases;
    private final CaseHands hands;
    private final CaseTasks tasks;
    private final BlindCases blind;
    private final DocumentTexts documents;
    private final CodingPolicies policies;
    private final Reference reference;
    private final ConditionNames conditionNames;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;

    Queries(
            QueryStore store,
            QueryRateStore rates,
            CodingCases cases,
            CaseHands hands,
            CaseTasks tasks,
            BlindCases blind,
            DocumentTexts documents,
            CodingPolicies policies,
            Reference reference,
            ConditionNames conditionNames,
            Outbox outbox,
            Caller caller,
            Clock clock) {
        this.store = store;
        this.rates = rates;
        this.cases = cases;
        this.hands = hands;
        this.tasks = tasks;
        this.blind = blind;
        this.documents = documents;
        this.policies = policies;
        this.reference = reference;
        this.conditionNames = conditionNames;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * A draft, with what keeps it from being sent.
     *
     * @throws Problem {@code CODING_CASE_NOT_FOUND}, {@code CODING_QUERY_ADDRESSEE_UNKNOWN}, {@code UNAVAILABLE}, {@code SUGGESTIONS_NOT_READY}
     */
    @Transactional
    QueryView write(UUID caseId, QueryText text) {
        var codingCase = cases.read(caseId);
        var query = new CodingQuery(
                caseId, codingCase.encounterId(), addressee(text, codingCase), text, caller.subject(), clock.instant());
        check(query, codingCase);
        store.persistAndFlush(query);
        return query.view();
    }

    /**
     * @throws Problem {@code CODING_QUERY_NOT_FOUND}, {@code IF_MATCH_MISSING}, {@code STALE}, {@code CODING_QUERY_NOT_YOURS},
     *     {@code CODING_QUERY_STEP_NOT_ALLOWED}, {@code CODING_QUERY_ADDRESSEE_UNKNOWN}, {@code UNAVAILABLE}, {@code SUGGESTIONS_NOT_READY}
     */
    @Transactional
    QueryView rewrite(UUID id, QueryText text, @Nullable Revision expected) {
        var query = getUnchanged(id, expected);
        requireOwn(query);
        var codingCase = cases.read(query.caseId());
        query.write(text, addressee(text, codingCase));
        check(query, codingCase);
        return saved(query);
    }

    /**
     * The clinician has it from now on; the case waits, unless it is released already: then it is to be amended once the answer is there.
     *
     * @throws Problem {@code CODING_QUERY_NOT_FOUND}, {@code IF_MATCH_MISSING}, {@code STALE}, {@code CODING_QUERY_NOT_COMPLIANT},
     *     {@code CODING_QUERY_STEP_NOT_ALLOWED}, {@code CODING_CASE_STEP_NOT_ALLOWED}, {@code CODING_CASE_NOT_YOURS},
     *     {@code CODING_CASE_OPEN_ELSEWHERE}, {@code CODER_NOT_ELIGIBLE}, {@code CODING_DUTIES_APART}, {@code UNAVAILABLE}, {@code SUGGESTIONS_NOT_READY}
     */
    @Transactional
    QueryView send(UUID id, @Nullable Revision expected) {
        var query = getUnchanged(id, expected);
        if (!hands.isLead()) {
            hands.requireAsking(query.caseId()); // since the case waits from then on, or is amended when it is answered
        }
        if (query.status() == QueryStatus.DRAFT) {
            check(query, cases.read(query.caseId())); // the policy or the record may have changed since it was written
        }
        query.send(policies.current().queries(), reference.today(), clock.instant());
        if (!cases.queryOpened(query.caseId())) {
            query.isAfterRelease();
        }
        outbox.publish(query.opened());
        return saved(query);
    }

    /**
     * @throws Problem {@code CODING_QUERY_NOT_FOUND}, {@code IF_MATCH_MISSING}, {@code STALE}, {@code CODING_QUERY_STEP_NOT_ALLOWED},
     *     {@code CODING_QUERY_NOT_ADDRESSED}, {@code VALIDATION_FAILED}
     */
    @Transactional
    QueryView answer(UUID id, QueryAnswer answer, @Nullable Revision expected) {
        var query = getUnchanged(id, expected);
        query.requireAnswerableBy(
                caller.subject(), caller.practitioners(), policies.current().queries());
        query.answer(answer, caller.subject(), keepUntil(), clock.instant());
        closed(query);
        if (query.wasAfterRelease()) {
            tasks.queryAnswered(query.caseId(), id, query.askedBy(), caller.subject());
        }
        return saved(query);
    }

    /**
     * @throws Problem {@code CODING_QUERY_NOT_FOUND}, {@code IF_MATCH_MISSING}, {@code STALE}, {@code CODING_QUERY_NOT_YOURS},
     *     {@code CODING_QUERY_STEP_NOT_ALLOWED}
     */
    @Transactional
    QueryView withdraw(UUID id, String because, @Nullable Revision expected) {
        var query = getUnchanged(id, expected);
        if (query.status() == QueryStatus.DRAFT || !hands.isHeld(query.caseId())) {
            requireOwn(query);
        }
        withdraw(query, because);
        return saved(query);
    }

    /** @throws Problem {@code CODING_QUERY_NOT_FOUND}, {@code IF_MATCH_MISSING}, {@code STALE}, {@code CODING_QUERY_STEP_NOT_ALLOWED} */
    @Transactional
    QueryView remind(UUID id, @Nullable Revision expected) {
        var query = getUnchanged(id, expected);
        query.remind(policies.current().queries(), reference.today());
        outbox.publish(query.opened());
        return saved(query);
    }

    /** @throws Problem {@code CODING_QUERY_NOT_FOUND}, {@code CODING_CASE_BLIND} */
    @Transactional
    QueryView read(UUID id) {
        return getShown(id).view();
    }

    @Transactional
    Page<QueryView> list(QueryFilter filter, PageRequest page) {
        var found = Page.of(store.list(filter, page), page, CodingQuery::id);
        return blind.shown(found, CodingQuery::caseId).map(CodingQuery::view);
    }

    /**
     * @param from first day of asking, where the organization is
     * @param to last day of asking
     */
    @Transactional
    QueryRates rates(QueryRateStore.By by, QueryRateStore.Of of, LocalDate from, LocalDate to) {
        var zone = reference.zone();
        return new QueryRates(
                from,
                to,
                by.name().toLowerCase(Locale.ROOT),
                rates.rates(
                        by,
                        of,
                        from.atStartOfDay(zone).toInstant(),
                        to.plusDays(1).atStartOfDay(zone).toInstant(),
                        reference.today(),
                        zone));
    }

    /** The encounter was entered in error: nobody has to answer any more. In the transaction of the news. */
    void caseVoided(@Observes CaseVoided voided) {
        store.unclosedOfEncounter(voided.encounterId()).forEach(query -> withdraw(query, "the encounter is void"));
    }

    /** What was not sent by then is asked no more; who wants to know something after the release writes it anew. In the transaction of the release. */
    void casesReleased(@Observes CasesReleased released) {
        store.draftsOf(released.caseIds()).forEach(query -> withdraw(query, "the case is released"));
    }

    /** Reminds of what is due, escalates what is overdue, deletes what was kept long enough. @return how many were reminded of */
    @Transactional
    int takeNextSteps() {
        var policy = policies.current().queries();
        var today = reference.today();
        var due = store.due(today);
        due.forEach(query -> query.takeNextStep(policy, today));
        outbox.publish(due.stream().map(CodingQuery::opened).toList());
        store.deleteKeptUntilBefore(today);
        return due.size();
    }

    private void withdraw(CodingQuery query, String because) {
        var wasOpen = query.status() == QueryStatus.OPEN;
        query.withdraw(because, caller.subject(), keepUntil(), clock.instant());
        if (wasOpen) {
            closed(query);
        }
    }

    private void closed(CodingQuery query) {
        outbox.publish(query.closed());
        store.flush();
        cases.queryClosed(query.caseId(), () -> store.openOfCase(query.caseId()));
    }

    private void check(CodingQuery query, CodingCaseView codingCase) {
        var text = query.text();
        var ofCase = codingCase.documents().stream().map(CaseDocument::id).collect(Collectors.toSet());
        var quoted = text.indicators().stream()
                .map(Indicator::documentId)
                .filter(ofCase::contains)
                .collect(Collectors.toSet());
        var terms = conditionNames.on(reference.today());
        query.checked(QueryRules.check(
                text,
                new QueryRecord(
                        ofCase,
                        texts(codingCase.encounterId(), quoted),
                        policies.current().queries().yesNoAllowed(),
                        terms.in(),
                        terms.standIn())));
    }

    private Map<UUID, String> texts(UUID encounterId, Set<UUID> quoted) {
        var texts = new HashMap<UUID, String>();
        quoted.forEach(document ->
                texts.put(document, documents.read(encounterId, document).orElse("")));
        return texts;
    }

    private void requireOwn(CodingQuery query) {
        if (!query.isAskedBy(caller.subject()) && !hands.isLead()) {
            throw new Problem(QueryProblem.CODING_QUERY_NOT_YOURS, "Another wrote the query");
        }
    }

    private UUID addressee(QueryText text, CodingCaseView codingCase) {
        var named = text.practitionerId();
        if (named == null || named.equals(codingCase.practitionerId())) {
            return codingCase.practitionerId();
        }
        if (reference.practitioners(List.of(named)).isEmpty()) {
            throw new Problem(
                    QueryProblem.CODING_QUERY_ADDRESSEE_UNKNOWN,
                    "No practitioner of the organization has this id",
                    List.of(new FieldError(
                            "/practitionerId", "unknown-practitioner", "is no practitioner of the organization")));
        }
        return named;
    }

    private LocalDate keepUntil() {
        return reference.today().plusDays(policies.current().queries().retentionDays());
    }

    /** What is asked about a case that the caller is to judge blindly would tell as much as the case. */
    private CodingQuery getShown(UUID id) {
        var query = store.get(id);
        blind.requireShown(query.caseId());
        return query;
    }

    private CodingQuery getUnchanged(UUID id, @Nullable Revision expected) {
        var query = getShown(id);
        query.requireRevision(expected);
        return query;
    }

    private QueryView saved(CodingQuery query) {
        store.flush(); // so that the answer carries the new revision
        return query.view();
    }
}
