package org.superbill.coding.codingpolicy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.revision.Revision;
import org.superbill.servicekit.security.Caller;

/** The organization's coding policy; each public method is one transaction. */
@ApplicationScoped
public class CodingPolicies {
    private final CodingPolicyStore store;
    private final TransactionSynchronizationRegistry transactions;
    private final Caller caller;
    private final Clock clock;

    CodingPolicies(
            CodingPolicyStore store, TransactionSynchronizationRegistry transactions, Caller caller, Clock clock) {
        this.store = store;
        this.transactions = transactions;
        this.caller = caller;
        this.clock = clock;
    }

    /** What the current organization has decided, or the defaults: as the transaction first saw it, which asks for it at every turn. */
    @Transactional
    public CodingPolicy current() {
        if (transactions.getResource(CodingPolicies.class) instanceof CodingPolicy seen) {
            return seen;
        }
        var policy = store.find().map(StoredPolicy::policy).orElse(CodingPolicy.DEFAULTS);
        transactions.putResource(CodingPolicies.class, policy);
        return policy;
    }

    @Transactional
    CodingPolicyView read() {
        return store.find().map(StoredPolicy::view).orElse(CodingPolicyView.DEFAULTS);
    }

    /** @throws Problem {@code IF_MATCH_MISSING}, {@code STALE} */
    @Transactional
    CodingPolicyView set(CodingPolicy policy, @Nullable Revision expected) {
        var stored = store.find();
        Revision.requireMatch(
                expected, stored.map(known -> known.view().revision()).orElse(0L));
        var changed = stored.orElseGet(() -> new StoredPolicy(policy, caller.subject(), clock.instant()));
        if (stored.isEmpty()) {
            store.persist(changed); // of two who do so at once, the unique index lets one
        }
        changed.set(policy, caller.subject(), clock.instant());
        store.flush(); // so that the answer carries the new revision
        return changed.view();
    }
}
