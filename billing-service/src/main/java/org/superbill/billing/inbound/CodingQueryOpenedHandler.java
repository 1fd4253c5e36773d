package org.superbill.billing.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import org.superbill.billing.deadline.DeadlineKind;
import org.superbill.billing.deadline.Deadlines;
import org.superbill.events.CodingQueryOpened;
import org.superbill.servicekit.inbox.Envelope;
import org.superbill.servicekit.inbox.EventHandler;

/** A question to a clinician holds up a claim: its day is kept with the other deadlines. */
@ApplicationScoped
class CodingQueryOpenedHandler implements EventHandler<CodingQueryOpened> {
    private final Deadlines deadlines;

    CodingQueryOpenedHandler(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    @Override
    public Class<CodingQueryOpened> type() {
        return CodingQueryOpened.class;
    }

    @Override
    public void handle(CodingQueryOpened event, Envelope envelope) {
        deadlines.open(DeadlineKind.QUERY, event.queryId(), event.dueOn());
    }
}
