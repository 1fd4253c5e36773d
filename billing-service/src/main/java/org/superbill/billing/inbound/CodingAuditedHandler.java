package org.superbill.billing.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import org.superbill.billing.codingeffect.CodingEffects;
import org.superbill.events.CodingAudited;
import org.superbill.servicekit.inbox.Envelope;
import org.superbill.servicekit.inbox.EventHandler;

/** Auditors want to know what a payer allows for the right codes; contracts are billing's. */
@ApplicationScoped
class CodingAuditedHandler implements EventHandler<CodingAudited> {
    private final CodingEffects effects;

    CodingAuditedHandler(CodingEffects effects) {
        this.effects = effects;
    }

    @Override
    public Class<CodingAudited> type() {
        return CodingAudited.class;
    }

    @Override
    public void handle(CodingAudited event, Envelope envelope) {
        effects.audited(event);
    }
}
