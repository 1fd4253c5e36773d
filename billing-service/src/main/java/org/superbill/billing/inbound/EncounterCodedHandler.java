package org.superbill.billing.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import org.superbill.billing.claim.Claims;
import org.superbill.events.EncounterCoded;
import org.superbill.servicekit.inbox.Envelope;
import org.superbill.servicekit.inbox.EventHandler;

/** A coded encounter becomes a claim; it waits for the patient, coverage, payer and practice that it names. */
@ApplicationScoped
class EncounterCodedHandler implements EventHandler<EncounterCoded> {
    private final Claims claims;

    EncounterCodedHandler(Claims claims) {
        this.claims = claims;
    }

    @Override
    public Class<EncounterCoded> type() {
        return EncounterCoded.class;
    }

    @Override
    public void handle(EncounterCoded event, Envelope envelope) {
        claims.coded(event, envelope.organization());
    }
}
