package org.superbill.coding.codingaudit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.superbill.coding.codingcase.BlindCases;
import org.superbill.servicekit.security.Caller;

/**
 * From whom the case of an open blind item is kept: from who has taken it; while nobody has, from everybody who may judge it and has not left it to others. Its coder, who never judges it, sees it. Whoever
 * is shown it does not take it any more.
 */
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
        if (caseIds.isEmpty()
                || caller.roles().stream().noneMatch(role -> role.permissions().contains(JUDGES))) {
            return Set.of();
        }
        var open = store.blind(caseIds, caller.subject());
        var hidden = open.stream()
                .filter(AuditStore.Blind::isKept)
                .map(AuditStore.Blind::caseId)
                .collect(Collectors.toSet());
        var seen = open.stream()
                .filter(item -> !hidden.contains(item.caseId()))
                .map(AuditStore.Blind::itemId)
                .toList();
        if (!seen.isEmpty()) {
            store.seen(seen, caller.subject());
        }
        return hidden;
    }
}
