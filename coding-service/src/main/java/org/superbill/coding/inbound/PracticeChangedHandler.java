package org.superbill.coding.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import org.superbill.coding.codingcase.CaseArrivals;
import org.superbill.coding.reference.Reference;
import org.superbill.events.PracticeChanged;
import org.superbill.servicekit.inbox.Envelope;
import org.superbill.servicekit.inbox.EventHandler;

/** A practitioner's specialty, by which cases find their coder, and the organization's time zone. */
@ApplicationScoped
class PracticeChangedHandler implements EventHandler<PracticeChanged> {
    private final Reference reference;
    private final CaseArrivals cases;

    PracticeChangedHandler(Reference reference, CaseArrivals cases) {
        this.reference = reference;
        this.cases = cases;
    }

    @Override
    public Class<PracticeChanged> type() {
        return PracticeChanged.class;
    }

    @Override
    public void handle(PracticeChanged event, Envelope envelope) {
        reference.remember(event);
        if (event.practitioner() != null) {
            cases.specialtyKnown(event.entityId());
        }
    }
}
