package org.superbill.coding.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import org.superbill.coding.codingcase.CaseArrivals;
import org.superbill.coding.codingcase.CaseKind;
import org.superbill.events.ClaimSubmitted;
import org.superbill.servicekit.inbox.Envelope;
import org.superbill.servicekit.inbox.EventHandler;

/** A claim is with its payer: the encounter's case of that side is final-billed. */
@ApplicationScoped
class ClaimSubmittedHandler implements EventHandler<ClaimSubmitted> {
    private final CaseArrivals cases;

    ClaimSubmittedHandler(CaseArrivals cases) {
        this.cases = cases;
    }

    @Override
    public Class<ClaimSubmitted> type() {
        return ClaimSubmitted.class;
    }

    @Override
    public void handle(ClaimSubmitted event, Envelope envelope) {
        cases.billed(event.encounterId(), CaseKind.of(event.kind()), event.sentAt());
    }
}
