package org.superbill.billing.remittance;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.ledger.Cents;
import org.superbill.events.PracticeChanged;

/**
 * One ST of an 835 as billing reads it: amounts in cents, nothing interpreted.
 *
 * @param claims one after the other, as often as they are asked for
 * @param controlNumber ST02
 * @param traceNumber TRN02
 * @param originator TRN03
 * @param payerIdentifiers N104 and REF*2U of the payer
 * @param payeeQualifier N103 of the payee: XX when its identifier is an NPI, FI for a tax id
 * @param payment BPR02, below zero when the payer takes money (BPR03 is D)
 * @param contentHash of what it says of claims and beside them ({@link ContentHash})
 * @param payers that remit under its name or identifiers, by what was entered for them
 * @param namedPayer whose payment a person has said that it is
 * @param disagreements the first of the sums that do not agree and what else forbids to post it; empty when it is sound
 */
record Remitted(
        String controlNumber,
        String traceNumber,
        String originator,
        String payerName,
        List<String> payerIdentifiers,
        String payeeQualifier,
        String payeeIdentifier,
        Cents payment,
        LocalDate paymentDate,
        String paymentMethod,
        RemittedClaims claims,
        List<ProviderAdjustment> providerAdjustments,
        String contentHash,
        List<Disagreement> disagreements,
        Supplier<Set<UUID>> payers,
        @Nullable UUID namedPayer) {

    Remitted {
        payerIdentifiers = List.copyOf(payerIdentifiers);
        providerAdjustments = List.copyOf(providerAdjustments);
        disagreements = List.copyOf(disagreements);
    }

    /** The same, of which a person says whose payment it is. */
    Remitted of(@Nullable UUID payerId) {
        return with(payers, payerId);
    }

    /** The same with the payers that remit so. */
    Remitted of(Supplier<Set<UUID>> remitting) {
        return with(remitting, namedPayer);
    }

    private Remitted with(Supplier<Set<UUID>> remitting, @Nullable UUID payerId) {
        return new Remitted(
                controlNumber,
                traceNumber,
                originator,
                payerName,
                payerIdentifiers,
                payeeQualifier,
                payeeIdentifier,
                payment,
                paymentDate,
                paymentMethod,
                claims,
                providerAdjustments,
                contentHash,
                disagreements,
                remitting,
                payerId);
    }

    Cents claimsPaid() {
        return claims.paid();
    }

    /** As far as the identifier tells. */
    boolean isPaidTo(PracticeChanged.Organization organization) {
        return switch (payeeQualifier) {
            case "XX" -> payeeIdentifier.equals(organization.npi());
            case "FI" ->
                payeeIdentifier.replace("-", "").equals(organization.taxId().replace("-", ""));
            default -> true; // an identifier of the payer's, which nobody here knows
        };
    }

    /** It only tells of decisions. */
    boolean movesNoMoney() {
        return payment.isZero() && providerAdjustments.isEmpty();
    }

    Cents takenAway() {
        return Cents.sum(providerAdjustments, ProviderAdjustment::amount);
    }

    /**
     * One CLP.
     *
     * @param statusCode CLP02
     * @param payerClaimNumber CLP07
     * @param serviceDate DTM*232, else the first of the lines
     * @param remarks MOA, MIA
     * @param hasCrossoverCarrier NM1*TT: the payer has passed the claim on
     * @param patientPaid AMT*F5: what the patient has paid, as the payer says; nothing is posted by it
     */
    record Claim(
            String claimNumber,
            String statusCode,
            Cents charge,
            Cents paid,
            Cents patientResponsibility,
            @Nullable String payerClaimNumber,
            @Nullable Patient patient,
            @Nullable LocalDate serviceDate,
            List<Adjustment> adjustments,
            List<String> remarks,
            List<Line> lines,
            boolean hasCrossoverCarrier,
            @Nullable Cents patientPaid) {
        Claim {
            adjustments = List.copyOf(adjustments);
            remarks = List.copyOf(remarks);
            lines = List.copyOf(lines);
        }

        /** How many rows it is in memory and in the database, about: itself, its lines, and the adjustments and remarks of both. */
        int parts() {
            return 1
                    + adjustments.size()
                    + remarks.size()
                    + lines.stream()
                            .mapToInt(line -> 1
                                    + line.adjustments().size()
                                    + line.remarks().size())
                            .sum();
        }

        /** Remarks of the claim and of all its lines. */
        Stream<String> allRemarks() {
            return Stream.concat(remarks.stream(), lines.stream().flatMap(line -> line.remarks().stream()));
        }

        /** Paid as secondary or tertiary, perhaps forwarded then: by another payer than the claim's first. */
        boolean isOfLaterPayer() {
            return toldTurn() > 1;
        }

        /** The turn of the payer that pays, from 1; 0 where CLP02 does not say it. */
        int toldTurn() {
            return switch (statusCode) {
                case "1", "19" -> 1;
                case "2", "20" -> 2;
                case "3", "21" -> 3;
                default -> 0;
            };
        }

        boolean isReversal() {
            return statusCode.equals("22");
        }

        /** CLP02 25: "Predetermination Pricing Only - No Payment". */
        boolean isEstimate() {
            return statusCode.equals("25");
        }

        /** An estimate of what would be paid, which pays nothing: the amount that is expected is in its adjustments (CARC 101). */
        boolean isPredetermination() {
            return isEstimate() && paid.isZero();
        }
    }

    /** NM1*QC, with the member's number of NM1*QC or NM1*IL, and the group's of REF*1L. */
    record Patient(
            String lastName,
            @Nullable String firstName,
            @Nullable String memberId,
            @Nullable String groupNumber) {}

    /**
     * One SVC.
     *
     * @param lineControlNumber REF*6R
     * @param procedureCode SVC01: what was adjudicated
     * @param submittedProcedureCode SVC06: what was billed, where the payer bundled, split or changed it
     * @param modifiers of what was billed
     * @param serviceDate DTM*472, or the first day, DTM*150; absent where only the claim has one
     * @param allowed AMT*B6
     * @param remarks LQ*HE
     */
    record Line(
            @Nullable String lineControlNumber,
            String procedureCode,
            @Nullable String submittedProcedureCode,
            List<String> modifiers,
            @Nullable LocalDate serviceDate,
            Cents charge,
            Cents paid,
            @Nullable Cents allowed,
            List<Adjustment> adjustments,
            List<String> remarks) {
        Line {
            modifiers = List.copyOf(modifiers);
            adjustments = List.copyOf(adjustments);
            remarks = List.copyOf(remarks);
        }

        /** What the claim had: SVC06, else SVC01. */
        String billedProcedureCode() {
            return submittedProcedureCode == null ? procedureCode : submittedProcedureCode;
        }
    }

    /** One triple of a CAS. */
    record Adjustment(String group, String carc, Cents amount) {
        String reason() {
            return group + "-" + carc;
        }

        /** For the same reason. */
        Adjustment of(Cents other) {
            return new Adjustment(group, carc, other);
        }
    }

    /** One pair of a PLB; an amount above zero takes money away. */
    record ProviderAdjustment(
            @Schema(examples = "L6") String reason,
            @Nullable String reference,
            Cents amount) {}

    /**
     * Sums that should be equal and are not, or a value that forbids to post; kept as JSON with the remittance.
     *
     * @param level {@code line}, {@code claim} or {@code transaction}
     * @param claim counts from 1, as does {@code line}; zero where it does not apply
     * @param rule absent for sums
     * @param element where it is another one than that of the level's sum
     */
    record Disagreement(
            String level,
            int claim,
            int line,
            String expected,
            String found,
            String message,
            @Nullable String rule,
            @Nullable String element) {
        String code() {
            if (rule != null) {
                return rule;
            }
            return switch (level) {
                case "line" -> "line-unbalanced";
                case "claim" -> "claim-unbalanced";
                default -> "payment-unbalanced";
            };
        }

        /** @param position of the ST in its file, from 1 */
        String pointer(int position) {
            var transaction = "/transaction/" + position;
            return switch (level) {
                case "line" -> "%s/claim/%d/line/%d/%s".formatted(transaction, claim, line, elementOr("SVC03"));
                case "claim" -> "%s/claim/%d/%s".formatted(transaction, claim, elementOr("CLP04"));
                default -> transaction + "/BPR02";
            };
        }

        private String elementOr(String other) {
            return element == null ? other : element;
        }
    }
}
