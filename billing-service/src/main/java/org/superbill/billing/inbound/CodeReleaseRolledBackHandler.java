package org.superbill.billing.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import org.superbill.billing.codefact.CodeFactKeeper;
import org.superbill.events.CodeReleaseRolledBack;
import org.superbill.servicekit.inbox.Envelope;
import org.superbill.servicekit.inbox.EventHandler;

/** Codes have changed: billing fetches them, and every replica takes them over from the database. */
@ApplicationScoped
class CodeReleaseRolledBackHandler implements EventHandler<CodeReleaseRolledBack> {
    private final CodeFactKeeper codes;

    CodeReleaseRolledBackHandler(CodeFactKeeper codes) {
        this.codes = codes;
    }

    @Override
    public Class<CodeReleaseRolledBack> type() {
        return CodeReleaseRolledBack.class;
    }

    @Override
    public void handle(CodeReleaseRolledBack event, Envelope envelope) {
        codes.soon();
    }
}
