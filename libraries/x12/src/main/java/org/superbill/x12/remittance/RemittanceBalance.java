package org.superbill.x12.remittance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.superbill.x12.part.Adjustment;

/**
 * Checks whether the sums of a remittance agree: each line, each claim, the whole. Source: 005010X221A1, 1.10.2.1. One instance is
 * for one transaction set; claims can be given as they are read.
 */
public final class RemittanceBalance {
    private final List<Imbalance> found = new ArrayList<>();
    private BigDecimal claimsPaid = BigDecimal.ZERO;
    private int claims;

    /** All that disagrees in a remittance that was read whole; empty when it balances. */
    public static List<Imbalance> check(RemittanceAdvice remittance) {
        var balance = new RemittanceBalance();
        remittance.claims().forEach(balance::add);
        return balance.finish(remittance.payment(), remittance.providerAdjustments());
    }

    /** The next claim. @throws org.superbill.x12.X12Exception when an amount is no number */
    public void add(Loop2100ClaimPayment claim) {
        found.addAll(ofClaim(claim, ++claims));
        claimsPaid = claimsPaid.add(claim.paidAmount());
    }

    /** After the last claim: all that disagrees. */
    public List<Imbalance> finish(Payment payment, List<ProviderAdjustment> providerAdjustments) {
        report(ofTransaction(claimsPaid, payment, providerAdjustments), found);
        return List.copyOf(found);
    }

    /**
     * What disagrees in one claim and its lines, for who keeps none of them.
     *
     * @param number the how-manieth of the transaction set, from 1
     * @throws org.superbill.x12.X12Exception when an amount is no number
     */
    public static List<Imbalance> ofClaim(Loop2100ClaimPayment claim, int number) {
        var imbalances = ofLines(claim, number);
        report(ofWholeClaim(claim, number), imbalances);
        return imbalances;
    }

    /** What disagrees in the claim's lines. @throws org.superbill.x12.X12Exception when an amount of theirs is no number */
    public static List<Imbalance> ofLines(Loop2100ClaimPayment claim, int number) {
        var imbalances = new ArrayList<Imbalance>();
        int lineNumber = 0;
        for (var line : claim.servicePayment()) {
            lineNumber++;
            report(
                    new Imbalance(
                            Imbalance.Level.LINE,
                            claim.patientControlNumber(),
                            number,
                            lineNumber,
                            line.chargeAmount(),
                            sum(line.adjustments()),
                            line.paidAmount()),
                    imbalances);
        }
        return imbalances;
    }

    /**
     * The sums of the claim with all its adjustments, whether they agree or not.
     *
     * @throws org.superbill.x12.X12Exception when an amount is no number
     */
    public static Imbalance ofWholeClaim(Loop2100ClaimPayment claim, int number) {
        var adjusted = sum(claim.adjustments());
        for (var line : claim.servicePayment()) {
            adjusted = adjusted.add(sum(line.adjustments()));
        }
        return new Imbalance(
                Imbalance.Level.CLAIM,
                claim.patientControlNumber(),
                number,
                0,
                claim.chargeAmount(),
                adjusted,
                claim.paidAmount());
    }

    /** The sums of the whole, whether they agree or not. @param claimsPaid the sum of CLP04 */
    public static Imbalance ofTransaction(
            BigDecimal claimsPaid, Payment payment, List<ProviderAdjustment> providerAdjustments) {
        var taken =
                providerAdjustments.stream().map(ProviderAdjustment::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        var paid = payment.isDebit() ? payment.amount().negate() : payment.amount();
        return new Imbalance(Imbalance.Level.TRANSACTION, null, 0, 0, claimsPaid, taken, paid);
    }

    private static void report(Imbalance sums, List<Imbalance> to) {
        if (sums.difference().signum() != 0) {
            to.add(sums);
        }
    }

    private static BigDecimal sum(List<Adjustment> adjustments) {
        var sum = BigDecimal.ZERO;
        for (var adjustment : adjustments) {
            sum = sum.add(adjustment.amount());
        }
        return sum;
    }
}
