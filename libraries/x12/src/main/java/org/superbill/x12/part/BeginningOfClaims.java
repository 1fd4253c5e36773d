package org.superbill.x12.part;

import java.time.LocalDateTime;
import org.superbill.x12.Segment;

/** What a transaction set of claims is (BHT). */
public record BeginningOfClaims(Segment bht) {

    /**
     * @param batchNumber BHT03, up to 30 characters; the 277CA comes back with it
     * @param kind BHT06: CH claims, RP encounters reported, 31 subrogation
     */
    public static BeginningOfClaims original(String batchNumber, LocalDateTime at, String kind) {
        return new BeginningOfClaims(Segment.of(
                "BHT",
                "0019",
                "00",
                batchNumber,
                Segment.format(at.toLocalDate()),
                Segment.format(at.toLocalTime()),
                kind));
    }

    /** BHT02: 00 original, 18 sent again. */
    public String purpose() {
        return bht.element(2);
    }

    /** BHT03. */
    public String batchNumber() {
        return bht.element(3);
    }

    /** BHT06. */
    public String kind() {
        return bht.element(6);
    }
}
