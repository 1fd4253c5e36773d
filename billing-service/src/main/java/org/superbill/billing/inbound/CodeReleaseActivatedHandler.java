package org.superbill.billing.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import org.superbill.billing.codefact.CodeFactKeeper;
import org.superbill.events.CodeReleaseActivated;
import org.superbill.servicekit.inbox.Envelope;
import org.superbill.servicekit.inbox.EventHandler;

/** Codes have changed: billing fetches them, and every replica takes them over from the database. */
@ApplicationScoped
class CodeReleaseActivatedHandler implements EventHandler<CodeReleaseActivated> {
    private final CodeFactKeeper codes;

    CodeReleaseActivatedHandler(CodeFactKeeper codes) {
        this.codes = codes;
    }

    @Override
    public Class<CodeReleaseActivated> type() {
        return CodeReleaseActivated.class;
    }

    @Override
    public void handle(CodeReleaseActivated event, Envelope envelope) {
        codes.soon();
    }
}
