package org.superbill.payersimulator.adjudication;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the payer has decided of a claim: for each line CAS adjustments that explain charge minus paid.
 *
 * @param claimRemarks MOA remark codes
 */
public record Decision(List<LineDecision> lines, List<String> claimRemarks) {

    public Decision {
        lines = List.copyOf(lines);
        claimRemarks = List.copyOf(claimRemarks);
    }

    public BigDecimal paid() {
        return lines.stream().map(LineDecision::paid).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public BigDecimal patientResponsibility() {
        return lines.stream()
                .flatMap(line -> line.adjustments().stream())
                .filter(adjustment -> adjustment.group().equals("PR"))
                .map(Adjustment::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * One line.
     *
     * @param paidAs the procedure that the payer takes it for, or null when it is the one that was sent
     * @param remarks LQ*HE codes
     */
    public record LineDecision(
            SubmittedClaim.Line line,
            @Nullable String paidAs,
            BigDecimal allowed,
            BigDecimal paid,
            List<Adjustment> adjustments,
            List<String> remarks) {
        public LineDecision {
            adjustments = List.copyOf(adjustments);
            remarks = List.copyOf(remarks);
        }
    }

    /** One reason and amount of a CAS segment. */
    public record Adjustment(String group, String reason, BigDecimal amount) {}
}
