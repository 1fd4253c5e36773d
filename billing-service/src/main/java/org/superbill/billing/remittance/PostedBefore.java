package org.superbill.billing.remittance;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.superbill.billing.ledger.JournalEntry;
import org.superbill.billing.remittance.Doubts.Unfit;

/**
 * What was posted before about the claims of a payment.
 *
 * @param takenBack by position of a reversal what it takes back, as far as that is known
 * @param originals the entries of these, by id
 * @param parts by position those of the claim that its payer has decided before, where it decides in parts
 * @param unfit by position what does not fit it
 * @param corrected positions of reversals whose claim the same payer also decides in the payment
 */
record PostedBefore(
        Map<Integer, Settled> takenBack,
        Map<UUID, JournalEntry> originals,
        Map<Integer, List<Settled>> parts,
        Map<Integer, Unfit> unfit,
        Set<Integer> corrected) {
    List<Settled> partsOf(int position) {
        return parts.getOrDefault(position, List.of());
    }
}
