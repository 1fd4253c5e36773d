package org.superbill.coding.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import org.superbill.coding.codingcase.CaseArrivals;
import org.superbill.coding.reference.Reference;
import org.superbill.events.CoverageChanged;
import org.superbill.servicekit.inbox.Envelope;
import org.superbill.servicekit.inbox.EventHandler;

/** Which payer a coverage is with, and so until when its cases must be billed. */
@ApplicationScoped
class CoverageChangedHandler implements EventHandler<CoverageChanged> {
    private final Reference reference;
    private final CaseArrivals cases;

    CoverageChangedHandler(Reference reference, CaseArrivals cases) {
        this.reference = reference;
        this.cases = cases;
    }

    @Override
    public Class<CoverageChanged> type() {
        return CoverageChanged.class;
    }

    @Override
    public void handle(CoverageChanged event, Envelope envelope) {
        reference.remember(event);
        cases.coverageKnown(event.coverageId());
    }
}
