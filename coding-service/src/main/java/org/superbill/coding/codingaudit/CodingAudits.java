package org.superbill.coding.codingaudit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codingcase.CaseKind;
import org.superbill.coding.codingcase.CodedCase;
import org.superbill.coding.codingcase.CodedCaseFilter;
import org.superbill.coding.codingcase.CodedCases;
import org.superbill.coding.codingcase.CodingCases;
import org.superbill.coding.codingpolicy.CodingPolicies;
import org.superbill.coding.reference.Reference;
import org.superbill.coding.suggestion.AssistedCases;
import org.superbill.servicekit.audit.Deed;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.KitProblem;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.security.Caller;

/** What can be done with audits; each public method is one transaction. */
@ApplicationScoped
class CodingAudits {
    /** Who may end what another has begun, e.g. when they are away. */
    private static final String KEEPS_POLICY = "coding-policy:write";

    private static final SecureRandom SEEDS = new SecureRandom();

    private final AuditStore store;
    private final CodedCases coded;
    private final AssistedCases assistedCases;
    private final CodingCases cases;
    private final AuditEffects effects;
    private final BlindItems blind;
    private final CodingPolicies policies;
    private final Reference reference;
    private final Caller caller;
    private final Deed deed;
    private final Clock clock;

    CodingAudits(
            AuditStore store,
            CodedCases coded,
            AssistedCases assistedCases,
            CodingCases cases,
            AuditEffects effects,
            BlindItems blind,
            CodingPolicies policies,
            Reference reference,
            Caller caller,
            Deed deed,
            Clock clock) {
        this.store = store;
        this.coded = coded;
        this.assistedCases = assistedCases;
        this.cases = cases;
        this.effects = effects;
        this.blind = blind;
        this.policies = policies;
        this.reference = reference;
        this.caller = caller;
        this.deed = deed;
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
     * The cases that the seed draws of the population that was kept: always the same. While a blind audit goes on, its strata keep silent, and so do those of the same cases in
     * other audits: they would name the coders.
     *
     * @throws Problem {@code CODING_AUDIT_NOT_FOUND}
     */
    @Transactional
    List<Sample.Member> drawAgain(UUID auditId) {
        var audit = store.get(auditId);
        var drawn = audit.drawn();
        var isSilent = audit.plan().method() == AuditPlan.Method.BLIND
                && store.items(auditId).stream().anyMatch(item -> item.status() == ItemStatus.OPEN);
        var openElsewhere = blind.open(drawn.stream().map(Sample.Member::caseId).toList());
        return drawn.stream()
                .map(member -> isSilent || openElsewhere.contains(member.caseId()) ? member.withoutStratum() : member)
                .toList();
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

    /**
     * Nobody judges the rest of it: what is not judged ends, and its cases are as they were before they were drawn. What is judged already stays so, and is
     * answered and decided on.
     *
     * @throws Problem {@code CODING_AUDIT_NOT_FOUND}, {@code CODING_AUDIT_NOT_YOURS}, {@code CODING_AUDIT_STEP_NOT_ALLOWED}
     */
    @Transactional
    CodingAuditView cancel(UUID auditId, String reason) {
        var audit = store.get(auditId);
        if (!audit.begunBy().equals(caller.subject()) && !caller.may(KEEPS_POLICY)) {
            throw new Problem(AuditProblem.CODING_AUDIT_NOT_YOURS, "Another leads the audit");
        }
        var open = store.items(auditId).stream()
                .filter(item -> item.status() == ItemStatus.OPEN)
                .toList();
        if (open.isEmpty()) {
            throw new Problem(
                    AuditProblem.CODING_AUDIT_STEP_NOT_ALLOWED,
                    "No item of the audit is open: it is judged, or cancelled");
        }
        for (var item : open) {
            item.cancelled();
            if (audit.plan().stage() == AuditPlan.Stage.BEFORE_BILL) {
                cases.auditEnded(item.coded());
            }
        }
        deed.concerns(store.patients(open.stream().map(AuditItem::id).toList()));
        store.flush(); // of two at once, or with a judgment, the later one is stale
        store.add(new AuditCancellation(auditId, reason, caller.subject(), clock.instant()));
        store.flush();
        return view(audit);
    }

    private static Problem invalid(String pointer, String rule, String message) {
        return new Problem(
                KitProblem.VALIDATION_FAILED, "The request is not valid", new FieldError(pointer, rule, message));
    }

    private CodingAuditView view(CodingAudit audit) {
        var found = store.items(audit.id());
        var known = effects.of(audit.id(), found);
        var items = found.stream()
                .map(item -> item.view(false, known.get(item.id())))
                .toList();
        return audit.view(
                AuditSummary.of(items, audit.plan().unit(), audit.standard()),
                store.findCancellation(audit.id()).map(AuditCancellation::view).orElse(null));
    }
}
