package org.superbill.x12.claimstatus;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.superbill.x12.Loop;
import org.superbill.x12.Transaction;
import org.superbill.x12.TypedLoop;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.part.EntityName;

/** What a payer or clearinghouse says of the claims of one batch: a 277CA transaction set. */
public record ClaimAcknowledgment(Loop loop) implements TypedLoop {

    /** @throws IllegalArgumentException when the transaction set is no 277CA */
    public static ClaimAcknowledgment of(Transaction transaction) {
        if (transaction.set().guide() != Guide.CLAIM_ACKNOWLEDGMENT_277CA) {
            throw new IllegalArgumentException("Transaction set %s %s is no 277CA"
                    .formatted(transaction.set().code(), transaction.set().version()));
        }
        return new ClaimAcknowledgment(transaction.root());
    }

    /** BHT03. */
    public String referenceNumber() {
        return loop.required("BHT").element(3);
    }

    private Loop source() {
        return loop.required("2000A", child -> child);
    }

    /** NM1 of loop 2100A: PR payer, AY clearinghouse. */
    public EntityName informationSource() {
        return EntityName.of(source().required("2100A", child -> child).required("NM1"));
    }

    public Loop2000BInformationReceiver informationReceiver() {
        return source().required("2000B", Loop2000BInformationReceiver::new);
    }

    /** The claims of all providers and patients. */
    public List<Loop2200DClaimStatus> claims() {
        return informationReceiver().billingProviders().stream()
                .flatMap(provider -> provider.patients().stream())
                .flatMap(patient -> patient.claims().stream())
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
