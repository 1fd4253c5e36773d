package org.superbill.patient.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import org.superbill.events.EncounterCoded;
import org.superbill.patient.encounter.EncounterNews;
import org.superbill.servicekit.inbox.Envelope;
import org.superbill.servicekit.inbox.EventHandler;

/** Coding has finished, or amended, the codes of an encounter. */
@ApplicationScoped
class OnEncounterCoded implements EventHandler<EncounterCoded> {
    private final EncounterNews news;

    OnEncounterCoded(EncounterNews news) {
        this.news = news;
    }

    @Override
    public Class<EncounterCoded> type() {
        return EncounterCoded.class;
    }

    @Override
    public void handle(EncounterCoded event, Envelope envelope) {
        news.coded(event, envelope);
    }
}
