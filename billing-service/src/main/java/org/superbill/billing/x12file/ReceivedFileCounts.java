package org.superbill.billing.x12file;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Map;

/** How many files came from payers, by what became of them. */
@ApplicationScoped
public class ReceivedFileCounts {
    private final X12FileStore store;

    ReceivedFileCounts(X12FileStore store) {
        this.store = store;
    }

    /** By state, e.g. {@code processed}; each file is in one. */
    @Transactional(TxType.MANDATORY)
    public Map<String, Long> byState() {
        return store.countByState();
    }
}
