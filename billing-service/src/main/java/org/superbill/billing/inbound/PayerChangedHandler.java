package org.superbill.billing.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import org.superbill.billing.claim.ClaimBuilding;
import org.superbill.billing.reference.Reference;
import org.superbill.billing.x12file.Mailboxes;
import org.superbill.events.PayerChanged;
import org.superbill.servicekit.inbox.Envelope;
import org.superbill.servicekit.inbox.EventHandler;

/** Billing keeps its own copy of payers and looks for their files; claims that wait for a file to one leave by what is agreed with it now. */
@ApplicationScoped
class PayerChangedHandler implements EventHandler<PayerChanged> {
    private final Reference reference;
    private final ClaimBuilding claims;
    private final Mailboxes mailboxes;

    PayerChangedHandler(Reference reference, ClaimBuilding claims, Mailboxes mailboxes) {
        this.reference = reference;
        this.claims = claims;
        this.mailboxes = mailboxes;
    }

    @Override
    public Class<PayerChanged> type() {
        return PayerChanged.class;
    }

    @Override
    public void handle(PayerChanged event, Envelope envelope) {
        reference.remember(event);
        mailboxes.open(event.profile().connection());
        claims.agreed(event);
    }
}
