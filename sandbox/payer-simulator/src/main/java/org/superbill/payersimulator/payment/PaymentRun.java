package org.superbill.payersimulator.payment;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.superbill.payersimulator.adjudication.Adjudicator;
import org.superbill.payersimulator.claims.Due;
import org.superbill.payersimulator.claims.PayerClaim;
import org.superbill.payersimulator.claims.PayerClaims;
import org.superbill.payersimulator.clock.PayerClock;
import org.superbill.payersimulator.scenario.Scenario;
import org.superbill.payersimulator.scenario.Scenario.What;
import org.superbill.payersimulator.scenario.Scenarios;

/** Pays what is due today: payments, each with one 835, for each mailbox, payer and payee. */
@Singleton
class PaymentRun {
    /** Of one payment; those of a party that are due come in several when they are more. */
    private static final int MOST_CLAIMS = 2_000;

    private final PayerClock clock;
    private final PayerClaims claims;
    private final Scenarios scenarios;
    private final Adjudicator adjudicator;
    private final RemittanceFiles files;

    PaymentRun(
            PayerClock clock, PayerClaims claims, Scenarios scenarios, Adjudicator adjudicator, RemittanceFiles files) {
        this.clock = clock;
        this.claims = claims;
        this.scenarios = scenarios;
        this.adjudicator = adjudicator;
        this.files = files;
    }

    /** What a kill has kept from its mailbox. */
    synchronized void start(@Observes StartupEvent started) {
        files.deliver(clock.today());
    }

    synchronized void run() {
        files.deliver(clock.today());
        Due.@Nullable Party last = null;
        for (var due = claims.due(clock.today(), null, MOST_CLAIMS);
                !due.isEmpty();
                due = claims.due(clock.today(), last, MOST_CLAIMS)) {
            var payment = due;
            claims.together(() -> pay(payment));
            files.deliver(clock.today());
            last = due.size() == MOST_CLAIMS ? last : due.get(0).party(); // there may be more of the same
        }
    }

    /** One payment: what is paid, what stays owed, the books and the remittance. */
    private void pay(List<Due> due) {
        var party = due.get(0).party();
        var today = clock.today();
        var draft = new PaymentDraft(today, RemittanceDocument.traceNumber(due, today));
        for (var step : due) {
            claims.find(step.payerClaimNumber()).ifPresent(claim -> take(draft, claim, step));
            claims.done(step);
        }
        if (!draft.isEmpty()) {
            claims.owes(party, draft.carryForward(party.payee().npi(), claims.owed(party)));
            claims.book(party.account(), draft.books());
            claims.find(due.get(0).payerClaimNumber())
                    .ifPresent(any -> files.send(any.claim(), scenario(any).file(), draft));
        }
    }

    private void take(PaymentDraft draft, PayerClaim claim, Due step) {
        if (step.step().equals(Due.PAY)) {
            pay(draft, claim);
        } else if (claim.isHeld()) {
            later(draft, claim, What.valueOf(step.step()));
        } else if (step.step().equals(What.RECOUP.name())) {
            recoup(draft, claim);
        }
    }

    /** A replacement takes the claim before it back and pays anew; a void only takes it back. */
    private void pay(PaymentDraft draft, PayerClaim claim) {
        var submitted = claim.claim();
        var original = submitted.originalReference();
        if (!submitted.frequency().equals("1") && original != null) {
            claims.find(original).filter(PayerClaim::isHeld).ifPresent(paid -> reverse(draft, paid));
        }
        if (submitted.frequency().equals("8")) {
            claims.keep(claim.paid(draft.today(), null, draft.trace()));
            return;
        }
        var scenario = scenario(claim);
        var decision = adjudicator.decide(submitted, scenario);
        draft.pay(submitted, decision, scenario);
        claims.keep(claim.paid(draft.today(), decision, draft.trace()));
        for (var later : scenario.later()) {
            claims.plan(new Due(
                    Due.Party.of(submitted, scenario.file().name()),
                    draft.today().plusDays(later.afterDays()),
                    submitted.payerClaimNumber(),
                    later.what().name()));
        }
    }

    private void later(PaymentDraft draft, PayerClaim claim, What what) {
        switch (what) {
            case REVERSE -> reverse(draft, claim);
            case CORRECT -> {
                reverse(draft, claim);
                var decision = adjudicator.corrected(claim.claim(), scenario(claim));
                draft.pay(claim.claim(), decision, scenario(claim));
                claims.keep(claim.paid(draft.today(), decision, draft.trace()));
            }
            case ANNOUNCE_RECOUPMENT -> {
                reverse(draft, claim);
                var decision = claim.decision();
                if (decision != null) {
                    draft.adjust(claim.claim(), "WO", decision.paid().negate());
                }
            }
            case RECOUP -> recoup(draft, claim);
        }
    }

    private void recoup(PaymentDraft draft, PayerClaim claim) {
        var decision = claim.decision();
        if (decision != null) {
            draft.adjust(claim.claim(), "WO", decision.paid());
        }
    }

    private void reverse(PaymentDraft draft, PayerClaim paid) {
        var decision = paid.decision();
        if (decision != null) {
            draft.reverse(paid.claim(), decision, scenario(paid));
            claims.keep(paid.reversed(draft.today(), draft.trace()));
        }
    }

    private Scenario scenario(PayerClaim claim) {
        return scenarios.named(claim.scenario());
    }
}
