package org.superbill.x12.claimstatus;

import java.util.List;
import org.superbill.x12.Loop;
import org.superbill.x12.part.EntityName;

/** The level of who sent the claims (277CA loops 2000B, 2100B and 2200B). */
public record Loop2000BInformationReceiver(Loop loop) implements Loop2000B {
    /** NM1*41 of loop 2100B. */
    public EntityName name() {
        return informationReceiverName().name();
    }

    /** TRN02 of loop 2200B: BHT03 of the claims' transaction set. */
    public String batchNumber() {
        return batchTrace().informationReceiverTraceIdentifier().claimTransactionBatchNumber();
    }

    /** STC of loop 2200B, of the whole batch. */
    public List<ClaimStatus> statuses() {
        return ClaimStatus.of(batchTrace().loop().segments("STC"));
    }
}
