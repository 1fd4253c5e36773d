package org.superbill.billing.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.superbill.billing.claim.ClaimBuilding;
import org.superbill.events.EncounterCoded;
import org.superbill.servicekit.inbox.BatchEventHandler;

/** Coded encounters become claims; each waits for the patient, coverage, payer and practice that it names. */
@ApplicationScoped
class EncounterCodedHandler implements BatchEventHandler<EncounterCoded> {
    private final ClaimBuilding claims;

    EncounterCodedHandler(ClaimBuilding claims) {
        this.claims = claims;
    }

    @Override
    public Class<EncounterCoded> type() {
        return EncounterCoded.class;
    }

    @Override
    public boolean takesAllThatCame() {
        return true;
    }

    @Override
    public void handleAll(List<Told<EncounterCoded>> events) {
        var organization = events.get(0).envelope().organization();
        claims.coded(events.stream().map(Told::event).toList(), organization);
    }
}
