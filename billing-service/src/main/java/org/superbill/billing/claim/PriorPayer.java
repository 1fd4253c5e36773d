package org.superbill.billing.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.denial.ReasonWords;
import org.superbill.billing.denial.Treatment;
import org.superbill.events.CoverageChanged;

/**
 * What a payer has decided about a claim, as it said it: amounts in dollars, adjustments as received. Source: 005010X222A1 and
 * 005010X223A2, loops 2320, 2330A, 2330B and 2430.
 *
 * @param sequence 1 for the primary payer
 * @param remittanceId where the decision is posted
 * @param payerIdentifier 2330B NM109 and SVD01
 * @param claimFilingIndicator SBR09
 * @param claimNumber the payer's number of the claim (CLP07)
 * @param paid AMT*D (CLP04)
 * @param adjustments CAS of the claim
 * @param outpatientRemarks the elements of MOA, empty where there was none
 * @param decidedOn DTP*573
 * @param lines empty where the payer decided the claim as a whole
 */
public record PriorPayer(
        int sequence,
        UUID remittanceId,
        UUID payerId,
        String payerName,
        String payerIdentifier,
        String claimFilingIndicator,
        CoverageChanged coverage,
        @Nullable String claimNumber,
        BigDecimal paid,
        List<Adjustment> adjustments,
        List<String> outpatientRemarks,
        LocalDate decidedOn,
        List<Line> lines) {

    public PriorPayer {
        adjustments = List.copyOf(adjustments);
        outpatientRemarks = List.copyOf(outpatientRemarks);
        lines = List.copyOf(lines);
    }

    /** One triple of a CAS. @param quantity units that were adjusted */
    public record Adjustment(
            String group,
            String carc,
            BigDecimal amount,
            @Nullable BigDecimal quantity) {}

    /**
     * One SVC: one line of the claim may have several, where it was paid as several procedures.
     *
     * @param lineNumber of the claim
     * @param procedure SVD03: what was decided, perhaps another code than what was sent
     * @param revenueCode SVD04, of institutional lines
     * @param units SVD05
     * @param bundledIntoLine SVD06: the line with which this one was paid
     * @param decidedOn DTP*573 of this line: a payer may decide a claim in parts; absent where that was not kept, which is the claim's
     */
    public record Line(
            int lineNumber,
            String procedure,
            List<String> modifiers,
            @Nullable String revenueCode,
            BigDecimal paid,
            BigDecimal units,
            @Nullable Integer bundledIntoLine,
            List<Adjustment> adjustments,
            @Nullable LocalDate decidedOn) {
        public Line {
            modifiers = List.copyOf(modifiers);
            adjustments = List.copyOf(adjustments);
        }

        /** AMT*EAF: what this payer leaves to the patient or the next payer. */
        public BigDecimal patientPart() {
            return PriorPayer.patientPart(adjustments);
        }
    }

    /** AMT*EAF of a claim that was decided as a whole. */
    public BigDecimal patientPart() {
        return patientPart(adjustments);
    }

    static BigDecimal sum(List<Adjustment> adjustments) {
        return adjustments.stream().map(Adjustment::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal patientPart(List<Adjustment> adjustments) {
        return sum(adjustments.stream()
                .filter(adjustment -> adjustment.group().equals("PR")
                        || ReasonWords.treatment(adjustment.carc()) == Treatment.NEXT_PAYER)
                .toList());
    }
}
