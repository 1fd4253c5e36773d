package org.superbill.coding.codingcase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codingpolicy.CodingPolicies;
import org.superbill.coding.codingpolicy.CodingPolicy;
import org.superbill.coding.reference.Reference;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.KitProblem;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.revision.Revision;
import org.superbill.servicekit.security.Caller;

/** What is to be done with cases beside coding them: late documents, amendments after an audit or an answer, hand-overs. Each public method is one transaction. */
@ApplicationScoped
public class CaseTasks {
    private static final String AUDITS = "coding-audit:write";

    private final CaseTaskStore store;
    private final CodingCaseStore cases;
    private final CaseHands hands;
    private final BlindCases blind;
    private final JudgedCases judged;
    private final CodingPolicies policies;
    private final Reference reference;
    private final Caller caller;
    private final Clock clock;

    CaseTasks(
            CaseTaskStore store,
            CodingCaseStore cases,
            CaseHands hands,
            BlindCases blind,
            JudgedCases judged,
            CodingPolicies policies,
            Reference reference,
            Caller caller,
            Clock clock) {
        this.store = store;
        this.cases = cases;
        this.hands = hands;
        this.blind = blind;
        this.judged = judged;
        this.policies = policies;
        this.reference = reference;
        this.caller = caller;
        this.clock = clock;
    }

    /** @param assignedTo a subject; empty text for nobody's; null for all */
    @Transactional
    public Page<CaseTaskView> list(
            boolean closed, @Nullable TaskKind kind, @Nullable String assignedTo, boolean overdue, PageRequest page) {
        var today = reference.today();
        var tasks = Page.of(store.list(closed, kind, assignedTo, overdue ? today : null, page), page, CaseTask::id);
        return blind.shown(tasks, CaseTask::caseId).map(task -> task.view(today));
    }

    /**
     * Nothing is to be amended, or has been already: errors that an audit upheld by an auditor, everything else by whose task it is or who leads the coders.
     *
     * @throws Problem {@code CODING_TASK_NOT_FOUND}, {@code CODING_TASK_STEP_NOT_ALLOWED}, {@code CODING_CASE_NOT_YOURS}, {@code CODING_CASE_BLIND}
     */
    @Transactional
    public CaseTaskView dismiss(UUID id, String reason) {
        var task = store.get(id);
        blind.requireShown(task.caseId());
        task.dismiss(reason, caller.subject(), caller.may(AUDITS), hands.isLead(), clock.instant());
        return task.view(reference.today());
    }

    /**
     * Errors stand after the bill: the case is to be amended, by its coder, or, where the policy says so, nobody coded it, or the coder may not any more, by who leads the audit.
     *
     * @throws Problem {@code CODING_CASE_NOT_FOUND}
     */
    @Transactional
    public void toBeAmended(UpheldError error) {
        var coded = error.coded();
        var codingCase = cases.get(coded.caseId());
        if (codingCase.progress().is(CaseStatus.VOID) || store.exists(coded.caseId(), error.itemId())) {
            return;
        }
        var policy = policies.current();
        var byCoder = !policy.amendmentsByAuditLead()
                && !codingCase.progress().passedThrough()
                && hands.mayCode(codingCase, coded.codedBy(), policy);
        store.persist(
                CaseTask.auditError(error, byCoder ? coded.codedBy() : error.lead(), due(policy), clock.instant()));
    }

    /**
     * A question is answered that was asked after the case was released: who asked amends it, or says why nothing is to be amended, be it that a later version is in work
     * already.
     *
     * @throws Problem {@code CODING_CASE_NOT_FOUND}
     */
    @Transactional
    public void queryAnswered(UUID caseId, UUID queryId, String askedBy, String answeredBy) {
        var codingCase = cases.get(caseId);
        if (!codingCase.progress().is(CaseStatus.VOID)) {
            store.persist(CaseTask.queryAnswered(
                    codingCase, queryId, askedBy, answeredBy, due(policies.current()), clock.instant()));
        }
    }

    /** Whose it is, in work or after; null for nobody's, and for one that no coder has seen. */
    private static @Nullable String owner(CodingCase codingCase) {
        var assigned = codingCase.holder().assignedTo();
        var progress = codingCase.progress();
        return assigned != null || codingCase.isOpen() || progress.passedThrough() ? assigned : progress.codedBy();
    }

    /** Documents have come that whoever coded or codes the case may not have seen. */
    void cameLate(CodingCase codingCase, List<CaseDocument> documents) {
        if (!documents.isEmpty()) {
            var due = due(policies.current());
            documents.forEach(document -> store.persist(
                    CaseTask.lateDocument(codingCase, document, owner(codingCase), due, clock.instant())));
        }
    }

    /**
     * Somebody who may code the case, or leads the coders, has looked at a document that came late. Of a case that is final this says that its codes stay as they are.
     *
     * @param reason why they stay; needed then
     * @throws Problem {@code CODING_CASE_NOT_FOUND}, {@code CODING_DOCUMENT_NOT_FOUND}, {@code IF_MATCH_MISSING}, {@code STALE}, {@code CODER_NOT_ELIGIBLE},
     *     {@code CODING_CASE_OPEN_ELSEWHERE}, {@code CODING_CASE_BLIND}, {@code VALIDATION_FAILED}
     */
    @Transactional
    CodingCaseView documentSeen(UUID caseId, UUID documentId, @Nullable Revision expected, @Nullable String reason) {
        var codingCase = cases.get(caseId);
        blind.requireShown(caseId);
        codingCase.requireRevision(expected);
        if (!hands.isLead()) {
            hands.requireEligible(codingCase, caller.subject(), policies.current());
        }
        var at = clock.instant();
        codingCase.holder().requireFree(caller.subject(), at);
        if (!codingCase.isOpen() && reason == null) {
            throw new Problem(
                    KitProblem.VALIDATION_FAILED,
                    "The request is not valid",
                    new FieldError("/reason", "required", "must say why final codes stay as they are; else amend"));
        }
        var open = store.openOf(caseId, documentId);
        if (!codingCase.encounter().seen(documentId, caller.subject(), at) && open.isEmpty()) {
            throw new Problem(CodingProblem.CODING_DOCUMENT_NOT_FOUND, "No such document is to be seen");
        }
        open.forEach(task -> task.close(TaskOutcome.SEEN, reason, caller.subject(), at));
        cases.flush(); // so that the answer carries the new revision
        return codingCase.view(List.of());
    }

    /**
     * Who has had the case need not hear of it any more. A later version closes the tasks of those audits whose errors it has no more, and those of answers since which
     * somebody has begun to amend it; late charges alone, or an amendment of something else, leave them open. Of a first version there is nothing to amend.
     */
    void released(List<CodingCase> released) {
        for (var codingCase : released) {
            var progress = codingCase.progress();
            var by = Objects.requireNonNull(progress.codedBy(), "A released case has a coder");
            if (!progress.passedThrough()) { // else nobody has had it
                store.close(codingCase.id(), TaskKind.HANDED_OVER, TaskOutcome.SETTLED, by, clock.instant());
            }
            if (progress.version() > 1) {
                store.open(codingCase.id(), TaskKind.AUDIT_ERROR).stream()
                        .filter(task -> judged.isMended(task.subjectId(), codingCase.coding()))
                        .forEach(task -> task.close(TaskOutcome.AMENDED, null, by, clock.instant()));
                store.open(codingCase.id(), TaskKind.QUERY_ANSWERED).stream()
                        .filter(task -> progress.isAmendedSince(task.raisedAt()))
                        .forEach(task -> task.close(TaskOutcome.AMENDED, null, by, clock.instant()));
            }
        }
    }

    void voided(List<CodingCase> voided) {
        for (var codingCase : voided) {
            for (var kind : TaskKind.values()) {
                store.close(codingCase.id(), kind, TaskOutcome.VOID, "patient-service", clock.instant());
            }
        }
    }

    private LocalDate due(CodingPolicy policy) {
        return reference.today().plusDays(policy.amendmentDueDays());
    }
}
