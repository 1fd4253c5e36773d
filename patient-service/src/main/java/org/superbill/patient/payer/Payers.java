package org.superbill.patient.payer;

import static org.superbill.patient.payer.PayerProblem.PAYER_DUPLICATE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.ids.Ids;
import org.superbill.servicekit.outbox.Outbox;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.revision.Revision;

/** What can be done with payers; each public method is one transaction. */
@ApplicationScoped
public class Payers {
    private final PayerStore store;
    private final Outbox outbox;

    Payers(PayerStore store, Outbox outbox) {
        this.store = store;
        this.outbox = outbox;
    }

    /** Whether the caller's organization has it. */
    @Transactional
    public boolean exists(UUID payerId) {
        return store.has(payerId);
    }

    /** @throws Problem {@code PAYER_DUPLICATE} */
    @Transactional
    PayerView create(PayerDetails details) {
        var payer = new Payer(Ids.next(), details);
        refuseDuplicate(payer);
        store.persistAndFlush(payer);
        outbox.publish(payer.changed());
        return payer.view();
    }

    /** @throws Problem {@code PAYER_NOT_FOUND} */
    @Transactional
    PayerView get(UUID payerId) {
        return store.get(payerId).view();
    }

    @Transactional
    Page<PayerView> list(PageRequest page) {
        return Page.of(store.list(page), page, Payer::id).map(Payer::view);
    }

    /** @throws Problem {@code PAYER_NOT_FOUND}, {@code PAYER_DUPLICATE}, {@code STALE}, {@code IF_MATCH_MISSING} */
    @Transactional
    PayerView describe(UUID payerId, PayerDetails details, @Nullable Revision expected) {
        var payer = store.getForUpdate(payerId);
        Revision.requireMatch(expected, payer.revision());
        payer.describe(details);
        refuseDuplicate(payer);
        store.flush(); // so that the answer carries the new revision
        outbox.publish(payer.changed());
        return payer.view();
    }

    private void refuseDuplicate(Payer payer) {
        if (store.hasAnother(payer)) {
            throw new Problem(
                    PAYER_DUPLICATE,
                    "Another payer of the organization has this number and name",
                    new FieldError("/payerId", "duplicate", "is, with this name, another payer"));
        }
    }
}
