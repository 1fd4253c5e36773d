package org.superbill.billing.refund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.ledger.Account;
import org.superbill.billing.ledger.Cents;

/** What payers' payments say of refunds, and what refunds say to the undoing of a payment; in the transaction of who posts. */
@ApplicationScoped
public class RefundsToPayers {
    private final RefundStore store;

    RefundsToPayers(RefundStore store) {
        this.store = store;
    }

    /** What was debited when the refund was approved, and is to be credited when the payer's books carry it. */
    public record Acknowledged(
            Account account,
            UUID claimId,
            UUID patientId,
            @Nullable UUID payerId,
            @Nullable String payerReference) {}

    /**
     * The payer says that a refund has come (PLB 72).
     *
     * @param reference PLB03-2: the payer's claim number, the number of its letter or that of our check
     * @return empty when no refund is meant with certainty
     */
    @Transactional(TxType.MANDATORY)
    public Optional<Acknowledged> acknowledge(UUID remittanceId, UUID payerId, String reference, Cents amount) {
        return store.paidLocked(payerId, reference, amount.value()).map(refund -> {
            refund.acknowledged(remittanceId);
            return new Acknowledged(
                    refund.account(),
                    Objects.requireNonNull(refund.claimId()), // as every payer's refund has
                    refund.patientId(),
                    refund.payerId(),
                    refund.recoupmentReference());
        });
    }

    /** The posting of the remittance was undone. */
    @Transactional(TxType.MANDATORY)
    public void notAcknowledged(UUID remittanceId) {
        store.acknowledgedBy(remittanceId).forEach(Refund::notAcknowledged);
    }

    /**
     * What is being sent back for claims.
     *
     * @param left whether the money has left; else it can be withdrawn
     */
    public record Standing(UUID claimId, Cents amount, boolean left) {}

    /** Approved and not withdrawn; one query. */
    @Transactional(TxType.MANDATORY)
    public List<Standing> standing(Collection<UUID> claimIds) {
        return store.standing(claimIds).stream()
                .map(refund -> new Standing(
                        Objects.requireNonNull(refund.claimId()),
                        refund.amount(),
                        refund.state() != Refund.State.APPROVED))
                .toList();
    }
}
