package org.superbill.x12.claimstatus;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.superbill.x12.Loop;
import org.superbill.x12.Transaction;
import org.superbill.x12.TypedTransaction;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.part.EntityName;

/** What a payer or clearinghouse says of the claims of one batch: a 277CA transaction set. */
public record ClaimAcknowledgment(Loop loop) implements Transaction277CA {

    /** @throws IllegalArgumentException when the transaction set is no 277CA */
    public static ClaimAcknowledgment of(Transaction transaction) {
        return new ClaimAcknowledgment(TypedTransaction.root(transaction, Guide.CLAIM_ACKNOWLEDGMENT_277CA));
    }

    public Loop2000BInformationReceiver informationReceiver() {
        return informationSource().informationReceiver();
    }

    /** The claims of all providers and patients. */
    public List<Loop2200DClaimStatus> claims() {
        return informationReceiver().billingProvider().stream()
                .flatMap(provider -> provider.patient().stream())
                .flatMap(patient -> patient.claimStatus().stream())
                .toList();
    }

    /**
     * @param referenceNumber BHT03 and TRN02 of loop 2200A, the payer's own
     * @param source the payer, with its id (PI, FI, 46, XV)
     * @param receiver who sent the claims, with the id (46)
     * @param batchNumber BHT03 of the claims' transaction set
     */
    public static ClaimAcknowledgmentBuilder builder(
            String referenceNumber,
            LocalDateTime at,
            EntityName source,
            EntityName receiver,
            String batchNumber,
            LocalDate received) {
        return new ClaimAcknowledgmentBuilder(referenceNumber, at, source, receiver, batchNumber, received);
    }
}
