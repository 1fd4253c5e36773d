package org.superbill.payersimulator.adjudication;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.superbill.payersimulator.adjudication.Decision.Adjustment;
import org.superbill.payersimulator.adjudication.Decision.LineDecision;
import org.superbill.payersimulator.adjudication.SubmittedClaim.Line;
import org.superbill.payersimulator.benefit.Benefits;
import org.superbill.payersimulator.benefit.Benefits.Member;
import org.superbill.payersimulator.scenario.Scenario;

/** The payer's benefit rules. They are invented, simple and fixed, so that an integrator can write tests against them. */
@Singleton
public class Adjudicator {
    private static final BigDecimal ALLOWED_SHARE = new BigDecimal("0.80");
    /** Of what is allowed, where the member has none of its own. */
    public static final BigDecimal COINSURANCE_SHARE = new BigDecimal("0.20");
    /** Of an office visit, in dollars, where the member has none of its own. */
    public static final BigDecimal COPAY = new BigDecimal("20.00");

    private static final BigDecimal NOTHING = new BigDecimal("0.00");
    private static final BigDecimal HALF = new BigDecimal("0.5");
    /** CARC 23: what the payers before have decided. */
    private static final String PRIOR_PAYERS = "23";
    /** RARC MA04: a secondary payer needs to know what the primary has paid. */
    private static final String NO_PRIOR_PAYMENT = "MA04";

    private static final Set<String> VACCINES = Set.of("90656", "90658", "90662", "90686", "90471", "90472", "G0008");

    private final Benefits benefits;

    public Adjudicator(Benefits benefits) {
        this.benefits = benefits;
    }

    public Decision decide(SubmittedClaim claim, Scenario scenario) {
        return decide(claim, scenario, BigDecimal.ONE);
    }

    /** As {@link #decide} when the first decision was too generous: half of it is allowed. */
    public Decision corrected(SubmittedClaim claim, Scenario scenario) {
        return decide(claim, scenario, HALF);
    }

    private Decision decide(SubmittedClaim claim, Scenario scenario, BigDecimal share) {
        var isOriginal = claim.frequency().equals("1");
        var member = benefits.member(claim.memberId()).orElse(null);
        var left = Coordination.left(claim);
        var lines = new ArrayList<LineDecision>();
        for (var i = 0; i < claim.lines().size(); i++) {
            var line = claim.lines().get(i);
            var rule = scenario.rule(i, isOriginal).orElse(null);
            if (Coordination.isUntold(claim)) {
                lines.add(denied(line, left.get(i), "CO", "16", List.of()));
            } else if (member != null && !member.isCovered(line.serviceDate())) {
                lines.add(denied(line, left.get(i), "CO", "27", List.of()));
            } else if (rule != null && rule.group() != null && rule.carc() != null) {
                lines.add(denied(line, left.get(i), rule.group(), rule.carc(), rule.remarkCodes()));
            } else {
                lines.add(paid(line, left.get(i), claim, scenario, member, share, rule == null ? null : rule.paidAs()));
            }
        }
        return new Decision(lines, Coordination.isUntold(claim) ? List.of(NO_PRIOR_PAYMENT) : scenario.remarks());
    }

    /** @param left what the payers before have left of the charge */
    private static LineDecision denied(Line line, BigDecimal left, String group, String reason, List<String> remarks) {
        var adjustments = new ArrayList<Adjustment>();
        adjust(adjustments, "OA", PRIOR_PAYERS, line.charge().subtract(left));
        adjust(adjustments, group, reason, left);
        return new LineDecision(line, null, NOTHING, NOTHING, adjustments, remarks);
    }

    /**
     * As the payer would pay were it the only one, but no more than the payers before have left: together they never pay more than the charge. Of
     * what is then left, the patient bears no more than under this payer alone; the rest is the contract's.
     */
    private LineDecision paid(
            Line line,
            BigDecimal left,
            SubmittedClaim claim,
            Scenario scenario,
            @Nullable Member member,
            BigDecimal share,
            @Nullable String paidAs) {
        var service = paidAs == null ? line.service() : paidAs;
        var allowed = cents(benefits.fee(service)
                .map(fee -> fee.multiply(line.units()).min(line.charge()))
                .orElseGet(() -> line.charge().multiply(ALLOWED_SHARE))
                .multiply(share));
        var own = patientShare(line, claim, scenario, member, allowed);
        var paid = allowed.subtract(own.amount()).min(left);
        var patient = own.amount().min(left.subtract(paid));
        var adjustments = new ArrayList<Adjustment>();
        adjust(adjustments, "OA", PRIOR_PAYERS, line.charge().subtract(left));
        adjust(adjustments, "CO", "45", left.subtract(paid).subtract(patient));
        adjust(adjustments, "PR", own.reason(), patient);
        if (scenario.sequestrationShare() != null) {
            var kept = cents(paid.multiply(scenario.sequestrationShare()));
            adjust(adjustments, "CO", "253", kept);
            paid = paid.subtract(kept);
        }
        var isNobodys = scenario.qualifiedMedicareBeneficiary() && patient.signum() > 0;
        return new LineDecision(
                line, paidAs, allowed, paid, adjustments, isNobodys ? List.of(own.remark()) : List.of());
    }

    /**
     * What the patient bears of what is allowed.
     *
     * @param reason CARC under group PR
     * @param remark RARC that says that a qualified Medicare beneficiary does not owe it
     */
    private record PatientShare(String reason, String remark, BigDecimal amount) {}

    private static PatientShare patientShare(
            Line line, SubmittedClaim claim, Scenario scenario, @Nullable Member member, BigDecimal allowed) {
        if (scenario.deductibleShare() != null) {
            return new PatientShare("1", "N781", cents(allowed.multiply(scenario.deductibleShare())));
        }
        if (VACCINES.contains(line.procedure()) && claim.diagnoses().contains("Z23")) {
            return new PatientShare("2", "N782", NOTHING);
        }
        if (line.procedure().startsWith("992")) {
            return new PatientShare("3", "N783", (member == null ? COPAY : cents(member.copay())).min(allowed));
        }
        var share = member == null ? COINSURANCE_SHARE : member.coinsuranceShare();
        return new PatientShare("2", "N782", cents(allowed.multiply(share)));
    }

    private static void adjust(List<Adjustment> adjustments, String group, String reason, BigDecimal amount) {
        if (amount.signum() != 0) {
            adjustments.add(new Adjustment(group, reason, amount));
        }
    }

    private static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }
}
