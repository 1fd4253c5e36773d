package org.superbill.payersimulator.payment;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.superbill.payersimulator.adjudication.Adjudicator;
import org.superbill.payersimulator.claims.Due;
import org.superbill.payersimulator.claims.PayerClaim;
import org.superbill.payersimulator.claims.PayerClaims;
import org.superbill.payersimulator.clock.PayerClock;
import org.superbill.payersimulator.scenario.Scenario;
import org.superbill.payersimulator.scenario.Scenario.What;
import org.superbill.payersimulator.scenario.Scenarios;

/** Pays what is due: payments, each with one 835, for each mailbox, payer and payee and each day. */
@Singleton
public class PaymentRun {
    private static final Logger LOG = Logger.getLogger(PaymentRun.class);

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

    /**
     * What cannot be paid, and stays due.
     *
     * @param on its payment date
     */
    public record Unpaid(String account, String payerClaimNumber, LocalDate on, String reason) {}

    /** Pays day by day until today, each payment on its own day: however the clock has come here, the payments are the same. What fails holds up nothing else. */
    public synchronized List<Unpaid> run() {
        var today = clock.today();
        var unpaid = new ArrayList<Unpaid>();
        for (var day = claims.nextDue(LocalDate.MIN, today); day.isPresent(); day = claims.nextDue(day.get(), today)) {
            run(day.get(), unpaid);
        }
        files.deliver(today);
        return unpaid;
    }

    private void run(LocalDate day, List<Unpaid> unpaid) {
        Due.@Nullable Party last = null;
        for (var due = claims.due(day, null, MOST_CLAIMS); !due.isEmpty(); due = claims.due(day, last, MOST_CLAIMS)) {
            var before = unpaid.size();
            pay(day, due, unpaid);
            files.deliver(day);
            var hasMore = due.size() == MOST_CLAIMS && unpaid.size() == before; // of the same party, perhaps
            last = hasMore ? last : due.get(0).party();
        }
    }

    /** A payment that fails is made claim by claim, so that those stay due that cannot be paid, and no others. */
    private void pay(LocalDate day, List<Due> due, List<Unpaid> unpaid) {
        try {
            claims.together(() -> pay(day, due));
        } catch (RuntimeException e) {
            if (due.size() > 1) {
                due.forEach(step -> pay(day, List.of(step), unpaid));
                return;
            }
            var step = due.get(0);
            LOG.errorf(
                    e,
                    "Claim %s of account %s cannot be paid",
                    step.payerClaimNumber(),
                    step.party().account());
            unpaid.add(new Unpaid(step.party().account(), step.payerClaimNumber(), day, e.toString()));
        }
    }

    /** One payment: what is paid, what stays owed, the books and the remittance. */
    private void pay(LocalDate day, List<Due> due) {
        var party = due.get(0).party();
        var draft = new PaymentDraft(day, RemittanceDocument.traceNumber(due, day));
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
