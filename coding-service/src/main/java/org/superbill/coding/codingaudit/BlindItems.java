package org.superbill.coding.codingaudit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codingcase.BlindCases;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.revision.Revision;
import org.superbill.servicekit.security.Caller;

/**
 * From whom the case of an open blind item is kept: from who has taken it; while nobody has, from everybody who may judge it. Its coder, who never judges it, sees it. Whoever
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

    /**
     * The caller is the one who judges it.
     *
     * @throws Problem {@code CODING_AUDIT_NOT_FOUND}, {@code CODING_AUDIT_ITEM_NOT_FOUND}, {@code IF_MATCH_MISSING}, {@code STALE},
     *     {@code CODING_AUDIT_NOT_YOURS}, {@code CODING_AUDIT_STEP_NOT_ALLOWED}
     */
    @Transactional
    AuditItemView take(UUID auditId, UUID itemId, @Nullable Revision expected) {
        var audit = store.get(auditId);
        var item = store.item(auditId, itemId);
        item.requireRevision(expected);
        if (audit.plan().method() != AuditPlan.Method.BLIND) {
            throw new Problem(AuditProblem.CODING_AUDIT_STEP_NOT_ALLOWED, "Only an item of a blind audit is taken");
        }
        if (store.hasSeen(itemId, caller.subject())) {
            throw new Problem(
                    AuditProblem.CODING_AUDIT_NOT_YOURS, "Whoever has seen the case does not judge it blindly");
        }
        item.take(caller.subject());
        store.flush(); // so that the answer carries the new revision
        return item.view(true, null);
    }
}
