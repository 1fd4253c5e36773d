package org.superbill.coding.codingaudit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codingcase.BlindCases;
import org.superbill.coding.codingcase.CaseTasks;
import org.superbill.coding.codingcase.CodingCases;
import org.superbill.coding.codingcase.UpheldError;
import org.superbill.coding.codingpolicy.CodingPolicies;
import org.superbill.coding.codingscore.Scoring;
import org.superbill.coding.reference.Reference;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.KitProblem;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.revision.Revision;
import org.superbill.servicekit.security.Caller;

/**
 * What can be done with the items of audits; each public method is one transaction. Each begins with {@link #find}, which keeps from the caller what another audit says of a
 * case that they may have to judge blindly.
 */
@ApplicationScoped
class AuditItems {
    private final AuditStore store;
    private final CodingCases cases;
    private final CaseTasks tasks;
    private final AuditEffects effects;
    private final DrgNumbers drgs;
    private final BlindCases blind;
    private final CodingPolicies policies;
    private final Reference reference;
    private final Caller caller;
    private final Clock clock;

    AuditItems(
            AuditStore store,
            CodingCases cases,
            CaseTasks tasks,
            AuditEffects effects,
            DrgNumbers drgs,
            BlindCases blind,
            CodingPolicies policies,
            Reference reference,
            Caller caller,
            Clock clock) {
        this.store = store;
        this.cases = cases;
        this.tasks = tasks;
        this.effects = effects;
        this.drgs = drgs;
        this.blind = blind;
        this.policies = policies;
        this.reference = reference;
        this.caller = caller;
        this.clock = clock;
    }

    /** An item with the audit that drew it. */
    private record Drawn(CodingAudit audit, AuditItem item) {
        boolean isBlind() {
            return audit.plan().method() == AuditPlan.Method.BLIND;
        }

        /** The auditor of a blind audit does not see what was coded before coding it. */
        boolean isHidden() {
            return isBlind() && item.status() == ItemStatus.OPEN;
        }

        boolean isBeforeBill() {
            return audit.plan().stage() == AuditPlan.Stage.BEFORE_BILL;
        }
    }

    /** @throws Problem {@code CODING_AUDIT_NOT_FOUND} */
    @Transactional
    Page<AuditItemView> list(UUID auditId, PageRequest page) {
        var audit = store.get(auditId);
        var found = store.items(auditId, page);
        var known = effects.of(auditId, found);
        var drawn = Page.of(found, page, AuditItem::id).map(item -> new Drawn(audit, item));
        var hidden = blind.among(drawn.items().stream()
                .filter(one -> !one.isHidden()) // which tells nothing
                .map(one -> one.item().caseId())
                .toList());
        return new Page<>(
                drawn.items().stream()
                        .filter(one ->
                                one.isHidden() || !hidden.contains(one.item().caseId()))
                        .map(one -> one.item()
                                .view(one.isHidden(), known.get(one.item().id())))
                        .toList(),
                drawn.nextCursor());
    }

    /** @throws Problem {@code CODING_AUDIT_NOT_FOUND}, {@code CODING_AUDIT_ITEM_NOT_FOUND}, {@code CODING_CASE_BLIND} */
    @Transactional
    AuditItemView read(UUID auditId, UUID itemId) {
        return view(find(auditId, itemId));
    }

    /**
     * The case by the rules of its own date, released or not, as it was drawn.
     *
     * @throws Problem {@code CODING_AUDIT_NOT_FOUND}, {@code CODING_AUDIT_ITEM_NOT_FOUND}, {@code CODING_CASE_BLIND}
     */
    @Transactional
    AuditReplayView replay(UUID auditId, UUID itemId) {
        var drawn = find(auditId, itemId);
        var item = drawn.item();
        var correct = item.correct();
        return new AuditReplayView(
                drawn.isHidden() ? null : cases.check(item.coded(), item.coded().coding()),
                correct == null ? null : cases.check(item.coded(), correct));
    }

    /**
     * The caller is the one who judges an item of a blind audit.
     *
     * @throws Problem {@code CODING_AUDIT_NOT_FOUND}, {@code CODING_AUDIT_ITEM_NOT_FOUND}, {@code CODING_CASE_BLIND}, {@code IF_MATCH_MISSING}, {@code STALE},
     *     {@code CODING_AUDIT_NOT_YOURS}, {@code CODING_AUDIT_STEP_NOT_ALLOWED}
     */
    @Transactional
    AuditItemView take(UUID auditId, UUID itemId, @Nullable Revision expected) {
        var drawn = findUnchanged(auditId, itemId, expected);
        requireBlind(drawn);
        requireUnseen(drawn);
        drawn.item().take(caller.subject());
        return saved(drawn);
    }

    /**
     * The caller does not judge an item of a blind audit, not any more, and may see its case instead: e.g. to decide on what another audit says of it.
     *
     * @throws Problem as {@link #take}
     */
    @Transactional
    AuditItemView recuse(UUID auditId, UUID itemId, @Nullable Revision expected) {
        var drawn = findUnchanged(auditId, itemId, expected);
        requireBlind(drawn);
        drawn.item().leave(caller.subject());
        store.seen(List.of(itemId), caller.subject());
        return saved(drawn);
    }

    private static void requireBlind(Drawn drawn) {
        if (!drawn.isBlind()) {
            throw new Problem(
                    AuditProblem.CODING_AUDIT_STEP_NOT_ALLOWED,
                    "Only an item of a blind audit is taken, or left to others");
        }
    }

    private void requireUnseen(Drawn drawn) {
        if (drawn.isBlind() && store.hasSeen(drawn.item().id(), caller.subject())) {
            throw new Problem(
                    AuditProblem.CODING_AUDIT_NOT_YOURS, "Whoever has seen the case does not judge it blindly");
        }
    }

    /**
     * The auditor says what is right, which has to pass the rules as a coder's coding does. Before the bill a case without an error is
     * released. Said again by the same auditor, it takes the place of what was said before, until the coder has answered, somebody has
     * decided, or the case has left the audit; of a blind audit it is not said again.
     *
     * @throws Problem {@code CODING_AUDIT_NOT_FOUND}, {@code CODING_AUDIT_ITEM_NOT_FOUND}, {@code CODING_CASE_BLIND}, {@code IF_MATCH_MISSING}, {@code STALE},
     *     {@code CODING_AUDIT_NOT_YOURS}, {@code CODING_AUDIT_STEP_NOT_ALLOWED}, {@code VALIDATION_FAILED}
     */
    @Transactional
    AuditItemView judge(UUID auditId, UUID itemId, AuditJudgment judgment, @Nullable Revision expected) {
        var drawn = findUnchanged(auditId, itemId, expected);
        var item = drawn.item();
        if (item.status() != ItemStatus.OPEN) {
            requireJudgedAgain(drawn);
        }
        requireUnseen(drawn);
        if (drawn.audit().plan().unit() == AuditPlan.Unit.DRG && judgment.drg() == null) {
            throw invalid("/drg", "required", "must be there where the audit's unit is the DRG");
        }
        if (judgment.drg() != null) {
            drgs.requireKnown(judgment.drg(), item.coded().governingDate());
        }
        var correct = judgment.coding().coding();
        var findings = cases.requireRight(item.coded(), correct);
        var score = Scoring.compare(item.coded().coding(), correct);
        var reasoned = score.errors().stream()
                .map(error -> AuditJudgment.reasoned(error, judgment.given()))
                .toList();
        item.audited(
                correct,
                findings,
                judgment.drg(),
                score,
                reasoned,
                caller.subject(),
                policies.current().times().rebuttableUntil(reference.today()),
                clock.instant());
        effects.judged(item);
        follow(drawn);
        return saved(drawn);
    }

    /** Once the codes are shown nothing is said blindly any more; and of a case that is on its way to billing what is said would have no effect. */
    private void requireJudgedAgain(Drawn drawn) {
        if (drawn.isBlind()) {
            throw new Problem(
                    AuditProblem.CODING_AUDIT_STEP_NOT_ALLOWED,
                    "An item of a blind audit is judged once: its codes have been shown since");
        }
        if (drawn.isBeforeBill() && !cases.isInAudit(drawn.item().coded())) {
            throw new Problem(
                    AuditProblem.CODING_AUDIT_STEP_NOT_ALLOWED,
                    "The case is not in audit any more, so that it cannot be judged again");
        }
    }

    /**
     * Billing is asked again what the payer allows for the codes, by the contracts that it has now.
     *
     * @throws Problem {@code CODING_AUDIT_NOT_FOUND}, {@code CODING_AUDIT_ITEM_NOT_FOUND}, {@code CODING_CASE_BLIND}, {@code CODING_AUDIT_STEP_NOT_ALLOWED}
     */
    @Transactional
    AuditItemView priceAgain(UUID auditId, UUID itemId) {
        var drawn = find(auditId, itemId);
        drawn.item().requireWrong();
        effects.ask(drawn.item());
        return saved(drawn);
    }

    /** The coder agrees that the errors are errors. @throws Problem as {@link #judge} */
    @Transactional
    AuditItemView accept(UUID auditId, UUID itemId, @Nullable Revision expected) {
        var drawn = findUnchanged(auditId, itemId, expected);
        drawn.item().accept(caller.subject());
        follow(drawn);
        return saved(drawn);
    }

    /** The coder does not agree. @throws Problem as {@link #judge} */
    @Transactional
    AuditItemView rebut(UUID auditId, UUID itemId, String why, @Nullable Revision expected) {
        var drawn = findUnchanged(auditId, itemId, expected);
        drawn.item().rebut(why, caller.subject(), reference.today());
        return saved(drawn);
    }

    /** Somebody decides whether the errors stand. @throws Problem as {@link #judge} */
    @Transactional
    AuditItemView decide(UUID auditId, UUID itemId, boolean upheld, String why, @Nullable Revision expected) {
        var drawn = findUnchanged(auditId, itemId, expected);
        drawn.item().decide(upheld, why, caller.subject(), policies.current().dutiesApart(), reference.today());
        follow(drawn);
        return saved(drawn);
    }

    /** What is done so that it does not happen again. @throws Problem as {@link #judge} */
    @Transactional
    AuditItemView plan(UUID auditId, UUID itemId, String action, LocalDate dueOn, @Nullable Revision expected) {
        var drawn = findUnchanged(auditId, itemId, expected);
        if (dueOn.isBefore(reference.today())) {
            throw invalid("/dueOn", "past", "must not be in the past");
        }
        drawn.item().plan(action, dueOn);
        return saved(drawn);
    }

    /** Said by an auditor who did not code the case. @throws Problem as {@link #judge} */
    @Transactional
    AuditItemView done(UUID auditId, UUID itemId, @Nullable Revision expected) {
        var drawn = findUnchanged(auditId, itemId, expected);
        drawn.item().correctiveActionDone(caller.subject(), clock.instant());
        return saved(drawn);
    }

    /** Before the bill: what is agreed goes to billing, what is upheld back to its coder. After it what is upheld is somebody's task to amend. */
    private void follow(Drawn drawn) {
        var audit = drawn.audit();
        var item = drawn.item();
        cases.scored(item.score());
        if (!drawn.isBeforeBill()) {
            if (item.status() == ItemStatus.UPHELD) {
                tasks.toBeAmended(new UpheldError(
                        item.coded(), audit.id(), item.id(), item.score().auditor(), audit.begunBy()));
            }
            return;
        }
        if (item.status() == ItemStatus.AGREED) {
            cases.auditPassed(item.coded());
        } else if (item.status() == ItemStatus.UPHELD) {
            cases.auditReturned(item.coded());
        }
    }

    private static Problem invalid(String pointer, String rule, String message) {
        return new Problem(
                KitProblem.VALIDATION_FAILED, "The request is not valid", new FieldError(pointer, rule, message));
    }

    /** What another audit says of a case that is to be judged blindly would tell as much as the case. */
    private Drawn find(UUID auditId, UUID itemId) {
        var drawn = new Drawn(store.get(auditId), store.item(auditId, itemId));
        if (!drawn.isHidden()) {
            blind.requireShown(drawn.item().caseId());
        }
        return drawn;
    }

    private Drawn findUnchanged(UUID auditId, UUID itemId, @Nullable Revision expected) {
        var drawn = find(auditId, itemId);
        drawn.item().requireRevision(expected);
        return drawn;
    }

    private AuditItemView saved(Drawn drawn) {
        store.flush(); // so that the answer carries the new revision
        return view(drawn);
    }

    /** Once it is judged its codes are shown, unless another blind audit still asks the caller for them. */
    private AuditItemView view(Drawn drawn) {
        var item = drawn.item();
        return item.view(
                drawn.isHidden() || !blind.among(List.of(item.caseId())).isEmpty(),
                effects.of(drawn.audit().id(), List.of(item)).get(item.id()));
    }
}
