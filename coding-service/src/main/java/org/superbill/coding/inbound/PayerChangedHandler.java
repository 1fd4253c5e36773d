package org.superbill.coding.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import org.superbill.coding.codingcase.CaseArrivals;
import org.superbill.coding.reference.Reference;
import org.superbill.events.PayerChanged;
import org.superbill.servicekit.inbox.Envelope;
import org.superbill.servicekit.inbox.EventHandler;

/** A payer's filing limit, which puts cases first. */
@ApplicationScoped
class PayerChangedHandler implements EventHandler<PayerChanged> {
    private final Reference reference;
    private final CaseArrivals cases;

    PayerChangedHandler(Reference reference, CaseArrivals cases) {
        this.reference = reference;
        this.cases = cases;
    }

    @Override
    public Class<PayerChanged> type() {
        return PayerChanged.class;
    }

    @Override
    public void handle(PayerChanged event, Envelope envelope) {
        reference.remember(event);
        cases.filingLimitKnown(event.payerId());
    }
}
