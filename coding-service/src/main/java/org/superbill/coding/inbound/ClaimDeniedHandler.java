package org.superbill.coding.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import org.superbill.coding.codingcase.CaseArrivals;
import org.superbill.coding.codingcase.CaseKind;
import org.superbill.events.ClaimDenied;
import org.superbill.servicekit.inbox.Envelope;
import org.superbill.servicekit.inbox.EventHandler;

/** A payer has refused to pay: where that is for the coder to look at, the encounter's case opens again. */
@ApplicationScoped
class ClaimDeniedHandler implements EventHandler<ClaimDenied> {
    private static final String CODING = "coding";

    private final CaseArrivals cases;

    ClaimDeniedHandler(CaseArrivals cases) {
        this.cases = cases;
    }

    @Override
    public Class<ClaimDenied> type() {
        return ClaimDenied.class;
    }

    @Override
    public void handle(ClaimDenied event, Envelope envelope) {
        if (CODING.equals(event.rootCause())) {
            cases.denied(
                    event.encounterId(), CaseKind.of(event.kind()), "%s-%s".formatted(event.groupCode(), event.carc()));
        }
    }
}
