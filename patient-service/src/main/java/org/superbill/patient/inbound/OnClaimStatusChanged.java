package org.superbill.patient.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import org.superbill.events.ClaimStatusChanged;
import org.superbill.patient.encounter.EncounterNews;
import org.superbill.servicekit.inbox.Envelope;
import org.superbill.servicekit.inbox.EventHandler;

/** A claim of an encounter stands otherwise than before: when its money is settled, the encounter may close. */
@ApplicationScoped
class OnClaimStatusChanged implements EventHandler<ClaimStatusChanged> {
    private final EncounterNews news;

    OnClaimStatusChanged(EncounterNews news) {
        this.news = news;
    }

    @Override
    public Class<ClaimStatusChanged> type() {
        return ClaimStatusChanged.class;
    }

    @Override
    public void handle(ClaimStatusChanged event, Envelope envelope) {
        news.statusChanged(event, envelope);
    }
}
