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
    private static final BigDecimal COINSURANCE_SHARE = new BigDecimal("0.20");
    private static final BigDecimal COPAY = new BigDecimal("20.00");
    private static final BigDecimal NOTHING = new BigDecimal("0.00");
    private static final BigDecimal HALF = new BigDecimal("0.5");
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
        var lines = new ArrayList<LineDecision>();
        for (var i = 0; i < claim.lines().size(); i++) {
            var line = claim.lines().get(i);
            var rule = scenario.rule(i, isOriginal).orElse(null);
            if (member != null && !member.isCovered(line.serviceDate())) {
                lines.add(denied(line, "CO", "27", List.of()));
            } else if (rule != null && rule.group() != null && rule.carc() != null) {
                lines.add(denied(line, rule.group(), rule.carc(), rule.remarkCodes()));
            } else {
                lines.add(paid(line, claim, scenario, member, share, rule == null ? null : rule.paidAs()));
            }
        }
        return new Decision(lines, scenario.remarks());
    }

    private static LineDecision denied(Line line, String group, String reason, List<String> remarks) {
        var adjustments = new ArrayList<Adjustment>();
        adjust(adjustments, group, reason, line.charge());
        return new LineDecision(line, null, NOTHING, NOTHING, adjustments, remarks);
    }

    private LineDecision paid(
            Line line,
            SubmittedClaim claim,
            Scenario scenario,
            @Nullable Member member,
            BigDecimal share,
            @Nullable String paidAs) {
        var procedure = paidAs == null ? line.procedure() : paidAs;
        var allowed = cents(benefits.fee(procedure)
                .map(fee -> fee.multiply(line.units()).min(line.charge()))
                .orElseGet(() -> line.charge().multiply(ALLOWED_SHARE))
                .multiply(share));
        var adjustments = new ArrayList<Adjustment>();
        adjust(adjustments, "CO", "45", line.charge().subtract(allowed));
        var patient = NOTHING;
        var remark = "";
        if (scenario.deductibleShare() != null) {
            patient = cents(allowed.multiply(scenario.deductibleShare()));
            adjust(adjustments, "PR", "1", patient);
            remark = "N781";
        } else if (VACCINES.contains(line.procedure()) && claim.diagnoses().contains("Z23")) {
            patient = NOTHING;
        } else if (line.procedure().startsWith("992")) {
            patient = (member == null ? COPAY : cents(member.copay())).min(allowed);
            adjust(adjustments, "PR", "3", patient);
            remark = "N783";
        } else {
            patient = cents(allowed.multiply(member == null ? COINSURANCE_SHARE : member.coinsuranceShare()));
            adjust(adjustments, "PR", "2", patient);
            remark = "N782";
        }
        var paid = allowed.subtract(patient);
        if (scenario.sequestrationShare() != null) {
            var kept = cents(paid.multiply(scenario.sequestrationShare()));
            adjust(adjustments, "CO", "253", kept);
            paid = paid.subtract(kept);
        }
        var isNobodys = scenario.qualifiedMedicareBeneficiary() && patient.signum() > 0;
        return new LineDecision(line, paidAs, allowed, paid, adjustments, isNobodys ? List.of(remark) : List.of());
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
