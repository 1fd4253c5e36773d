package org.superbill.coding.codingaudit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.superbill.coding.codingcase.BlindCases;
import org.superbill.servicekit.security.Caller;

/** Whoever may judge an open item of a blind audit does not see its case anywhere else either; its coder, who never judges it, does. */
@ApplicationScoped
class BlindItems implements BlindCases {
    private static final String JUDGES = "coding-audit:write";

    private final AuditStore store;
    private final Caller caller;

    BlindItems(AuditStore store, Caller caller) {
        this.store = store;
        this.caller = caller;
    }

    @Override
    @Transactional
    public Set<UUID> among(Collection<UUID> caseIds) {
        return !caseIds.isEmpty()
                        && caller.roles().stream()
                                .anyMatch(role -> role.permissions().contains(JUDGES))
                ? store.blind(caseIds, caller.subject())
                : Set.of();
    }
}
