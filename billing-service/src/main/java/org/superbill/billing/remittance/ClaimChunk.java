package org.superbill.billing.remittance;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Hands claims on in chunks: so many claims, or fewer where they have so many lines and adjustments that these are what fills the
 * memory.
 */
final class ClaimChunk {
    /** Of claims with two lines and three adjustments each, about as many as a chunk has. */
    static final int PARTS = 10 * RemittedClaims.CHUNK;

    private final Consumer<List<Remitted.Claim>> work;
    private final List<Remitted.Claim> claims = new ArrayList<>();
    private int parts;

    ClaimChunk(Consumer<List<Remitted.Claim>> work) {
        this.work = work;
    }

    void add(Remitted.Claim claim) {
        claims.add(claim);
        parts += claim.parts();
        if (claims.size() == RemittedClaims.CHUNK || parts >= PARTS) {
            flush();
        }
    }

    void flush() {
        if (!claims.isEmpty()) {
            work.accept(List.copyOf(claims));
            claims.clear();
            parts = 0;
        }
    }
}
