package org.superbill.billing.contract;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.ids.Ids;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.problem.KitProblem;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.revision.Revision;

/** What can be done with contracts; each public method is one transaction. */
@ApplicationScoped
class PayerContracts {
    private final PayerContractStore store;

    PayerContracts(PayerContractStore store) {
        this.store = store;
    }

    /** @throws Problem {@code PAYER_CONTRACT_DUPLICATE}, {@code VALIDATION_FAILED} */
    @Transactional
    PayerContract create(PayerContractDetails details) {
        requireSound(details);
        var id = Ids.next();
        if (!store.insert(id, details)) {
            throw duplicate();
        }
        return get(id);
    }

    /** @throws Problem {@code PAYER_CONTRACT_NOT_FOUND} */
    @Transactional
    PayerContract get(UUID id) {
        return store.find(id, false).orElseThrow(PayerContracts::notFound);
    }

    @Transactional
    Page<PayerContract> list(@Nullable UUID payerId, PageRequest page) {
        return Page.of(store.list(payerId, page.after(), page.fetch()), page, PayerContract::id);
    }

    /** @throws Problem {@code PAYER_CONTRACT_NOT_FOUND}, {@code PAYER_CONTRACT_DUPLICATE}, {@code STALE}, {@code VALIDATION_FAILED} */
    @Transactional
    PayerContract replace(UUID id, PayerContractDetails details, @Nullable Revision expected) {
        var known = store.find(id, true).orElseThrow(PayerContracts::notFound);
        Revision.requireMatch(expected, known.revision());
        requireSound(details);
        if (!store.replace(id, details)) {
            throw duplicate();
        }
        return get(id);
    }

    private static void requireSound(PayerContractDetails details) {
        var errors = details.contradictions();
        if (!errors.isEmpty()) {
            throw new Problem(KitProblem.VALIDATION_FAILED, "The contract does not fit together", errors);
        }
    }

    private static Problem duplicate() {
        return new Problem(
                PayerContractProblem.PAYER_CONTRACT_DUPLICATE, "Another contract with this payer has this first day");
    }

    private static Problem notFound() {
        return new Problem(PayerContractProblem.PAYER_CONTRACT_NOT_FOUND, "No contract with this id");
    }
}
