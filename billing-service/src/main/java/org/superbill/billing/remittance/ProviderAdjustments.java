package org.superbill.billing.remittance;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.ledger.Account;
import org.superbill.billing.ledger.Cents;
import org.superbill.billing.ledger.JournalEntry;
import org.superbill.billing.ledger.JournalEntry.Kind;
import org.superbill.billing.ledger.JournalEntry.Reference;
import org.superbill.billing.refund.RefundsToPayers;
import org.superbill.servicekit.ids.Ids;

/** What PLB moves: each reason to its account, by payer. Pure. */
final class ProviderAdjustments {
    private ProviderAdjustments() {}

    /** What has one line: an adjustment, so that each reference can be followed to zero. */
    private record Kept(String reason, @Nullable String payerReference) {
        private static Kept of(Remitted.ProviderAdjustment adjustment) {
            return new Kept(adjustment.reason(), adjustment.reference());
        }
    }

    /**
     * @param payerId absent while nobody knows which of ours the payer is
     * @param acknowledged by place: what was debited when the refund was approved is credited, for the payer's books carry it now
     */
    static Optional<JournalEntry> entry(
            UUID remittanceId,
            Remitted remitted,
            @Nullable UUID payerId,
            Map<Integer, RefundsToPayers.Acknowledged> acknowledged) {
        var reference = new Reference(null, null, payerId, remittanceId);
        var lines = new JournalEntry.Builder();
        var sums = new LinkedHashMap<Kept, Cents>();
        for (var place = 0; place < remitted.providerAdjustments().size(); place++) {
            var adjustment = remitted.providerAdjustments().get(place);
            var refund = acknowledged.get(place);
            if (refund == null) {
                sums.merge(Kept.of(adjustment), adjustment.amount(), Cents::plus);
            } else {
                lines.move( // both sides are about the claim, whose lines sum to zero
                        adjustment.amount(),
                        refund.account(),
                        Account.CASH,
                        new Reference(
                                refund.patientId(),
                                refund.claimId(),
                                refund.payerId(),
                                remittanceId,
                                refund.payerReference()),
                        null,
                        "PLB-72");
            }
        }
        sums.forEach((kept, amount) -> lines.move(
                amount,
                ProviderAdjustmentAccount.of(kept.reason()),
                Account.CASH,
                reference.withPayerReference(kept.payerReference()),
                null,
                "PLB-" + kept.reason()));
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(lines.build(Ids.next(), Kind.PROVIDER_ADJUSTMENT, remitted.paymentDate(), null));
    }
}
