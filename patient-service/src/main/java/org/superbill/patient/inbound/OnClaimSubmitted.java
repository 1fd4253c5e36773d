package org.superbill.patient.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.superbill.events.ClaimSubmitted;
import org.superbill.patient.encounter.EncounterNews;
import org.superbill.servicekit.inbox.BatchEventHandler;

/** Billing has sent a claim of an encounter to its payer. */
@ApplicationScoped
class OnClaimSubmitted implements BatchEventHandler<ClaimSubmitted> {
    private final EncounterNews news;

    OnClaimSubmitted(EncounterNews news) {
        this.news = news;
    }

    @Override
    public Class<ClaimSubmitted> type() {
        return ClaimSubmitted.class;
    }

    @Override
    public void handleAll(List<Told<ClaimSubmitted>> events) {
        news.submitted(events);
    }
}
