package org.superbill.billing.remittance;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.ledger.Cents;
import org.superbill.x12.X12Exception;
import org.superbill.x12.part.Adjustment;
import org.superbill.x12.remittance.Imbalance;
import org.superbill.x12.remittance.Loop2100ClaimPayment;
import org.superbill.x12.remittance.Loop2110ServicePayment;
import org.superbill.x12.remittance.RemittanceAdvice;
import org.superbill.x12.remittance.RemittanceBalance;

/** Reads an 835 into amounts of billing. */
final class RemittedReader {
    private RemittedReader() {}

    /** @throws X12Exception when something that the posting needs is missing, or an amount has a fraction of a cent */
    static Remitted read(RemittanceAdvice advice, String controlNumber) {
        try {
            var payment = advice.payment();
            var amount = Cents.ofDollars(payment.amount());
            return new Remitted(
                    controlNumber,
                    advice.traceNumber(),
                    advice.payerIdentifier(),
                    advice.payer().name(),
                    advice.payee().id(),
                    payment.isDebit() ? amount.negated() : amount,
                    payment.date(),
                    payment.method(),
                    advice.claims().stream().map(RemittedReader::claim).toList(),
                    advice.providerAdjustments().stream()
                            .map(adjustment -> new Remitted.ProviderAdjustment(
                                    adjustment.reason(), adjustment.reference(), Cents.ofDollars(adjustment.amount())))
                            .toList(),
                    RemittanceBalance.check(advice).stream()
                            .map(RemittedReader::disagreement)
                            .toList());
        } catch (ArithmeticException e) {
            throw new X12Exception("An amount has a fraction of a cent, or is beyond all money", e);
        }
    }

    private static Remitted.Claim claim(Loop2100ClaimPayment claim) {
        return new Remitted.Claim(
                claim.patientControlNumber(),
                claim.status().code(),
                Cents.ofDollars(claim.chargeAmount()),
                Cents.ofDollars(claim.paidAmount()),
                cents(claim.patientResponsibility()),
                claim.payerClaimControlNumber().isEmpty() ? null : claim.payerClaimControlNumber(),
                adjustments(claim.adjustments()),
                claim.remarkCodes(),
                claim.servicePayment().stream().map(RemittedReader::line).toList());
    }

    private static Remitted.Line line(Loop2110ServicePayment line) {
        return new Remitted.Line(
                line.lineControlNumber(),
                line.procedure().code(),
                Cents.ofDollars(line.chargeAmount()),
                Cents.ofDollars(line.paidAmount()),
                adjustments(line.adjustments()),
                line.remarkCodes());
    }

    private static List<Remitted.Adjustment> adjustments(List<Adjustment> adjustments) {
        return adjustments.stream()
                .map(adjustment -> new Remitted.Adjustment(
                        adjustment.group().code(), adjustment.reason(), Cents.ofDollars(adjustment.amount())))
                .toList();
    }

    private static Remitted.Disagreement disagreement(Imbalance sums) {
        return new Remitted.Disagreement(
                sums.level().name().toLowerCase(Locale.ROOT),
                sums.claim(),
                sums.line(),
                sums.expected().toPlainString(),
                sums.paid().toPlainString(),
                sums.message());
    }

    private static Cents cents(@Nullable BigDecimal dollars) {
        return dollars == null ? Cents.ZERO : Cents.ofDollars(dollars);
    }
}
