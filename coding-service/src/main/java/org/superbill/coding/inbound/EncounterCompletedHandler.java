package org.superbill.coding.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.superbill.coding.codingcase.CaseArrivals;
import org.superbill.events.EncounterCompleted;
import org.superbill.servicekit.inbox.BatchEventHandler;

/** Encounters are completed, or have late charges: their coding cases appear or go on. */
@ApplicationScoped
class EncounterCompletedHandler implements BatchEventHandler<EncounterCompleted> {
    private final CaseArrivals cases;

    EncounterCompletedHandler(CaseArrivals cases) {
        this.cases = cases;
    }

    @Override
    public Class<EncounterCompleted> type() {
        return EncounterCompleted.class;
    }

    @Override
    public void handleAll(List<Told<EncounterCompleted>> events) {
        cases.encountersCompleted(events.stream().map(Told::event).toList());
    }
}
