package org.superbill.payersimulator.adjudication;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A claim as the payer keeps it.
 *
 * @param account the mailbox that it came through
 * @param payerClaimNumber the number that the payer gave it (REF*1K, CLP07)
 * @param claimNumber CLM01
 * @param frequency CLM05-3
 * @param clearinghouseNumber REF*D9, which the 277CA gives back
 * @param originalReference REF*F8: the payer's number of the claim that this one replaces or voids
 */
public record SubmittedClaim(
        String account,
        String payerClaimNumber,
        String claimNumber,
        String frequency,
        @Nullable String clearinghouseNumber,
        @Nullable String originalReference,
        String memberId,
        Payer payer,
        Payee payee,
        Person patient,
        @Nullable Person subscriber,
        String facilityCode,
        List<String> diagnoses,
        List<Line> lines,
        Route route) {

    public SubmittedClaim {
        diagnoses = List.copyOf(diagnoses);
        lines = List.copyOf(lines);
    }

    public BigDecimal charge() {
        return lines.stream().map(Line::charge).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Loop 2010BB. */
    public record Payer(String name, String identifier) {}

    /** Loop 2010AA. */
    public record Payee(String name, String npi, String taxId) {}

    /** A name as NM1 has it. */
    public record Person(String lastName, @Nullable String firstName) {}

    /**
     * Loop 2400.
     *
     * @param controlNumber REF*6R, which the 835 gives back
     */
    public record Line(
            int number,
            @Nullable String controlNumber,
            String procedure,
            List<String> modifiers,
            BigDecimal charge,
            BigDecimal units,
            LocalDate serviceDate) {
        public Line {
            modifiers = List.copyOf(modifiers);
        }
    }

    /** Who the answers go to and come from: ISA05-08, GS02-03 of the claim's file. */
    public record Route(
            String senderQualifier,
            String senderId,
            String receiverQualifier,
            String receiverId,
            String groupSender,
            String groupReceiver,
            String usageIndicator) {}
}
