package org.superbill.x12.claimstatus;

import java.util.List;
import org.superbill.x12.Loop;
import org.superbill.x12.part.EntityName;

/** The level of one billing provider (277CA loops 2000C, 2100C and 2200C). */
public record Loop2000CBillingProvider(Loop loop) implements Loop2000C {
    /** NM1*85 of loop 2100C. */
    public EntityName name() {
        return billingProviderName().name();
    }

    /** STC of loop 2200C: when all of a provider's claims are rejected, it may be said here only. */
    public List<ClaimStatus> statuses() {
        var trace = providerTrace();
        return trace == null ? List.of() : ClaimStatus.of(trace.loop().segments("STC"));
    }
}
