package org.superbill.payersimulator.adjudication;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.superbill.payersimulator.adjudication.Decision.Adjustment;

/**
 * A claim as the payer keeps it.
 *
 * @param account the mailbox that it came through
 * @param payerClaimNumber the number that the payer gave it (REF*1K, CLP07)
 * @param claimNumber CLM01
 * @param frequency CLM05-3
 * @param clearinghouseNumber REF*D9, which the 277CA gives back
 * @param originalReference REF*F8: the payer's number of the claim that this one replaces or voids
 * @param responsibility SBR01: P primary, S secondary, T tertiary, A the fourth …
 * @param facilityCode CLM05-1: the place of service, or the first two digits of a facility's type of bill
 * @param priorPayers those that have decided of the claim before it came here
 */
public record SubmittedClaim(
        String account,
        String payerClaimNumber,
        String claimNumber,
        String frequency,
        @Nullable String clearinghouseNumber,
        @Nullable String originalReference,
        String memberId,
        @Nullable String responsibility,
        Payer payer,
        Payee payee,
        Person patient,
        @Nullable Person subscriber,
        String facilityCode,
        List<String> diagnoses,
        List<Line> lines,
        List<PriorPayer> priorPayers,
        Route route) {

    public SubmittedClaim {
        diagnoses = List.copyOf(diagnoses);
        lines = List.copyOf(lines);
        priorPayers = orNone(priorPayers);
    }

    /** Claims that were kept before other payers' decisions were say nothing of them. */
    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    /** The number that the payer gives to a claim (CLM01): the same claim gets the same number, however often it is read. */
    public static String payerClaimNumber(String account, String claimNumber) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest((account + '|' + claimNumber).getBytes(StandardCharsets.UTF_8));
            return "PS" + HexFormat.of().withUpperCase().formatHex(digest, 0, 7);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether it says the same, whatever clearinghouse it came through and however it is written. */
    public boolean isSameAs(SubmittedClaim other) {
        return frequency.equals(other.frequency)
                && Objects.equals(originalReference, other.originalReference)
                && memberId.equals(other.memberId)
                && Objects.equals(responsibility, other.responsibility)
                && payer.equals(other.payer)
                && payee.equals(other.payee)
                && patient.equals(other.patient)
                && facilityCode.equals(other.facilityCode)
                && diagnoses.equals(other.diagnoses)
                && lines.equals(other.lines)
                && priorPayers.equals(other.priorPayers);
    }

    /** The payer's turn: 1 primary, 2 secondary, 3 any later one. */
    public int turn() {
        if (responsibility == null || responsibility.equals("P") || responsibility.equals("U")) {
            return 1;
        }
        return responsibility.equals("S") ? 2 : 3;
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
     * Loops 2320 and 2330B with what the payer has paid (AMT*D).
     *
     * @param identifier 2330B NM109, which SVD01 of its decisions on lines repeats
     * @param adjustments CAS of the whole claim
     */
    public record PriorPayer(String identifier, BigDecimal paid, List<Adjustment> adjustments) {
        public PriorPayer {
            adjustments = List.copyOf(adjustments);
        }
    }

    /**
     * Loop 2430: what a prior payer decided on a line.
     *
     * @param payer SVD01
     * @param paid SVD02
     */
    public record PriorDecision(String payer, BigDecimal paid, List<Adjustment> adjustments) {
        public PriorDecision {
            adjustments = List.copyOf(adjustments);
        }
    }

    /**
     * Loop 2400.
     *
     * @param controlNumber REF*6R, which the 835 gives back
     * @param procedure empty where a revenue code alone tells the service
     * @param revenueCode SV201, of a facility's line
     */
    public record Line(
            int number,
            @Nullable String controlNumber,
            String procedure,
            @Nullable String revenueCode,
            List<String> modifiers,
            BigDecimal charge,
            BigDecimal units,
            LocalDate serviceDate,
            List<PriorDecision> priorDecisions) {
        public Line {
            modifiers = List.copyOf(modifiers);
            priorDecisions = orNone(priorDecisions);
        }

        /** What the contract may have a fee for: the procedure, or the revenue code where there is none. */
        String service() {
            return procedure.isEmpty() && revenueCode != null ? revenueCode : procedure;
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
