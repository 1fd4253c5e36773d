package org.superbill.x12.claimstatus;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.Segment;

/**
 * A status of a claim, a line, or a batch (STC).
 *
 * @param codes STC01, STC10, STC11: one to three
 * @param effective STC02
 * @param accepted STC03 is WQ; U is rejected
 * @param amount STC04
 * @param message STC12
 */
public record ClaimStatus(
        List<StatusCode> codes,
        @Nullable LocalDate effective,
        boolean accepted,
        @Nullable BigDecimal amount,
        @Nullable String message) {
    public ClaimStatus {
        codes = List.copyOf(codes);
        if (codes.isEmpty() || codes.size() > 3) {
            throw new IllegalArgumentException("A status has one to three codes");
        }
    }

    /** @throws org.superbill.x12.X12Exception when the date or the amount is none */
    static List<ClaimStatus> of(List<Segment> segments) {
        return segments.stream()
                .filter(stc -> stc.has(1))
                .map(stc -> new ClaimStatus(
                        StatusCode.of(stc), stc.date(2), stc.element(3).equals("WQ"), stc.decimal(4), stc.value(12)))
                .toList();
    }

    Segment stc() {
        return Segment.of(
                "STC",
                codes.get(0).composite(),
                effective == null ? null : Segment.format(effective),
                accepted ? "WQ" : "U",
                Segment.format(amount),
                null,
                null,
                null,
                null,
                null,
                codes.size() > 1 ? codes.get(1).composite() : null,
                codes.size() > 2 ? codes.get(2).composite() : null,
                message);
    }
}
