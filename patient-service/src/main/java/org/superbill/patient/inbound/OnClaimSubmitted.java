package org.superbill.patient.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import org.superbill.events.ClaimSubmitted;
import org.superbill.patient.encounter.EncounterNews;
import org.superbill.servicekit.inbox.Envelope;
import org.superbill.servicekit.inbox.EventHandler;

/** Billing has sent a claim of an encounter to its payer. */
@ApplicationScoped
class OnClaimSubmitted implements EventHandler<ClaimSubmitted> {
    private final EncounterNews news;

    OnClaimSubmitted(EncounterNews news) {
        this.news = news;
    }

    @Override
    public Class<ClaimSubmitted> type() {
        return ClaimSubmitted.class;
    }

    @Override
    public void handle(ClaimSubmitted event, Envelope envelope) {
        news.submitted(event, envelope);
    }
}
