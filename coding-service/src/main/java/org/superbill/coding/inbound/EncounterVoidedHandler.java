package org.superbill.coding.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import org.superbill.coding.codingcase.CaseArrivals;
import org.superbill.events.EncounterVoided;
import org.superbill.servicekit.inbox.Envelope;
import org.superbill.servicekit.inbox.EventHandler;

/** An encounter was entered in error: it is not coded. */
@ApplicationScoped
class EncounterVoidedHandler implements EventHandler<EncounterVoided> {
    private final CaseArrivals cases;

    EncounterVoidedHandler(CaseArrivals cases) {
        this.cases = cases;
    }

    @Override
    public Class<EncounterVoided> type() {
        return EncounterVoided.class;
    }

    @Override
    public void handle(EncounterVoided event, Envelope envelope) {
        cases.encounterVoided(event.encounterId());
    }
}
