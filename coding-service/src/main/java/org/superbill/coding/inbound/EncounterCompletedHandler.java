package org.superbill.coding.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import org.superbill.coding.codingcase.CaseArrivals;
import org.superbill.events.EncounterCompleted;
import org.superbill.servicekit.inbox.Envelope;
import org.superbill.servicekit.inbox.EventHandler;

/** An encounter is completed, or has late charges: its coding case appears or goes on. */
@ApplicationScoped
class EncounterCompletedHandler implements EventHandler<EncounterCompleted> {
    private final CaseArrivals cases;

    EncounterCompletedHandler(CaseArrivals cases) {
        this.cases = cases;
    }

    @Override
    public Class<EncounterCompleted> type() {
        return EncounterCompleted.class;
    }

    @Override
    public void handle(EncounterCompleted event, Envelope envelope) {
        cases.encounterCompleted(event);
    }
}
