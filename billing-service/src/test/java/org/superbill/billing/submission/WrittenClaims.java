package org.superbill.billing.submission;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import org.superbill.billing.claim.ClaimContent;

/** For tests of other features: what a file says of claims. */
public final class WrittenClaims {
    private WrittenClaims() {}

    public static String of(ClaimContent claim) {
        return new String(new ClaimFile(42, Instant.parse("2026-03-20T15:00:00Z")).write(List.of(claim)), UTF_8);
    }
}
