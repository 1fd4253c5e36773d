package org.superbill.billing.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.List;

/** Seals entries after their commit, in the order of their transactions; posting never waits for it. */
@ApplicationScoped
class Seals {
    static final int BATCH = 5_000;

    private final SealStore store;

    Seals(SealStore store) {
        this.store = store;
    }

    /** @return how many were sealed; fewer than a batch when nothing is left, or another replica is at it */
    @Transactional(TxType.MANDATORY)
    int sealNext() {
        if (!store.lock()) {
            return 0;
        }
        var head = store.head();
        return seal(head, store.isCountedAnew(head) ? store.leftOut(BATCH) : store.next(head, BATCH));
    }

    /** For what lies before the end of the chain in the order of transactions: it looks through all entries. */
    @Transactional(TxType.MANDATORY)
    int sealLeftOut() {
        return store.lock() ? seal(store.head(), store.leftOut(BATCH)) : 0;
    }

    private int seal(SealStore.Head head, List<SealStore.Digest> entries) {
        if (!entries.isEmpty()) {
            var hashes = new ArrayList<byte[]>();
            var hash = head.hash();
            for (var entry : entries) {
                hash = Chain.next(hash, entry.digest());
                hashes.add(hash);
            }
            store.insert(head.position() + 1, entries, hashes);
        }
        return entries.size();
    }
}
