package org.superbill.x12.remittance;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.Segment;
import org.superbill.x12.X12Exception;

/**
 * The money that a remittance explains (BPR).
 *
 * @param bpr the segment
 */
public record Payment(Segment bpr) {

    /** A payment by bank transfer. @param companyId BPR10, ten characters, the same as TRN03 */
    public static Payment ach(
            BigDecimal amount,
            LocalDate on,
            String payerRouting,
            String payerAccount,
            String companyId,
            String payeeRouting,
            String payeeAccount) {
        return new Payment(Segment.of(
                "BPR",
                "I",
                Segment.format(amount),
                "C",
                "ACH",
                "CCP",
                "01",
                payerRouting,
                "DA",
                payerAccount,
                companyId,
                null,
                "01",
                payeeRouting,
                "DA",
                payeeAccount,
                Segment.format(on)));
    }

    /** A payment by check, whose number is TRN02. */
    public static Payment check(BigDecimal amount, LocalDate on) {
        return without("I", amount, "CHK", on);
    }

    /** No money moves: a notice only. */
    public static Payment none(LocalDate on) {
        return without("H", BigDecimal.ZERO, "NON", on);
    }

    private static Payment without(String handling, BigDecimal amount, String method, LocalDate on) {
        return new Payment(Segment.of(
                "BPR",
                handling,
                Segment.format(amount),
                "C",
                method,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Segment.format(on)));
    }

    /** BPR01: I remittance only, H notification only … */
    public String handling() {
        return bpr.element(1);
    }

    /** BPR02. @throws X12Exception when it is no number */
    public BigDecimal amount() {
        return bpr.requiredDecimal(2);
    }

    /** BPR03 is D: the payer takes money instead of giving it. */
    public boolean isDebit() {
        return bpr.element(3).equals("D");
    }

    /** BPR04: ACH, CHK, NON … */
    public String method() {
        return bpr.element(4);
    }

    /** BPR09. */
    public @Nullable String payerAccount() {
        return bpr.value(9);
    }

    /** BPR15. */
    public @Nullable String payeeAccount() {
        return bpr.value(15);
    }

    /** BPR16: when the check is issued or the money arrives. @throws X12Exception when it is no date */
    public LocalDate date() {
        var date = bpr.date(16);
        if (date == null) {
            throw new X12Exception("BPR16 is empty");
        }
        return date;
    }
}
