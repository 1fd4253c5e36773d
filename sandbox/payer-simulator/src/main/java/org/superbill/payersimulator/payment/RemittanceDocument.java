package org.superbill.payersimulator.payment;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.superbill.payersimulator.adjudication.Decision.LineDecision;
import org.superbill.payersimulator.adjudication.SubmittedClaim;
import org.superbill.payersimulator.claims.Due;
import org.superbill.x12.part.Address;
import org.superbill.x12.part.Adjustment;
import org.superbill.x12.part.AdjustmentGroup;
import org.superbill.x12.part.Contact;
import org.superbill.x12.part.EntityName;
import org.superbill.x12.part.Procedure;
import org.superbill.x12.part.Reference;
import org.superbill.x12.remittance.ClaimPaymentStatus;
import org.superbill.x12.remittance.Loop1000APayer;
import org.superbill.x12.remittance.Loop1000BPayee;
import org.superbill.x12.remittance.Loop2100ClaimPayment;
import org.superbill.x12.remittance.Loop2110ServicePayment;
import org.superbill.x12.remittance.Payment;
import org.superbill.x12.remittance.RemittanceAdvice;

/** The 835 of one payment. Bank details and the payer's address are invented. */
final class RemittanceDocument {
    private static final String PAYER_TAX_ID =
            "1999999999"; // TRN03 and BPR10: 1 and the employer identification number

    /** SVC01-1: a revenue code, where no procedure was sent. */
    private static final String REVENUE_CODE = "NU";

    /** CLP02 by the payer's turn, from primary to tertiary and later. */
    private static final Map<ClaimPaymentStatus, List<ClaimPaymentStatus>> BY_TURN = Map.of(
            ClaimPaymentStatus.PRIMARY,
            List.of(ClaimPaymentStatus.PRIMARY, ClaimPaymentStatus.SECONDARY, ClaimPaymentStatus.TERTIARY),
            ClaimPaymentStatus.PRIMARY_FORWARDED,
            List.of(
                    ClaimPaymentStatus.PRIMARY_FORWARDED,
                    ClaimPaymentStatus.SECONDARY_FORWARDED,
                    ClaimPaymentStatus.TERTIARY_FORWARDED));

    private RemittanceDocument() {}

    /** @param total BPR02 */
    static RemittanceAdvice of(SubmittedClaim any, PaymentDraft draft, BigDecimal total) {
        var today = draft.today();
        var money = total.signum() == 0
                ? Payment.none(today)
                : Payment.ach(total, today, "011000015", "100200300", PAYER_TAX_ID, "011000015", "400500600");
        var advice = RemittanceAdvice.builder(money, draft.trace(), PAYER_TAX_ID)
                .productionDate(today)
                .payer(Loop1000APayer.of(
                        any.payer().name(),
                        Address.of("1 SIMULATION WAY", "SPRINGFIELD", "IL", "62701"),
                        List.of(new Reference("2U", any.payer().identifier())),
                        Contact.telephone("BL", "PROVIDER SERVICES", "8005550100", null)))
                .payee(Loop1000BPayee.of(
                        any.payee().name(),
                        "XX",
                        any.payee().npi(),
                        null,
                        new Reference("TJ", any.payee().taxId())));
        draft.claims().forEach(payment -> advice.claim(claim(payment)));
        return advice.providerAdjustments(draft.outside()).build();
    }

    /** The same payments on the same day have the same number, of 16 characters: a 277 names it, and STC09 has no more. */
    static String traceNumber(List<Due> due, LocalDate today) {
        var what = today
                + due.stream()
                        .map(step -> step.payerClaimNumber() + step.step())
                        .collect(Collectors.joining());
        return "EFT"
                + UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8))
                        .toString()
                        .replace("-", "")
                        .substring(0, 13)
                        .toUpperCase(Locale.ROOT);
    }

    private static Loop2100ClaimPayment claim(ClaimPayment payment) {
        var claim = payment.claim();
        var builder = Loop2100ClaimPayment.builder(
                        claim.claimNumber(),
                        status(payment),
                        payment.signed(claim.charge()),
                        payment.paid(),
                        "12",
                        claim.payerClaimNumber())
                .facility(claim.facilityCode(), claim.frequency())
                .patient(EntityName.person(
                                claim.patient().lastName(), claim.patient().firstName())
                        .id("MI", claim.memberId()))
                .outpatientRemarks(payment.decision().claimRemarks());
        var forwardedTo = payment.scenario().forwardedTo();
        if (!payment.isReversal() && forwardedTo != null) {
            builder.name("TT", EntityName.organization(forwardedTo.name()).id("PI", forwardedTo.identifier()));
        }
        if (!payment.isReversal()) {
            builder.patientResponsibility(payment.decision().patientResponsibility());
        }
        payment.decision().lines().forEach(line -> builder.serviceLine(line(line, payment)));
        return builder.build();
    }

    private static ClaimPaymentStatus status(ClaimPayment payment) {
        if (payment.isReversal()) {
            return ClaimPaymentStatus.REVERSAL;
        }
        var status = payment.scenario().status();
        var asPrimary = status == null ? ClaimPaymentStatus.PRIMARY : new ClaimPaymentStatus(status);
        var turns = BY_TURN.get(asPrimary);
        return turns == null ? asPrimary : turns.get(payment.claim().turn() - 1);
    }

    private static Loop2110ServicePayment line(LineDecision decided, ClaimPayment payment) {
        var line = decided.line();
        var sent = sent(line);
        var paidAs = decided.paidAs();
        var builder = Loop2110ServicePayment.builder(
                        paidAs == null ? sent : Procedure.hcpcs(paidAs, line.modifiers()),
                        payment.signed(line.charge()),
                        payment.signed(decided.paid()))
                .revenueCode(line.procedure().isEmpty() ? null : line.revenueCode())
                .paidUnits(line.units())
                .serviceDates(line.serviceDate(), line.serviceDate())
                .adjustments(decided.adjustments().stream()
                        .map(adjustment -> Adjustment.of(
                                new AdjustmentGroup(adjustment.group()),
                                adjustment.reason(),
                                payment.signed(adjustment.amount())))
                        .toList())
                .lineControlNumber(line.controlNumber())
                .allowedAmount(payment.signed(decided.allowed()))
                .remarkCodes(decided.remarks());
        return paidAs == null
                ? builder.build()
                : builder.submitted(sent, line.units()).build();
    }

    private static Procedure sent(SubmittedClaim.Line line) {
        var revenueCode = line.revenueCode();
        return line.procedure().isEmpty() && revenueCode != null
                ? new Procedure(REVENUE_CODE, revenueCode, List.of(), null)
                : Procedure.hcpcs(line.procedure(), line.modifiers());
    }
}
