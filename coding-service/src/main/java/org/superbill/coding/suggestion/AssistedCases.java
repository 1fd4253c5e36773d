package org.superbill.coding.suggestion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Set;
import java.util.UUID;

/** Which cases were coded with the help of computer-assisted coding, for those who audit it. */
@ApplicationScoped
public class AssistedCases {
    private final SuggestionStore store;

    AssistedCases(SuggestionStore store) {
        this.store = store;
    }

    /** Of the current organization's cases those in which a coder has accepted a proposal. */
    @Transactional
    public Set<UUID> all() {
        return store.casesWithAccepted();
    }
}
