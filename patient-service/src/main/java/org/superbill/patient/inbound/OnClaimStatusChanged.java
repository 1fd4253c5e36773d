package org.superbill.patient.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.superbill.events.ClaimStatusChanged;
import org.superbill.patient.encounter.EncounterNews;
import org.superbill.servicekit.inbox.BatchEventHandler;

/**
 * A claim of an encounter stands otherwise than before: when its money is settled, the encounter may close. Each claim of a file that was
 * sent or answered tells of itself, so that they come by the hundred.
 */
@ApplicationScoped
class OnClaimStatusChanged implements BatchEventHandler<ClaimStatusChanged> {
    private final EncounterNews news;

    OnClaimStatusChanged(EncounterNews news) {
        this.news = news;
    }

    @Override
    public Class<ClaimStatusChanged> type() {
        return ClaimStatusChanged.class;
    }

    @Override
    public void handleAll(List<Told<ClaimStatusChanged>> events) {
        news.statusChanged(events);
    }
}
