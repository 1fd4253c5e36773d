package org.superbill.billing.remittance;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.ledger.Cents;

/**
 * One ST of an 835 as billing reads it: amounts in cents, nothing interpreted.
 *
 * @param controlNumber ST02
 * @param traceNumber TRN02
 * @param originator TRN03
 * @param payment BPR02, below zero when the payer takes money (BPR03 is D)
 * @param disagreements sums that do not agree; empty when it balances
 */
record Remitted(
        String controlNumber,
        String traceNumber,
        String originator,
        String payerName,
        String payeeIdentifier,
        Cents payment,
        LocalDate paymentDate,
        String paymentMethod,
        List<Claim> claims,
        List<ProviderAdjustment> providerAdjustments,
        List<Disagreement> disagreements) {

    Remitted {
        claims = List.copyOf(claims);
        providerAdjustments = List.copyOf(providerAdjustments);
        disagreements = List.copyOf(disagreements);
    }

    Cents claimsPaid() {
        return Cents.sum(claims, Claim::paid);
    }

    Cents takenAway() {
        return Cents.sum(providerAdjustments, ProviderAdjustment::amount);
    }

    /**
     * One CLP.
     *
     * @param statusCode CLP02
     * @param payerClaimNumber CLP07
     * @param remarks MOA, MIA
     */
    record Claim(
            String claimNumber,
            String statusCode,
            Cents charge,
            Cents paid,
            Cents patientResponsibility,
            @Nullable String payerClaimNumber,
            List<Adjustment> adjustments,
            List<String> remarks,
            List<Line> lines) {
        Claim {
            adjustments = List.copyOf(adjustments);
            remarks = List.copyOf(remarks);
            lines = List.copyOf(lines);
        }

        boolean isReversal() {
            return statusCode.equals("22");
        }

        /** An estimate of what would be paid. */
        boolean isPredetermination() {
            return statusCode.equals("25");
        }
    }

    /**
     * One SVC.
     *
     * @param lineControlNumber REF*6R
     * @param remarks LQ*HE
     */
    record Line(
            @Nullable String lineControlNumber,
            String procedureCode,
            Cents charge,
            Cents paid,
            List<Adjustment> adjustments,
            List<String> remarks) {
        Line {
            adjustments = List.copyOf(adjustments);
            remarks = List.copyOf(remarks);
        }
    }

    /** One triple of a CAS. */
    record Adjustment(String group, String carc, Cents amount) {
        String reason() {
            return group + "-" + carc;
        }
    }

    /** One pair of a PLB; an amount above zero takes money away. */
    record ProviderAdjustment(
            @Schema(examples = "L6") String reason,
            @Nullable String reference,
            Cents amount) {}

    /**
     * Sums that should be equal and are not; kept as JSON with the remittance.
     *
     * @param level {@code line}, {@code claim} or {@code transaction}
     * @param claim counts from 1, as does {@code line}; zero where it does not apply
     */
    record Disagreement(String level, int claim, int line, String expected, String found, String message) {
        String code() {
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
                case "line" -> "%s/claim/%d/line/%d/SVC03".formatted(transaction, claim, line);
                case "claim" -> "%s/claim/%d/CLP04".formatted(transaction, claim);
                default -> transaction + "/BPR02";
            };
        }
    }
}
