package org.superbill.coding.codingaudit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codingcase.BlindCases;
import org.superbill.coding.codingcase.CaseKind;
import org.superbill.coding.codingcase.CaseTasks;
import org.superbill.coding.codingcase.CodedCase;
import org.superbill.coding.codingcase.CodedCaseFilter;
import org.superbill.coding.codingcase.CodedCases;
import org.superbill.coding.codingcase.CodingCases;
import org.superbill.coding.codingcase.UpheldError;
import org.superbill.coding.codingpolicy.CodingPolicies;
import org.superbill.coding.codingscore.Scoring;
import org.superbill.coding.reference.Reference;
import org.superbill.coding.suggestion.AssistedCases;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.KitProblem;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.revision.Revision;
import org.superbill.servicekit.security.Caller;

/** What can be done with audits; each public method is one transaction. */
@ApplicationScoped
class CodingAudits {
    private static final SecureRandom SEEDS = new SecureRandom();

    private final AuditStore store;
    private final CodedCases coded;
    private final AssistedCases assistedCases;
    private final CodingCases cases;
    private final CaseTasks tasks;
    private final AuditEffects effects;
    private final DrgNumbers drgs;
    private final BlindCases blind;
    private final CodingPolicies policies;
    private final Reference reference;
    private final Caller caller;
    private final Clock clock;

    CodingAudits(
            AuditStore store,
            CodedCases coded,
            AssistedCases assistedCases,
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
        this.coded = coded;
        this.assistedCases = assistedCases;
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

    /**
     * Draws the sample. Before the bill its cases are in audit from now on.
     *
     * @throws Problem {@code CODING_AUDIT_EMPTY}, {@code VALIDATION_FAILED}
     */
    @Transactional
    CodingAuditView begin(AuditPlan plan) {
        if (plan.unit() == AuditPlan.Unit.DRG && plan.sampling().kind() != CaseKind.FACILITY) {
            throw invalid("/sampling/kind", "not-facility", "must be facility where the unit is the DRG");
        }
        var sampling = plan.sampling();
        var population = coded.list(filter(plan)).stream()
                .filter(assistance(sampling.computerAssisted()))
                .map(candidate -> new Sample.Member(candidate.id(), candidate.version(), stratum(candidate, sampling)))
                .toList();
        if (population.isEmpty()) {
            throw new Problem(AuditProblem.CODING_AUDIT_EMPTY, "The population is empty");
        }
        var audit = new CodingAudit(
                plan,
                sampling.seed() == null ? SEEDS.nextInt() : sampling.seed(),
                population,
                policies.current().thresholds().accuracy(),
                caller.subject(),
                clock.instant());
        store.persist(audit);
        for (var drawn : audit.drawn()) {
            store.add(new AuditItem(audit.id(), cases.finalCoding(drawn.caseId())));
            if (plan.stage() == AuditPlan.Stage.BEFORE_BILL) {
                cases.auditBegun(drawn.caseId());
            }
        }
        store.flush();
        return view(audit);
    }

    private Predicate<CodedCase> assistance(@Nullable Boolean wanted) {
        if (wanted == null) {
            return candidate -> true;
        }
        var assisted = assistedCases.all();
        return candidate -> assisted.contains(candidate.id()) == wanted;
    }

    private CodedCaseFilter filter(AuditPlan plan) {
        var sampling = plan.sampling();
        var zone = reference.zone();
        return new CodedCaseFilter(
                plan.stage() == AuditPlan.Stage.AFTER_BILL,
                sampling.from().atStartOfDay(zone).toInstant(),
                sampling.to().plusDays(1).atStartOfDay(zone).toInstant(),
                sampling.coder(),
                sampling.kind(),
                sampling.code(),
                sampling.payerId(),
                sampling.minimumChargeCents(),
                sampling.newCoderCases(),
                sampling.passedThrough());
    }

    private static String stratum(CodedCase candidate, AuditPlan.Sampling sampling) {
        return switch (sampling.per()) {
            case ALL -> "";
            case CODER -> candidate.codedBy();
            case PAYER -> candidate.payerId() == null ? "" : candidate.payerId().toString();
        };
    }

    /**
     * The cases that the seed draws of the population that was kept: always the same. While a blind audit goes on, its strata keep silent: they
     * would name the coders.
     *
     * @throws Problem {@code CODING_AUDIT_NOT_FOUND}
     */
    @Transactional
    List<Sample.Member> drawAgain(UUID auditId) {
        var audit = store.get(auditId);
        var drawn = audit.drawn();
        return audit.plan().method() == AuditPlan.Method.BLIND
                        && store.items(auditId).stream().anyMatch(item -> item.status() == ItemStatus.OPEN)
                ? drawn.stream().map(Sample.Member::withoutStratum).toList()
                : drawn;
    }

    /** @throws Problem {@code CODING_AUDIT_NOT_FOUND} */
    @Transactional
    CodingAuditView read(UUID auditId) {
        return view(store.get(auditId));
    }

    @Transactional
    Page<CodingAuditView> list(PageRequest page) {
        return Page.of(store.list(page), page, CodingAudit::id).map(this::view);
    }

    /** @throws Problem {@code CODING_AUDIT_NOT_FOUND} */
    @Transactional
    Page<AuditItemView> items(UUID auditId, PageRequest page) {
        var audit = store.get(auditId);
        var found = store.items(auditId, page);
        var known = effects.of(auditId, found);
        var hidden = blind.among(found.stream()
                .filter(item -> !isHidden(audit, item)) // which tells nothing
                .map(AuditItem::caseId)
                .toList());
        var shown = Page.of(found, page, AuditItem::id);
        return new Page<>(
                shown.items().stream()
                        .filter(item -> isHidden(audit, item) || !hidden.contains(item.caseId()))
                        .map(item -> view(audit, item, known))
                        .toList(),
                shown.nextCursor());
    }

    /** @throws Problem {@code CODING_AUDIT_NOT_FOUND}, {@code CODING_AUDIT_ITEM_NOT_FOUND}, {@code CODING_CASE_BLIND} */
    @Transactional
    AuditItemView item(UUID auditId, UUID itemId) {
        var audit = store.get(auditId);
        var item = store.item(auditId, itemId);
        requireShown(audit, item);
        return view(audit, item);
    }

    /** What another audit says of a case that is to be judged blindly would tell as much as the case. */
    private void requireShown(CodingAudit audit, AuditItem item) {
        if (!isHidden(audit, item)) {
            blind.requireShown(item.caseId());
        }
    }

    /**
     * The case by the rules of its own date, released or not, as it was drawn.
     *
     * @throws Problem {@code CODING_AUDIT_NOT_FOUND}, {@code CODING_AUDIT_ITEM_NOT_FOUND}, {@code CODING_CASE_BLIND}
     */
    @Transactional
    AuditReplayView replay(UUID auditId, UUID itemId) {
        var audit = store.get(auditId);
        var item = store.item(auditId, itemId);
        requireShown(audit, item);
        var correct = item.correct();
        return new AuditReplayView(
                isHidden(audit, item)
                        ? null
                        : cases.check(item.coded(), item.coded().coding()),
                correct == null ? null : cases.check(item.coded(), correct));
    }

    /** The auditor of a blind audit does not see what was coded before coding it. */
    private static boolean isHidden(CodingAudit audit, AuditItem item) {
        return audit.plan().method() == AuditPlan.Method.BLIND && item.status() == ItemStatus.OPEN;
    }

    /**
     * The auditor says what is right, which has to pass the rules as a coder's coding does. Before the bill a case without an error is
     * released. Said again by the same auditor, it takes the place of what was said before, until the coder has answered, somebody has
     * decided, or the case has left the audit; of a blind audit it is not said again.
     *
     * @throws Problem {@code CODING_AUDIT_NOT_FOUND}, {@code CODING_AUDIT_ITEM_NOT_FOUND}, {@code IF_MATCH_MISSING}, {@code STALE},
     *     {@code CODING_AUDIT_NOT_YOURS}, {@code CODING_AUDIT_STEP_NOT_ALLOWED}, {@code VALIDATION_FAILED}
     */
    @Transactional
    AuditItemView judge(UUID auditId, UUID itemId, AuditJudgment judgment, @Nullable Revision expected) {
        var audit = store.get(auditId);
        var item = getUnchanged(auditId, itemId, expected);
        if (item.status() != ItemStatus.OPEN) {
            requireJudgedAgain(audit, item);
        }
        if (audit.plan().unit() == AuditPlan.Unit.DRG && judgment.drg() == null) {
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
        follow(audit, item);
        return saved(audit, item);
    }

    /** Once the codes are shown nothing is said blindly any more; and of a case that is on its way to billing what is said would have no effect. */
    private void requireJudgedAgain(CodingAudit audit, AuditItem item) {
        if (audit.plan().method() == AuditPlan.Method.BLIND) {
            throw new Problem(
                    AuditProblem.CODING_AUDIT_STEP_NOT_ALLOWED,
                    "An item of a blind audit is judged once: its codes have been shown since");
        }
        if (audit.plan().stage() == AuditPlan.Stage.BEFORE_BILL && !cases.isInAudit(item.coded())) {
            throw new Problem(
                    AuditProblem.CODING_AUDIT_STEP_NOT_ALLOWED,
                    "The case is not in audit any more, so that it cannot be judged again");
        }
    }

    /**
     * Billing is asked again what the payer allows for the codes, by the contracts that it has now.
     *
     * @throws Problem {@code CODING_AUDIT_NOT_FOUND}, {@code CODING_AUDIT_ITEM_NOT_FOUND}, {@code CODING_AUDIT_STEP_NOT_ALLOWED}
     */
    @Transactional
    AuditItemView priceAgain(UUID auditId, UUID itemId) {
        var audit = store.get(auditId);
        var item = store.item(auditId, itemId);
        item.requireWrong();
        effects.ask(item);
        return saved(audit, item);
    }

    /** The coder agrees that the errors are errors. @throws Problem as {@link #judge} */
    @Transactional
    AuditItemView accept(UUID auditId, UUID itemId, @Nullable Revision expected) {
        var audit = store.get(auditId);
        var item = getUnchanged(auditId, itemId, expected);
        item.accept(caller.subject());
        follow(audit, item);
        return saved(audit, item);
    }

    /** The coder does not agree. @throws Problem as {@link #judge} */
    @Transactional
    AuditItemView rebut(UUID auditId, UUID itemId, String why, @Nullable Revision expected) {
        var audit = store.get(auditId);
        var item = getUnchanged(auditId, itemId, expected);
        item.rebut(why, caller.subject(), reference.today());
        return saved(audit, item);
    }

    /** Somebody decides whether the errors stand. @throws Problem as {@link #judge} */
    @Transactional
    AuditItemView decide(UUID auditId, UUID itemId, boolean upheld, String why, @Nullable Revision expected) {
        var audit = store.get(auditId);
        var item = getUnchanged(auditId, itemId, expected);
        item.decide(upheld, why, caller.subject(), policies.current().dutiesApart(), reference.today());
        follow(audit, item);
        return saved(audit, item);
    }

    /** What is done so that it does not happen again. @throws Problem as {@link #judge} */
    @Transactional
    AuditItemView plan(UUID auditId, UUID itemId, String action, LocalDate dueOn, @Nullable Revision expected) {
        var audit = store.get(auditId);
        var item = getUnchanged(auditId, itemId, expected);
        item.plan(action, dueOn);
        return saved(audit, item);
    }

    /** @throws Problem as {@link #judge} */
    @Transactional
    AuditItemView done(UUID auditId, UUID itemId, @Nullable Revision expected) {
        var audit = store.get(auditId);
        var item = getUnchanged(auditId, itemId, expected);
        var isAuditor =
                caller.roles().stream().anyMatch(role -> role.permissions().contains("coding-audit:write"));
        item.correctiveActionDone(caller.subject(), isAuditor, clock.instant());
        return saved(audit, item);
    }

    /** Before the bill: what is agreed goes to billing, what is upheld back to its coder. After it what is upheld is somebody's task to amend. */
    private void follow(CodingAudit audit, AuditItem item) {
        cases.scored(item.score());
        if (audit.plan().stage() == AuditPlan.Stage.AFTER_BILL) {
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

    private AuditItem getUnchanged(UUID auditId, UUID itemId, @Nullable Revision expected) {
        var item = store.item(auditId, itemId);
        item.requireRevision(expected);
        return item;
    }

    private AuditItemView saved(CodingAudit audit, AuditItem item) {
        store.flush(); // so that the answer carries the new revision
        return view(audit, item);
    }

    private AuditItemView view(CodingAudit audit, AuditItem item) {
        return view(audit, item, effects.of(audit.id(), List.of(item)));
    }

    private static AuditItemView view(CodingAudit audit, AuditItem item, Map<UUID, AuditEffectView> known) {
        return item.view(isHidden(audit, item), known.get(item.id()));
    }

    private CodingAuditView view(CodingAudit audit) {
        var found = store.items(audit.id());
        var known = effects.of(audit.id(), found);
        var items = found.stream()
                .map(item -> item.view(false, known.get(item.id())))
                .toList();
        return audit.view(AuditSummary.of(items, audit.plan().unit(), audit.standard()));
    }
}
