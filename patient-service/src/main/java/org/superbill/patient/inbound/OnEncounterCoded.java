package org.superbill.patient.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.superbill.events.EncounterCoded;
import org.superbill.patient.encounter.EncounterNews;
import org.superbill.servicekit.inbox.BatchEventHandler;

/** Coding has finished, or amended, the codes of an encounter. */
@ApplicationScoped
class OnEncounterCoded implements BatchEventHandler<EncounterCoded> {
    private final EncounterNews news;

    OnEncounterCoded(EncounterNews news) {
        this.news = news;
    }

    @Override
    public Class<EncounterCoded> type() {
        return EncounterCoded.class;
    }

    @Override
    public void handleAll(List<Told<EncounterCoded>> events) {
        news.coded(events);
    }
}
