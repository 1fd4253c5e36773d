package org.superbill.billing.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import org.superbill.billing.claim.Claims;
import org.superbill.events.EncounterVoided;
import org.superbill.servicekit.inbox.Envelope;
import org.superbill.servicekit.inbox.EventHandler;

/** A voided encounter is not billed. */
@ApplicationScoped
class EncounterVoidedHandler implements EventHandler<EncounterVoided> {
    private final Claims claims;

    EncounterVoidedHandler(Claims claims) {
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
