package org.superbill.billing.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import org.superbill.billing.claim.ClaimBuilding;
import org.superbill.events.EncounterVoided;
import org.superbill.servicekit.inbox.Envelope;
import org.superbill.servicekit.inbox.EventHandler;

/** A voided encounter is not billed. */
@ApplicationScoped
class EncounterVoidedHandler implements EventHandler<EncounterVoided> {
    private final ClaimBuilding claims;

    EncounterVoidedHandler(ClaimBuilding claims) {
        this.claims = claims;
    }

    @Override
    public Class<EncounterVoided> type() {
        return EncounterVoided.class;
    }

    @Override
    public void handle(EncounterVoided event, Envelope envelope) {
        claims.voided(event);
    }
}
