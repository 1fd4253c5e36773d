package org.superbill.billing.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import org.superbill.billing.reference.Reference;
import org.superbill.events.CoverageChanged;
import org.superbill.servicekit.inbox.Envelope;
import org.superbill.servicekit.inbox.EventHandler;

/** Billing keeps its own copy of coverages. */
@ApplicationScoped
class CoverageChangedHandler implements EventHandler<CoverageChanged> {
    private final Reference reference;

    CoverageChangedHandler(Reference reference) {
        this.reference = reference;
    }

    @Override
    public Class<CoverageChanged> type() {
        return CoverageChanged.class;
    }

    @Override
    public void handle(CoverageChanged event, Envelope envelope) {
        reference.remember(event);
    }
}
