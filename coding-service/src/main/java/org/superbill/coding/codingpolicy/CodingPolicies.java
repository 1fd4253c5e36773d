package org.superbill.coding.codingpolicy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.problem.KitProblem;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.revision.Revision;
import org.superbill.servicekit.security.Caller;
import org.superbill.servicekit.tenancy.CurrentOrganization;
import org.superbill.servicekit.tenancy.Kept;

/** The organization's coding policy; each public method is one transaction. */
@ApplicationScoped
public class CodingPolicies {
    private static final Duration KEPT_FOR = Duration.ofSeconds(3);

    private final CodingPolicyStore store;
    private final HeldCredentials credentials;
    private final TransactionSynchronizationRegistry transactions;
    private final Kept<CodingPolicy> inForce;
    private final Caller caller;
    private final Clock clock;

    CodingPolicies(
            CodingPolicyStore store,
            HeldCredentials credentials,
            TransactionSynchronizationRegistry transactions,
            CurrentOrganization organization,
            Caller caller,
            Clock clock) {
        this.store = store;
        this.credentials = credentials;
        this.transactions = transactions;
        this.inForce = new Kept<>(organization, transactions, KEPT_FOR);
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * What the current organization has decided, or the defaults: as the transaction first saw it, which asks for it at every turn. In the
     * process that changed it a policy holds at once, in other replicas seconds later.
     */
    @Transactional
    public CodingPolicy current() {
        if (transactions.getResource(CodingPolicies.class) instanceof CodingPolicy seen) {
            return seen;
        }
        var policy = inForce.get(() -> store.find().map(StoredPolicy::policy).orElse(CodingPolicy.DEFAULTS));
        transactions.putResource(CodingPolicies.class, policy);
        return policy;
    }

    @Transactional
    CodingPolicyView read() {
        return store.find().map(StoredPolicy::view).orElse(CodingPolicyView.DEFAULTS);
    }

    /** @throws Problem {@code IF_MATCH_MISSING}, {@code STALE}, {@code VALIDATION_FAILED} */
    @Transactional
    CodingPolicyView set(CodingPolicy policy, @Nullable Revision expected) {
        var unknown = CodingCredentials.unknown(policy.assignment(), credentials.kinds());
        if (!unknown.isEmpty()) {
            throw new Problem(KitProblem.VALIDATION_FAILED, "The request is not valid", unknown);
        }
        var stored = store.find();
        Revision.requireMatch(
                expected, stored.map(known -> known.view().revision()).orElse(0L));
        var changed = stored.orElseGet(() -> new StoredPolicy(policy, caller.subject(), clock.instant()));
        if (stored.isEmpty()) {
            store.persist(changed); // of two who do so at once, the unique index lets one
        }
        changed.set(policy, caller.subject(), clock.instant());
        inForce.changed();
        store.flush(); // so that the answer carries the new revision
        return changed.view();
    }
}
