package org.superbill.billing.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import org.superbill.billing.reference.Reference;
import org.superbill.events.PayerChanged;
import org.superbill.servicekit.inbox.Envelope;
import org.superbill.servicekit.inbox.EventHandler;

/** Billing keeps its own copy of payers. */
@ApplicationScoped
class PayerChangedHandler implements EventHandler<PayerChanged> {
    private final Reference reference;

    PayerChangedHandler(Reference reference) {
        this.reference = reference;
    }

    @Override
    public Class<PayerChanged> type() {
        return PayerChanged.class;
    }

    @Override
    public void handle(PayerChanged event, Envelope envelope) {
        reference.remember(event);
    }
}
