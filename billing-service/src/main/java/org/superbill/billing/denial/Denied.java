package org.superbill.billing.denial;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A refusal as a remittance tells it; {@code lineNumber} is absent when it concerns the whole claim. */
public record Denied(
        UUID claimId,
        UUID encounterId,
        int claimVersion,
        UUID remittanceId,
        @Nullable Integer lineNumber,
        String groupCode,
        String carc,
        List<String> rarcs,
        long amountCents) {
    public Denied {
        rarcs = List.copyOf(rarcs);
    }
}
