package org.superbill.coding.codingcase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.coder.CoderProblem;
import org.superbill.coding.coder.Coders;
import org.superbill.coding.codingpolicy.CodingPolicies;
import org.superbill.coding.codingpolicy.CodingPolicy;
import org.superbill.coding.reference.Reference;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.revision.Revision;
import org.superbill.servicekit.security.Caller;

/** Who has a case, who has it open, and what holds it; each public method is one transaction. */
@ApplicationScoped
public class CaseHands {
    /** The permission of those who give cases to coders. */
    private static final String LEADS = "coding-case:distribute";

    private final CodingCaseStore store;
    private final CaseQueueStore queue;
    private final CaseTaskStore tasks;
    private final BlindCases blind;
    private final Coders coders;
    private final CodingPolicies policies;
    private final Reference reference;
    private final Caller caller;
    private final Clock clock;

    CaseHands(
            CodingCaseStore store,
            CaseQueueStore queue,
            CaseTaskStore tasks,
            BlindCases blind,
            Coders coders,
            CodingPolicies policies,
            Reference reference,
            Caller caller,
            Clock clock) {
        this.store = store;
        this.queue = queue;
        this.tasks = tasks;
        this.blind = blind;
        this.coders = coders;
        this.policies = policies;
        this.reference = reference;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Gives a case to a coder, or hands it over from one to another, who finds it among their tasks unless they did it themselves. While somebody has it open, only they, whose case it is, and who leads
     * the coders may do so.
     *
     * @param coder the caller when null
     * @throws Problem {@code CODING_CASE_NOT_FOUND}, {@code IF_MATCH_MISSING}, {@code STALE}, {@code CODING_CASE_STEP_NOT_ALLOWED},
     *     {@code CODING_CASE_OPEN_ELSEWHERE}, {@code CODER_NOT_ELIGIBLE}
     */
    @Transactional
    CodingCaseView assign(UUID id, @Nullable Revision expected, @Nullable String coder) {
        var codingCase = getUnchanged(id, expected);
        if (!isLead()) {
            codingCase.holder().requireHandOverBy(caller.subject(), clock.instant());
        }
        return assigned(codingCase, coder == null ? caller.subject() : coder);
    }

    /**
     * Gives a case that nobody has to a coder, in the transaction in which it was found so.
     *
     * @throws Problem {@code CODING_CASE_NOT_FOUND}, {@code CODING_CASE_STEP_NOT_ALLOWED}, {@code CODER_NOT_ELIGIBLE}
     */
    @Transactional
    public CodingCaseView give(UUID id, String coder) {
        return assigned(store.get(id), coder);
    }

    private CodingCaseView assigned(CodingCase codingCase, String coder) {
        var policy = policies.current();
        requireEligible(codingCase, coder, policy);
        var before = codingCase.holder().assignedTo();
        codingCase.assign(coder, clock.instant());
        if (before != null && !before.equals(coder)) {
            handedOver(codingCase, before, coder, policy);
        }
        return saved(codingCase);
    }

    /** Whose the case is again need not hear of it any more, so that of each who has had it one task is open at most. */
    private void handedOver(CodingCase codingCase, String before, String coder, CodingPolicy policy) {
        tasks.open(codingCase.id(), TaskKind.HANDED_OVER).stream()
                .filter(task -> task.isOf(coder))
                .forEach(task -> task.close(TaskOutcome.SETTLED, null, caller.subject(), clock.instant()));
        if (!before.equals(caller.subject())) {
            tasks.persist(CaseTask.handOver(
                    codingCase,
                    before,
                    caller.subject(),
                    reference.today().plusDays(policy.amendmentDueDays()),
                    clock.instant()));
        }
    }

    /**
     * Opens a case for the caller alone, or keeps it open.
     *
     * @throws Problem {@code CODING_CASE_NOT_FOUND}, {@code CODING_CASE_OPEN_ELSEWHERE}, {@code CODING_CASE_STEP_NOT_ALLOWED},
     *     {@code CODER_NOT_ELIGIBLE}
     */
    @Transactional
    CodingCaseView open(UUID id) {
        var codingCase = getShown(id);
        var policy = policies.current();
        requireEligible(codingCase, caller.subject(), policy);
        var at = clock.instant();
        var lease = Duration.ofMinutes(policy.times().leaseMinutes());
        codingCase.open(caller.subject(), lease, at);
        queue.worked(id, caller.subject(), at, at.minus(lease));
        return saved(codingCase);
    }

    /** @throws Problem {@code CODING_CASE_NOT_FOUND}, {@code CODING_CASE_OPEN_ELSEWHERE} */
    @Transactional
    CodingCaseView close(UUID id) {
        var codingCase = getShown(id);
        codingCase.close(caller.subject(), clock.instant());
        return saved(codingCase);
    }

    /**
     * @throws Problem {@code CODING_CASE_NOT_FOUND}, {@code IF_MATCH_MISSING}, {@code STALE}, {@code CODING_CASE_HELD},
     *     {@code CODING_CASE_STEP_NOT_ALLOWED}
     */
    @Transactional
    CodingCaseView hold(UUID id, @Nullable Revision expected, String reason) {
        var codingCase = getUnchanged(id, expected);
        codingCase.putOnHold(reason, caller.subject(), clock.instant());
        queue.holdBegan(id, reason, caller.subject(), clock.instant());
        return saved(codingCase);
    }

    /** @throws Problem {@code CODING_CASE_NOT_FOUND}, {@code IF_MATCH_MISSING}, {@code STALE}, {@code CODING_CASE_STEP_NOT_ALLOWED} */
    @Transactional
    CodingCaseView endHold(UUID id, @Nullable Revision expected) {
        var codingCase = getUnchanged(id, expected);
        codingCase.endHold(clock.instant());
        queue.holdEnded(id, caller.subject(), clock.instant());
        return saved(codingCase);
    }

    /** Whether the caller leads the coders. */
    public boolean isLead() {
        return caller.may(LEADS);
    }

    /** Whether the case is the caller's, or open for the caller. @throws Problem {@code CODING_CASE_NOT_FOUND} */
    @Transactional
    public boolean isHeld(UUID id) {
        return store.get(id).holder().is(caller.subject(), clock.instant());
    }

    /**
     * For what belongs to coding beside the codes: only while the case is still to be coded and no other has it. Nothing is taken by it.
     *
     * @throws Problem {@code CODING_CASE_NOT_FOUND}, {@code CODING_CASE_STEP_NOT_ALLOWED}, {@code CODING_CASE_OPEN_ELSEWHERE},
     *     {@code CODING_CASE_NOT_YOURS}
     */
    @Transactional
    public void requireFree(UUID id) {
        requireFree(store.get(id));
    }

    /**
     * For questions: as {@link #requireFree}, or the case is released, and the caller may code such a case.
     *
     * @throws Problem those of {@link #requireFree}, {@code CODER_NOT_ELIGIBLE}, {@code CODING_DUTIES_APART}
     */
    @Transactional
    public void requireAsking(UUID id) {
        var codingCase = store.get(id);
        if (!codingCase.progress().is(CaseStatus.RELEASED)) {
            requireFree(codingCase);
        }
        requireEligible(codingCase, caller.subject(), policies.current());
    }

    private void requireFree(CodingCase codingCase) {
        if (!codingCase.isOpen()) {
            throw codingCase.progress().notAllowed("be worked on");
        }
        codingCase.holder().requireFreeFor(caller.subject(), clock.instant());
    }

    /** @throws Problem {@code CODER_NOT_ELIGIBLE}, {@code CODING_DUTIES_APART} */
    void requireEligible(CodingCase codingCase, String coder, CodingPolicy policy) {
        objection(codingCase, coder, policy).ifPresent(objection -> {
            throw objection;
        });
    }

    boolean mayCode(CodingCase codingCase, String coder, CodingPolicy policy) {
        return objection(codingCase, coder, policy).isEmpty();
    }

    private Optional<Problem> objection(CodingCase codingCase, String coder, CodingPolicy policy) {
        if (policy.dutiesApart() && coder.equals(codingCase.encounter().completedBy())) {
            return Optional.of(new Problem(
                    CodingProblem.CODING_DUTIES_APART, "Whoever completed the encounter does not code its case"));
        }
        if (policy.dutiesApart() && queue.isAuditedBy(codingCase.id(), coder)) {
            return Optional.of(
                    new Problem(CodingProblem.CODING_DUTIES_APART, "Whoever judged a case does not code it"));
        }
        return coders.objection(coder, codingCase.kind().credentials(policy), reference.today(), policy)
                .map(objection -> new Problem(CoderProblem.CODER_NOT_ELIGIBLE, objection));
    }

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
        return codingCase.view(List.of());
    }
}
