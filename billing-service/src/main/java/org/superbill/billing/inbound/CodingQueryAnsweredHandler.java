package org.superbill.billing.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import org.superbill.billing.deadline.DeadlineKind;
import org.superbill.billing.deadline.Deadlines;
import org.superbill.events.CodingQueryAnswered;
import org.superbill.servicekit.inbox.Envelope;
import org.superbill.servicekit.inbox.EventHandler;

/** The question is answered or withdrawn. */
@ApplicationScoped
class CodingQueryAnsweredHandler implements EventHandler<CodingQueryAnswered> {
    private final Deadlines deadlines;

    CodingQueryAnsweredHandler(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    @Override
    public Class<CodingQueryAnswered> type() {
        return CodingQueryAnswered.class;
    }

    @Override
    public void handle(CodingQueryAnswered event, Envelope envelope) {
        deadlines.close(DeadlineKind.QUERY, event.queryId());
    }
}
