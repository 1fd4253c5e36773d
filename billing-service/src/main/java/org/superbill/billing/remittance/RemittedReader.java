package org.superbill.billing.remittance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.ledger.Cents;
import org.superbill.x12.X12Exception;
import org.superbill.x12.part.Adjustment;
import org.superbill.x12.part.Reference;
import org.superbill.x12.remittance.Imbalance;
import org.superbill.x12.remittance.Loop1000APayer;
import org.superbill.x12.remittance.Loop2100ClaimPayment;
import org.superbill.x12.remittance.Loop2110ServicePayment;
import org.superbill.x12.remittance.RemittanceAdvice;
import org.superbill.x12.remittance.RemittanceBalance;

/** Reads an 835 into amounts of billing. */
final class RemittedReader {
    private static final Set<String> GROUPS = Set.of("CO", "OA", "PI", "PR"); // 005010X221A1, CAS01

    private final String transaction;

    private RemittedReader(int position) {
        this.transaction = "/transaction/" + position;
    }

    /**
     * @param position of the ST in its file, from 1
     * @throws X12Exception when something that the posting needs is missing, or an amount has a fraction of a cent or is above
     *     {@link Cents#MOST}
     */
    static Remitted read(RemittanceAdvice advice, String controlNumber, int position) {
        return new RemittedReader(position).read(advice, controlNumber);
    }

    private Remitted read(RemittanceAdvice advice, String controlNumber) {
        var payment = advice.payment();
        var amount = cents(payment.amount(), "/BPR02");
        var claims = new ArrayList<Remitted.Claim>();
        for (var claim : advice.claims()) {
            claims.add(claim(claim, "/claim/" + (claims.size() + 1)));
        }
        var disagreements = new ArrayList<Remitted.Disagreement>();
        RemittanceBalance.check(advice).stream()
                .map(RemittedReader::disagreement)
                .forEach(disagreements::add);
        if (amount.value() < 0) {
            disagreements.add(refused("transaction", 0, 0, "negative-payment", null, "BPR02 is below zero"));
        }
        for (var i = 0; i < claims.size(); i++) {
            disagreements.addAll(refusals(claims.get(i), i + 1));
        }
        return new Remitted(
                controlNumber,
                advice.traceNumber(),
                advice.payerIdentifier(),
                advice.payer().name(),
                identifiers(advice.payer()),
                advice.payee().loop().required("N1").element(3),
                advice.payee().id(),
                payment.isDebit() ? amount.negated() : amount,
                payment.date(),
                payment.method(),
                claims,
                advice.providerAdjustments().stream()
                        .map(adjustment -> new Remitted.ProviderAdjustment(
                                adjustment.reason(), adjustment.reference(), cents(adjustment.amount(), "/PLB")))
                        .toList(),
                disagreements);
    }

    private static List<String> identifiers(Loop1000APayer payer) {
        return Stream.concat(
                        Stream.ofNullable(payer.id()),
                        payer.references().stream()
                                .filter(reference -> reference.qualifier().equals("2U"))
                                .map(Reference::value))
                .filter(Objects::nonNull)
                .toList();
    }

    private Remitted.Claim claim(Loop2100ClaimPayment claim, String place) {
        var lines = new ArrayList<Remitted.Line>();
        for (var line : claim.servicePayment()) {
            lines.add(line(line, "%s/line/%d".formatted(place, lines.size() + 1)));
        }
        return new Remitted.Claim(
                claim.patientControlNumber(),
                claim.status().code(),
                cents(claim.chargeAmount(), place + "/CLP03"),
                cents(claim.paidAmount(), place + "/CLP04"),
                claim.patientResponsibility() == null
                        ? Cents.ZERO
                        : cents(claim.patientResponsibility(), place + "/CLP05"),
                claim.payerClaimControlNumber().isEmpty() ? null : claim.payerClaimControlNumber(),
                adjustments(claim.adjustments(), place),
                claim.remarkCodes(),
                lines);
    }

    private Remitted.Line line(Loop2110ServicePayment line, String place) {
        return new Remitted.Line(
                line.lineControlNumber(),
                line.procedure().code(),
                cents(line.chargeAmount(), place + "/SVC02"),
                cents(line.paidAmount(), place + "/SVC03"),
                adjustments(line.adjustments(), place),
                line.remarkCodes());
    }

    private List<Remitted.Adjustment> adjustments(List<Adjustment> adjustments, String place) {
        return adjustments.stream()
                .map(adjustment -> new Remitted.Adjustment(
                        adjustment.group().code(), adjustment.reason(), cents(adjustment.amount(), place + "/CAS")))
                .toList();
    }

    private static Remitted.Disagreement disagreement(Imbalance sums) {
        return new Remitted.Disagreement(
                sums.level().name().toLowerCase(Locale.ROOT),
                sums.claim(),
                sums.line(),
                sums.expected().toPlainString(),
                sums.paid().toPlainString(),
                sums.message(),
                null,
                null);
    }

    /** What must not be posted though its sums agree. */
    private static List<Remitted.Disagreement> refusals(Remitted.Claim claim, int number) {
        var refusals = new ArrayList<Remitted.Disagreement>();
        if (claim.paid().value() < 0 && !claim.isReversal()) {
            refusals.add(refused(
                    "claim",
                    number,
                    0,
                    "negative-payment",
                    null,
                    "Claim %d is paid less than zero and is no reversal (CLP02 22)".formatted(number)));
        }
        if (hasUnknownGroup(claim.adjustments())) {
            refusals.add(unknownGroup("claim", number, 0));
        }
        for (var i = 0; i < claim.lines().size(); i++) {
            if (hasUnknownGroup(claim.lines().get(i).adjustments())) {
                refusals.add(unknownGroup("line", number, i + 1));
            }
        }
        return refusals;
    }

    private static boolean hasUnknownGroup(List<Remitted.Adjustment> adjustments) {
        return adjustments.stream().anyMatch(adjustment -> !GROUPS.contains(adjustment.group()));
    }

    private static Remitted.Disagreement unknownGroup(String level, int claim, int line) {
        return refused(
                level,
                claim,
                line,
                "unknown-adjustment-group",
                "CAS01",
                "An adjustment of claim %d has a group other than CO, OA, PI and PR".formatted(claim));
    }

    private static Remitted.Disagreement refused(
            String level, int claim, int line, String rule, @Nullable String element, String message) {
        return new Remitted.Disagreement(level, claim, line, "", "", message, rule, element);
    }

    private Cents cents(BigDecimal dollars, String place) {
        try {
            return Cents.ofDollars(dollars);
        } catch (ArithmeticException e) {
            var above = dollars.abs().compareTo(Cents.MOST.dollars()) > 0;
            throw new X12Exception(
                    above
                            ? "amount-too-large: %s%s is above %s".formatted(transaction, place, Cents.MOST.dollars())
                            : "amount-fraction: %s%s has a fraction of a cent".formatted(transaction, place),
                    e);
        }
    }
}
