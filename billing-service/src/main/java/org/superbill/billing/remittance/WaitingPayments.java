package org.superbill.billing.remittance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.UUID;
import org.superbill.servicekit.ids.Ids;

/** Files come in any order: a payment that waits because of what was posted of its claims is judged again when more of them was posted. */
@ApplicationScoped
class WaitingPayments {
    private static final int AT_A_TIME = 20;

    private final RemittanceStore store;
    private final Remittances remittances;
    private final KeptRemittances kept;
    private final Booking booking;
    private final RemittanceDeadlines deadlines;

    WaitingPayments(
            RemittanceStore store,
            Remittances remittances,
            KeptRemittances kept,
            Booking booking,
            RemittanceDeadlines deadlines) {
        this.deadlines = deadlines;
        this.store = store;
        this.remittances = remittances;
        this.kept = kept;
        this.booking = booking;
    }

    /** What one look has done. @param more whether some were not looked at */
    record Looked(int posted, boolean more) {}

    /** By the same rules as when it came; what is still doubtful goes on waiting for a person. */
    @Transactional(TxType.MANDATORY)
    Looked judgeAgain() {
        var ids = store.waitingForWhatWasPosted(AT_A_TIME);
        var posted = 0;
        for (var id : ids) {
            posted += judgeAgain(id) ? 1 : 0;
        }
        return new Looked(posted, ids.size() == AT_A_TIME);
    }

    private boolean judgeAgain(UUID id) {
        var remittance = store.findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (remittance.state() != Remittance.State.WAITING) {
            return false;
        }
        var remitted = kept.read(remittance);
        if (remittances.beforeItsClaims(remitted).isEmpty()
                && booking.attemptKept(id, remitted) instanceof Booking.Booked booked) {
            store.findById(id).posted(booked.explanation(), booked.payerId());
            deadlines.decided(id);
            store.flush();
            return true;
        }
        store.findById(id).judged(Ids.next());
        store.flush();
        return false;
    }
}
