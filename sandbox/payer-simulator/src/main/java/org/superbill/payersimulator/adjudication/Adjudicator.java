package org.superbill.payersimulator.adjudication;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.superbill.payersimulator.adjudication.Decision.Adjustment;
import org.superbill.payersimulator.adjudication.Decision.LineDecision;
import org.superbill.payersimulator.adjudication.SubmittedClaim.Line;

/** The payer's benefit rules. They are invented, simple and fixed, so that an integrator can write tests against them. */
public final class Adjudicator {
    private static final BigDecimal ALLOWED_SHARE = new BigDecimal("0.80");
    private static final BigDecimal COINSURANCE_SHARE = new BigDecimal("0.20");
    private static final BigDecimal COPAY = new BigDecimal("20.00");
    private static final BigDecimal NOTHING = new BigDecimal("0.00");
    private static final Set<String> VACCINES = Set.of("90656", "90658", "90662", "90686", "90471", "90472", "G0008");

    private Adjudicator() {}

    public static Decision decide(SubmittedClaim claim) {
        var scenario = Scenario.of(claim.memberId());
        var original = claim.frequency().equals("1");
        var lines = new ArrayList<LineDecision>();
        for (var line : claim.lines()) {
            if (scenario == Scenario.UNPROCESSABLE
                    || (scenario == Scenario.LINE_DENIED && original && lines.isEmpty())) {
                lines.add(denied(line, scenario == Scenario.LINE_DENIED ? List.of("N382") : List.of()));
            } else {
                lines.add(paid(line, claim.diagnoses(), scenario));
            }
        }
        return new Decision(lines, scenario == Scenario.UNPROCESSABLE ? List.of("MA130") : List.of());
    }

    private static LineDecision denied(Line line, List<String> remarks) {
        return new LineDecision(line, NOTHING, NOTHING, List.of(new Adjustment("CO", "16", line.charge())), remarks);
    }

    private static LineDecision paid(Line line, List<String> diagnoses, Scenario scenario) {
        var allowed = cents(line.charge().multiply(ALLOWED_SHARE));
        var adjustments = new ArrayList<Adjustment>();
        adjust(adjustments, "CO", "45", line.charge().subtract(allowed));
        var patient = NOTHING;
        if (scenario == Scenario.DEDUCTIBLE) {
            patient = cents(allowed.divide(BigDecimal.valueOf(2), RoundingMode.HALF_UP));
            adjust(adjustments, "PR", "1", patient);
        } else if (VACCINES.contains(line.procedure()) && diagnoses.contains("Z23")) {
            patient = NOTHING;
        } else if (line.procedure().startsWith("992")) {
            patient = COPAY.min(allowed);
            adjust(adjustments, "PR", "3", patient);
        } else {
            patient = cents(allowed.multiply(COINSURANCE_SHARE));
            adjust(adjustments, "PR", "2", patient);
        }
        return new LineDecision(line, allowed, allowed.subtract(patient), adjustments, List.of());
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
