package org.superbill.billing.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import org.superbill.billing.reference.Reference;
import org.superbill.events.PracticeChanged;
import org.superbill.servicekit.inbox.Envelope;
import org.superbill.servicekit.inbox.EventHandler;

/** Billing keeps its own copy of the practice. */
@ApplicationScoped
class PracticeChangedHandler implements EventHandler<PracticeChanged> {
    private final Reference reference;

    PracticeChangedHandler(Reference reference) {
        this.reference = reference;
    }

    @Override
    public Class<PracticeChanged> type() {
        return PracticeChanged.class;
    }

    @Override
    public void handle(PracticeChanged event, Envelope envelope) {
        reference.remember(event);
    }
}
