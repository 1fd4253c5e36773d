package org.superbill.billing.ledger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.superbill.billing.reference.BusinessDay;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.security.Caller;

/** Closes months: afterwards nothing is booked in them any more, and their totals stand. */
@ApplicationScoped
class Periods {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(25);

    private final PeriodStore store;
    private final BalanceStore balances;
    private final SealStore seals;
    private final Seals sealing;
    private final BusinessDay businessDay;
    private final Caller caller;
    private final Clock clock;

    Periods(
            PeriodStore store,
            BalanceStore balances,
            SealStore seals,
            Seals sealing,
            BusinessDay businessDay,
            Caller caller,
            Clock clock) {
        this.store = store;
        this.balances = balances;
        this.seals = seals;
        this.sealing = sealing;
        this.businessDay = businessDay;
        this.caller = caller;
        this.clock = clock;
    }

    /** @throws Problem {@code LEDGER_PERIOD_CLOSED}, {@code LEDGER_PERIOD_NOT_OVER}, {@code LEDGER_BUSY} */
    @Transactional
    PeriodView close(YearMonth month) {
        var through = month.atEndOfMonth();
        var today = businessDay.today();
        if (!through.isBefore(today)) {
            throw new Problem(LedgerProblem.LEDGER_PERIOD_NOT_OVER, "The month ends on " + through);
        }
        waitForSeals(through);
        waitForPostings();
        if (seals.areMissing(through)) {
            throw Problem.retryAfter(
                    LedgerProblem.LEDGER_BUSY, "Entries of the month wait for their seals", Duration.ofSeconds(30));
        }
        var before = store.closedThrough();
        if (before.isPresent() && !through.isAfter(before.get())) {
            throw new Problem(LedgerProblem.LEDGER_PERIOD_CLOSED, "The books are closed through " + before.get());
        }
        var closedBefore = before.orElse(LocalDate.MIN);
        balances.keepTotals(through, closedBefore);
        store.keepOpenItems(through, closedBefore);
        store.insert(through, caller.subject(), clock.instant(), seals.head());
        return store.list().stream()
                .filter(period -> period.month().equals(month.toString()))
                .findFirst()
                .orElseThrow();
    }

    /**
     * What is closed is sealed, so that the closing's end of the chain covers all of it. A seal waits for transactions that began before
     * its entry's; each round is a transaction of its own, for our own is one of them.
     */
    private void waitForSeals(LocalDate through) {
        var rounds = PATIENCE.dividedBy(PAUSE);
        for (long round = 0; round < rounds && seals.areMissing(through); round++) {
            QuarkusTransaction.requiringNew().run(sealing::sealNext);
            pause();
        }
    }

    /** Without queueing, so that postings never wait for a closing that waits for others. */
    private void waitForPostings() {
        var rounds = PATIENCE.dividedBy(PAUSE);
        for (long round = 0; !store.lock(); round++) {
            if (round == rounds) {
                throw Problem.retryAfter(LedgerProblem.LEDGER_BUSY, "Postings are under way", Duration.ofSeconds(30));
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for postings", e);
        }
    }

    @Transactional
    List<PeriodView> list() {
        return store.list();
    }
}
