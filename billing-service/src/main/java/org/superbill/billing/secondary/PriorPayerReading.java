package org.superbill.billing.secondary;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.claim.PriorPayer;
import org.superbill.billing.ledger.Cents;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.billing.remittance.PostedClaim;
import org.superbill.events.EncounterCoded;
import org.superbill.x12.part.Adjustment;
import org.superbill.x12.part.Procedure;
import org.superbill.x12.remittance.Loop2100ClaimPayment;
import org.superbill.x12.remittance.Loop2110ServicePayment;

/**
 * What a payer said in an 835 as the next payer has to be told it. Pure; nothing is derived but the line that an SVC is about. Source:
 * 005010X221A1, loops 2100 and 2110; 005010X222A1 and 005010X223A2, loops 2320 and 2430.
 */
final class PriorPayerReading {
    private static final String INCLUDED_IN_ANOTHER = "97";
    private static final Set<String> REVENUE = Set.of("NU");

    private final int sequence;
    private final ClaimFacts facts;
    private final List<PriorPayer.Adjustment> adjustments = new ArrayList<>();
    private final List<PriorPayer.Line> lines = new ArrayList<>();
    private final Set<Integer> told = new HashSet<>();
    private BigDecimal paid = BigDecimal.ZERO;
    private @Nullable PostedClaim last;
    private @Nullable Loop2100ClaimPayment lastPayment;

    /** @param facts of the claim to this payer */
    PriorPayerReading(int sequence, ClaimFacts facts) {
        this.sequence = sequence;
        this.facts = facts;
    }

    /** Reads one decision; a payer may decide a claim in several, each about some of its lines. */
    PriorPayerReading add(PostedClaim posted, Loop2100ClaimPayment payment) {
        last = posted;
        lastPayment = payment;
        paid = paid.add(payment.paidAmount());
        adjustments.addAll(adjustments(payment.adjustments()));
        for (var line : payment.servicePayment()) {
            lines.add(line(posted, payment, line));
        }
        return this;
    }

    PriorPayer priorPayer() {
        var posted = Objects.requireNonNull(last);
        var payment = Objects.requireNonNull(lastPayment);
        var payer = facts.payer();
        var number = payment.payerClaimControlNumber();
        return new PriorPayer(
                sequence,
                posted.remittanceId(),
                payer.payerId(),
                payer.name(),
                payer.payerIdentifier(),
                payer.claimFilingIndicator(),
                facts.coverage(),
                number.isEmpty() ? null : number,
                paid,
                adjustments,
                outpatientRemarks(payment),
                posted.paymentDate(),
                lines);
    }

    /** MOA has the same elements in the 835 and in the 837. */
    private static List<String> outpatientRemarks(Loop2100ClaimPayment payment) {
        var moa = payment.loop().segment("MOA");
        return moa == null
                ? List.of()
                : IntStream.rangeClosed(1, 9).mapToObj(moa::element).toList();
    }

    private PriorPayer.Line line(PostedClaim posted, Loop2100ClaimPayment payment, Loop2110ServicePayment line) {
        var procedure = line.procedure();
        var number = lineNumber(posted, line);
        told.add(number);
        var isRevenue = REVENUE.contains(procedure.qualifier());
        return new PriorPayer.Line(
                number,
                isRevenue ? "" : procedure.code(),
                procedure.modifiers(),
                isRevenue ? procedure.code() : line.loop().required("SVC").value(4),
                line.paidAmount(),
                line.paidUnits(),
                bundledInto(posted, payment, line),
                adjustments(line.adjustments()),
                posted.paymentDate());
    }

    /** The line that this one was paid with: the payer says its code, and that it is included in it. */
    private @Nullable Integer bundledInto(
            PostedClaim posted, Loop2100ClaimPayment payment, Loop2110ServicePayment line) {
        var isIncluded = line.submittedProcedure() != null
                && line.paidAmount().signum() == 0
                && line.adjustments().stream()
                        .anyMatch(adjustment -> adjustment.reason().equals(INCLUDED_IN_ANOTHER));
        if (!isIncluded) {
            return null;
        }
        return payment.servicePayment().stream()
                .filter(other -> other.paidAmount().signum() != 0
                        && other.procedure().code().equals(line.procedure().code()))
                .findFirst()
                .map(other -> lineNumber(posted, other))
                .orElse(null);
    }

    /** By REF*6R; without it by the procedure that was sent, its day and its charge, a line that was not told yet first. Zero: none of ours. */
    private int lineNumber(PostedClaim posted, Loop2110ServicePayment line) {
        var own = facts.encounter().lines();
        var byControl = own.stream()
                .map(EncounterCoded.Line::lineNumber)
                .filter(number -> (posted.claimNumber() + "L" + number).equals(line.lineControlNumber()))
                .findFirst();
        if (byControl.isPresent()) {
            return byControl.get();
        }
        var submitted = line.submittedProcedure();
        var code = submitted == null ? line.procedure() : submitted;
        return own.stream()
                .filter(candidate -> candidate.billedCode().equals(code.code()))
                .min((one, other) -> Integer.compare(rank(one, code, line), rank(other, code, line)))
                .map(EncounterCoded.Line::lineNumber)
                .orElse(0);
    }

    /** Lower fits better. */
    private int rank(EncounterCoded.Line candidate, Procedure code, Loop2110ServicePayment line) {
        var sameCharge = Cents.of(candidate.chargeCents()).dollars().compareTo(line.chargeAmount()) == 0;
        var sameModifiers = candidate.modifiers().equals(code.modifiers());
        var otherDay =
                line.firstServiceDate() != null && !candidate.serviceDate().equals(line.firstServiceDate());
        return (otherDay ? 8 : 0)
                + (told.contains(candidate.lineNumber()) ? 4 : 0)
                + (sameCharge ? 0 : 2)
                + (sameModifiers ? 0 : 1);
    }

    private static List<PriorPayer.Adjustment> adjustments(List<Adjustment> received) {
        return received.stream()
                .map(adjustment -> new PriorPayer.Adjustment(
                        adjustment.group().code(), adjustment.reason(), adjustment.amount(), adjustment.quantity()))
                .toList();
    }
}
