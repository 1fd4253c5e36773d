package org.superbill.coding.codingcase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codecheck.Checked;
import org.superbill.coding.codecheck.Finding;
import org.superbill.coding.codenote.CodeNotes;
import org.superbill.coding.codingpolicy.CodingPolicies;
import org.superbill.coding.codingpolicy.CodingPolicy;
import org.superbill.coding.reference.Reference;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.revision.Revision;
import org.superbill.servicekit.security.Caller;

/** How a case is coded; each public method is one transaction. Who has a case is the business of {@link CaseHands}. */
@ApplicationScoped
public class CodingCases {
    private final CodingCaseStore store;
    private final CaseQueueStore queue;
    private final CaseChecks checks;
    private final CaseRelease release;
    private final CaseHands hands;
    private final BlindCases blind;
    private final JudgedCases judged;
    private final CodeNotes notes;
    private final CodingPolicies policies;
    private final Reference reference;
    private final Caller caller;
    private final Clock clock;

    CodingCases(
            CodingCaseStore store,
            CaseQueueStore queue,
            CaseChecks checks,
            CaseRelease release,
            CaseHands hands,
            BlindCases blind,
            JudgedCases judged,
            CodeNotes notes,
            CodingPolicies policies,
            Reference reference,
            Caller caller,
            Clock clock) {
        this.store = store;
        this.queue = queue;
        this.checks = checks;
        this.release = release;
        this.hands = hands;
        this.blind = blind;
        this.judged = judged;
        this.notes = notes;
        this.policies = policies;
        this.reference = reference;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    Page<CodingCaseView> list(
            @Nullable CaseStatus status, @Nullable UUID encounterId, boolean lateDocuments, PageRequest page) {
        var cases = Page.of(store.list(status, encounterId, lateDocuments, page), page, CodingCase::id);
        return blind.shown(cases, CodingCase::id).map(codingCase -> codingCase.view(List.of()));
    }

    /** @throws Problem {@code CODING_CASE_NOT_FOUND}, {@code CODING_CASE_BLIND} */
    @Transactional
    public CodingCaseView read(UUID id) {
        return view(getShown(id));
    }

    /** @throws Problem {@code CODING_CASE_NOT_FOUND} */
    @Transactional
    public CaseFacts facts(UUID id) {
        return CaseFacts.of(store.get(id), queue.lastSeenBefore(id).orElse(null));
    }

    /** @throws Problem {@code CODING_CASE_NOT_FOUND}, {@code CODING_CASE_BLIND} */
    @Transactional
    List<CodingCaseVersionView> versions(UUID id) {
        var kind = getShown(id).kind();
        return store.versions(id).stream().map(version -> version.view(kind)).toList();
    }

    /**
     * What the rules of the case's own date say of a version today: with the releases that are loaded now.
     *
     * @throws Problem {@code CODING_CASE_NOT_FOUND}, {@code CODING_CASE_BLIND}
     */
    @Transactional
    public Checked replay(UUID id, int version) {
        var codingCase = getShown(id);
        var kept = store.version(id, version);
        return checks.check(kept.of(codingCase.encounter()), codingCase.kind(), kept.coding());
    }

    /**
     * @throws Problem {@code CODING_CASE_NOT_FOUND}, {@code IF_MATCH_MISSING}, {@code STALE}, {@code CODING_CASE_STEP_NOT_ALLOWED},
     *     {@code CODING_CASE_OPEN_ELSEWHERE}, {@code CODER_NOT_ELIGIBLE}, {@code VALIDATION_FAILED}
     */
    @Transactional
    CodingCaseView code(UUID id, @Nullable Revision expected, CaseCoding coding) {
        var codingCase = getUnchanged(id, expected);
        var policy = policies.current();
        checks.requireFit(codingCase, coding);
        hands.requireEligible(
                codingCase, caller.subject(), policy); // also of who has it: a credential may have expired since
        codingCase.code(coding, caller.subject(), lease(policy), clock.instant());
        checks.check(codingCase);
        worked(codingCase, policy);
        return saved(codingCase);
    }

    /**
     * Final: released at once, unless the policy wants an auditor to see it first.
     *
     * @throws Problem {@code CODING_CASE_NOT_FOUND}, {@code IF_MATCH_MISSING}, {@code STALE}, {@code CODING_FINDINGS_OPEN},
     *     {@code CODING_DOCUMENTS_UNSEEN}, {@code CODING_CASE_HELD}, {@code CODING_CASE_OPEN_ELSEWHERE}, {@code CODING_CASE_STEP_NOT_ALLOWED}, {@code CODER_NOT_ELIGIBLE}
     */
    @Transactional
    CodingCaseView finalizeCoding(UUID id, @Nullable Revision expected) {
        var codingCase = getUnchanged(id, expected);
        var policy = policies.current();
        hands.requireEligible(codingCase, caller.subject(), policy);
        checks.check(codingCase); // a release may have come since the codes were entered
        var auditFirst = AuditFirstRule.applies(
                policy.auditFirst(),
                id,
                codingCase.progress().version(),
                codingCase.encounter().chargeCents(),
                queue.finalizedBy(caller.subject(), policy.auditFirst().newCoderCases()));
        codingCase.finalizeCoding(caller.subject(), policy, auditFirst, clock.instant());
        worked(codingCase, policy);
        release.follow(codingCase, policy);
        return saved(codingCase);
    }

    /**
     * A finalized case that waited for an auditor goes to billing without one.
     *
     * @throws Problem {@code CODING_CASE_NOT_FOUND}, {@code IF_MATCH_MISSING}, {@code STALE}, {@code CODING_DUTIES_APART},
     *     {@code CODING_CASE_JUDGED_WRONG}, {@code CODING_DOCUMENTS_UNSEEN}, {@code CODING_CASE_HELD}, {@code CODING_CASE_STEP_NOT_ALLOWED}
     */
    @Transactional
    CodingCaseView release(UUID id, @Nullable Revision expected) {
        var codingCase = getUnchanged(id, expected);
        var policy = policies.current();
        requireAnother(codingCase, policy);
        requireNotJudgedWrong(codingCase);
        UnseenDocuments.requireNone(codingCase.encounter().documents());
        codingCase.release(clock.instant());
        release.follow(codingCase, policy);
        return saved(codingCase);
    }

    /**
     * @throws Problem {@code CODING_CASE_NOT_FOUND}, {@code IF_MATCH_MISSING}, {@code STALE}, {@code CODER_NOT_ELIGIBLE},
     *     {@code CODING_CASE_STEP_NOT_ALLOWED}
     */
    @Transactional
    CodingCaseView amend(UUID id, @Nullable Revision expected, String reason) {
        var codingCase = getUnchanged(id, expected);
        var policy = policies.current();
        hands.requireEligible(codingCase, caller.subject(), policy);
        codingCase.amend(
                reason,
                caller.subject(),
                reference.today().plusDays(policy.times().dueDays()),
                clock.instant());
        return saved(codingCase);
    }

    /**
     * A question to the clinician is asked.
     *
     * @return whether the case waits for the answer: not after the release
     * @throws Problem {@code CODING_CASE_NOT_FOUND}, {@code CODING_CASE_STEP_NOT_ALLOWED}, {@code STALE}
     */
    @Transactional
    public boolean queryOpened(UUID id) {
        var codingCase = store.lock(id);
        var waits = !codingCase.progress().is(CaseStatus.RELEASED);
        if (waits) {
            codingCase.queryOpened(clock.instant());
        }
        queue.queryAsked(id);
        return waits;
    }

    /**
     * A question is closed. The case waits no more when it was the last one.
     *
     * @param stillOpen how many questions on the case are open; asked while no other question of it is opened or closed, since of two
     *     that are answered at once each would see the other one open
     * @throws Problem {@code CODING_CASE_NOT_FOUND}, {@code STALE}
     */
    @Transactional
    public void queryClosed(UUID id, LongSupplier stillOpen) {
        var codingCase = store.lock(id);
        if (stillOpen.getAsLong() == 0) {
            codingCase.queriesClosed(clock.instant());
        }
    }

    /**
     * An audit has drawn a finalized case that is not released yet. Who begins an audit may have coded some of the cases: another judges them.
     *
     * @throws Problem {@code CODING_CASE_NOT_FOUND}, {@code CODING_CASE_STEP_NOT_ALLOWED}
     */
    @Transactional
    public void auditBegun(UUID id) {
        store.get(id).auditBegun(clock.instant());
    }

    /** The audit that drew it was cancelled. A case that has moved on meanwhile stays where it is. @throws Problem {@code CODING_CASE_NOT_FOUND} */
    @Transactional
    public void auditEnded(FinalCoding audited) {
        var codingCase = store.get(audited.caseId());
        if (codingCase.isInAudit(audited)) {
            codingCase.leaveAudit(CaseStatus.CODED, clock.instant());
        }
    }

    /** Whether the audit still has it as it was drawn: not released, returned or void since. @throws Problem {@code CODING_CASE_NOT_FOUND} */
    @Transactional
    public boolean isInAudit(FinalCoding audited) {
        return store.get(audited.caseId()).isInAudit(audited);
    }

    /** What an audit of a coding has come to, now or instead of what it came to before. */
    @Transactional
    public void scored(AuditedCoding audited) {
        queue.scored(audited);
    }

    /**
     * The auditor agrees, or is overruled. A case that has moved on since, by late charges or because it is void, stays where it is.
     *
     * @throws Problem {@code CODING_CASE_NOT_FOUND}, {@code CODING_CASE_HELD}, {@code CODING_DOCUMENTS_UNSEEN}
     */
    @Transactional
    public void auditPassed(FinalCoding audited) {
        var codingCase = store.get(audited.caseId());
        if (codingCase.isInAudit(audited)) {
            UnseenDocuments.requireNone(codingCase.encounter().documents());
            codingCase.release(clock.instant());
            release.follow(codingCase, policies.current());
        }
    }

    /** The coder is to code it anew, unless it has moved on already. @throws Problem {@code CODING_CASE_NOT_FOUND} */
    @Transactional
    public void auditReturned(FinalCoding audited) {
        var codingCase = store.get(audited.caseId());
        if (codingCase.isInAudit(audited)) {
            codingCase.leaveAudit(CaseStatus.IN_PROGRESS, clock.instant());
        }
    }

    /**
     * What the rules of the case's own date say of a coding of it, as it was finalized then or as somebody else would have it.
     *
     * @throws Problem {@code CODING_CASE_NOT_FOUND}
     */
    @Transactional
    public Checked check(FinalCoding audited, CaseCoding coding) {
        var codingCase = store.get(audited.caseId());
        return checks.check(codingCase.encounter().with(audited.services(), audited.days()), codingCase.kind(), coding);
    }

    /**
     * What an auditor holds right is judged as a coder's coding is.
     *
     * @return what the rules say of it: no errors but of services that the clinic has charged or forgotten, which are for the clinic to put right
     * @throws Problem {@code CODING_CASE_NOT_FOUND}, {@code VALIDATION_FAILED}
     */
    @Transactional
    public List<Finding> requireRight(FinalCoding audited, CaseCoding correct) {
        var codingCase = store.get(audited.caseId());
        return checks.requireRight(
                codingCase, codingCase.encounter().with(audited.services(), audited.days()), correct);
    }

    /** A finalized case as it is coded. @throws Problem {@code CODING_CASE_NOT_FOUND} */
    @Transactional
    public FinalCoding finalCoding(UUID id) {
        return FinalCoding.of(store.get(id));
    }

    private void requireAnother(CodingCase codingCase, CodingPolicy policy) {
        if (policy.dutiesApart()
                && caller.subject().equals(codingCase.progress().codedBy())) {
            throw new Problem(CodingProblem.CODING_DUTIES_APART, "Whoever coded a case does not release it");
        }
    }

    private void requireNotJudgedWrong(CodingCase codingCase) {
        var codedAt = codingCase.progress().codedAt();
        if (codingCase.progress().is(CaseStatus.IN_AUDIT)
                && codedAt != null
                && judged.isJudgedWrong(codingCase.id(), codedAt)) {
            throw new Problem(
                    CodingProblem.CODING_CASE_JUDGED_WRONG, "An audit found errors that are not decided on yet");
        }
    }

    private static Duration lease(CodingPolicy policy) {
        return Duration.ofMinutes(policy.times().leaseMinutes());
    }

    private void worked(CodingCase codingCase, CodingPolicy policy) {
        var at = clock.instant();
        queue.worked(codingCase.id(), caller.subject(), at, at.minus(lease(policy)));
    }

    /** For whom the case is kept from there is nothing to do with it either: the answer would tell its codes. */
    private CodingCase getShown(UUID id) {
        var codingCase = store.get(id);
        blind.requireShown(id);
        return codingCase;
    }

    private CodingCase getUnchanged(UUID id, @Nullable Revision expected) {
        var codingCase = getShown(id);
        codingCase.requireRevision(expected);
        return codingCase;
    }

    private CodingCaseView saved(CodingCase codingCase) {
        store.flush(); // so that the answer carries the new revision
        return view(codingCase);
    }

    private CodingCaseView view(CodingCase codingCase) {
        var coding = codingCase.coding();
        var codes = new HashSet<>(coding.diagnoses());
        coding.lines().forEach(line -> codes.add(line.procedureCode()));
        coding.procedures().forEach(procedure -> codes.add(procedure.code()));
        return codingCase.view(notes.on(codes));
    }
}
