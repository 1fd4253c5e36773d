package org.superbill.billing.remittance;

import static java.util.stream.Collectors.toUnmodifiableSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.revision.Revision;
import org.superbill.servicekit.security.Caller;

/** Names under which payers remit, as persons teach them when they accept a payment, and take them back. */
@ApplicationScoped
class RemittanceNames {
    private final RemittanceNameStore store;
    private final Caller caller;
    private final Clock clock;

    RemittanceNames(RemittanceNameStore store, Caller caller, Clock clock) {
        this.store = store;
        this.caller = caller;
        this.clock = clock;
    }

    /** Payments under the payment's name are the payer's from now on. What is known already is not taught again. */
    @Transactional(TxType.MANDATORY)
    void teach(Remittance remittance, UUID payerId, String reason) {
        var name = remittance.payerName();
        if (!payersNamed(name).contains(payerId)) {
            store.persist(new RemittanceName(payerId, name, remittance.id(), decision(reason)));
        }
    }

    /** @param name as the payer writes it */
    @Transactional(TxType.SUPPORTS)
    Set<UUID> payersNamed(String name) {
        return store.named(PayerOfClaim.plain(name)).stream()
                .map(RemittanceName::payerId)
                .collect(toUnmodifiableSet());
    }

    @Transactional
    Page<RemittanceNameView> list(PageRequest page) {
        var found = store.list(page.after(), page.fetch()).stream()
                .map(RemittanceName::view)
                .toList();
        return Page.of(found, page, RemittanceNameView::id);
    }

    /** What was posted by it stays posted. @throws Problem {@code REMITTANCE_NAME_NOT_FOUND}, {@code STALE}, {@code REMITTANCE_STEP_NOT_ALLOWED} */
    @Transactional
    RemittanceNameView withdraw(UUID id, @Nullable Revision expected, String reason) {
        var name = store.getLocked(id, expected);
        name.withdraw(decision(reason));
        store.flush(); // so that the answer carries the new revision
        return name.view();
    }

    private Remittance.Decision decision(String reason) {
        return new Remittance.Decision(caller.subject(), clock.instant(), reason);
    }
}
