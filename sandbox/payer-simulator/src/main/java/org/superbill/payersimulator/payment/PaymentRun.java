package org.superbill.payersimulator.payment;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.superbill.payersimulator.Envelopes;
import org.superbill.payersimulator.Mailboxes;
import org.superbill.payersimulator.adjudication.SubmittedClaim;
import org.superbill.payersimulator.claims.PayerClaim;
import org.superbill.payersimulator.claims.PayerClaims;
import org.superbill.payersimulator.clock.PayerClock;
import org.superbill.x12.guide.Guide;

/** Pays what came in before today: one payment, and one 835, for each mailbox, payer and payee. */
@Singleton
class PaymentRun {
    private final PayerClock clock;
    private final PayerClaims claims;
    private final Mailboxes mailboxes;
    private final Envelopes envelopes;

    PaymentRun(PayerClock clock, PayerClaims claims, Mailboxes mailboxes, Envelopes envelopes) {
        this.clock = clock;
        this.claims = claims;
        this.mailboxes = mailboxes;
        this.envelopes = envelopes;
    }

    synchronized void run() {
        var today = clock.today();
        var due = new LinkedHashMap<Party, List<PayerClaim>>();
        for (var claim : claims.unpaid()) {
            if (claim.receivedOn().isBefore(today)) {
                due.computeIfAbsent(Party.of(claim.claim()), party -> new ArrayList<>())
                        .add(claim);
            }
        }
        due.values().forEach(together -> pay(together, today));
    }

    private void pay(List<PayerClaim> together, LocalDate today) {
        var payments = new ArrayList<ClaimPayment>();
        for (var claim : together) {
            payments.addAll(ClaimPayment.of(claim.claim(), claims::find));
        }
        var total = payments.stream().map(ClaimPayment::paid).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (total.signum() < 0) {
            return; // more is taken back than paid: it waits until a payment covers it
        }
        var first = together.get(0).claim();
        mailboxes.deliver(
                first.account(),
                "835",
                envelopes.of(
                        first.route(), Guide.REMITTANCE_835, RemittanceDocument.of(first, payments, total, today)));
        together.forEach(claim -> claims.keep(claim.paidOn(today)));
    }

    /** Who is paid by whom, and where the remittance goes. */
    private record Party(String account, SubmittedClaim.Payer payer, SubmittedClaim.Payee payee) {
        static Party of(SubmittedClaim claim) {
            return new Party(claim.account(), claim.payer(), claim.payee());
        }
    }
}
