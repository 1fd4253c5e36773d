package org.superbill.billing.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.List;

/**
 * Seals entries after their commit, in the order of their transactions; posting never waits for it. A closing is sealed behind them, so that
 * the last one cannot be taken away unseen.
 */
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
        var entries = store.isCountedAnew(head) ? store.leftOut(BATCH) : store.next(head, BATCH);
        return seal(head, entries.isEmpty() ? store.closings() : entries);
    }

    /** For what lies before the end of the chain in the order of transactions: it looks through all entries. */
    @Transactional(TxType.MANDATORY)
    int sealLeftOut() {
        return store.lock() ? seal(store.head(), store.leftOut(BATCH)) : 0;
    }

    private int seal(SealStore.Head head, List<SealStore.Digest> sealed) {
        if (!sealed.isEmpty()) {
            var hashes = new ArrayList<byte[]>();
            var hash = head.hash();
            for (var one : sealed) {
                hash = Chain.next(hash, one.digest());
                hashes.add(hash);
            }
            store.insert(head.position() + 1, sealed, hashes);
        }
        return sealed.size();
    }
}
