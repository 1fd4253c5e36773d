package org.superbill.coding.codingaudit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
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
        var open = openItems(caseIds);
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

    /** Of these cases those with an open blind item that the caller may judge, be it that another has taken it, who can leave it. Whoever asks has seen nothing by it. */
    @Transactional
    Set<UUID> open(Collection<UUID> caseIds) {
        return openItems(caseIds).stream().map(AuditStore.Blind::caseId).collect(Collectors.toSet());
    }

    private List<AuditStore.Blind> openItems(Collection<UUID> caseIds) {
        return caseIds.isEmpty() || !caller.may(JUDGES) ? List.of() : store.blind(caseIds, caller.subject());
    }
}
