package org.superbill.coding.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.superbill.coding.codingcase.CaseArrivals;
import org.superbill.coding.codingcase.CaseBilled;
import org.superbill.coding.codingcase.CaseKind;
import org.superbill.events.ClaimSubmitted;
import org.superbill.servicekit.inbox.BatchEventHandler;

/** Claims are with their payers: the encounters' cases of those sides are final-billed. */
@ApplicationScoped
class ClaimSubmittedHandler implements BatchEventHandler<ClaimSubmitted> {
    private final CaseArrivals cases;

    ClaimSubmittedHandler(CaseArrivals cases) {
        this.cases = cases;
    }

    @Override
    public Class<ClaimSubmitted> type() {
        return ClaimSubmitted.class;
    }

    @Override
    public void handleAll(List<Told<ClaimSubmitted>> events) {
        cases.billed(events.stream()
                .map(Told::event)
                .map(claim -> new CaseBilled(claim.encounterId(), CaseKind.of(claim.kind()), claim.sentAt()))
                .toList());
    }
}
