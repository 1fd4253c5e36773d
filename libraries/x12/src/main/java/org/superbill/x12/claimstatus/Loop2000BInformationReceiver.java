package org.superbill.x12.claimstatus;

import java.util.List;
import org.superbill.x12.Loop;
import org.superbill.x12.TypedLoop;
import org.superbill.x12.part.EntityName;

/** The level of who sent the claims (277CA loops 2000B, 2100B and 2200B). */
public record Loop2000BInformationReceiver(Loop loop) implements TypedLoop {
    /** NM1*41 of loop 2100B. */
    public EntityName name() {
        return EntityName.of(loop.required("2100B", child -> child).required("NM1"));
    }

    /** TRN02 of loop 2200B: BHT03 of the claims' transaction set. */
    public String batchNumber() {
        return trace().required("TRN").element(2);
    }

    /** STC of loop 2200B, of the whole batch. */
    public List<ClaimStatus> statuses() {
        return ClaimStatus.of(trace().segments("STC"));
    }

    private Loop trace() {
        return loop.required("2200B", child -> child);
    }

    public List<Loop2000CBillingProvider> billingProviders() {
        return loop.loops("2000C", Loop2000CBillingProvider::new);
    }
}
