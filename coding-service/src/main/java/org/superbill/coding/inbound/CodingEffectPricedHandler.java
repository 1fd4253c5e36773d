package org.superbill.coding.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import org.superbill.coding.codingaudit.AuditEffects;
import org.superbill.events.CodingEffectPriced;
import org.superbill.servicekit.inbox.Envelope;
import org.superbill.servicekit.inbox.EventHandler;

/** Billing has answered what a payer is expected to allow for a coding that was judged. */
@ApplicationScoped
class CodingEffectPricedHandler implements EventHandler<CodingEffectPriced> {
    private final AuditEffects effects;

    CodingEffectPricedHandler(AuditEffects effects) {
        this.effects = effects;
    }

    @Override
    public Class<CodingEffectPriced> type() {
        return CodingEffectPriced.class;
    }

    @Override
    public void handle(CodingEffectPriced event, Envelope envelope) {
        effects.priced(event);
    }
}
