package org.superbill.billing.ledger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import org.superbill.billing.ledger.VerificationView.Check;
import org.superbill.billing.ledger.VerificationView.Rule;

/** Proves the books anew, from their lines. Whoever may read them may run it. */
@ApplicationScoped
public class Verification {
    private static final int PATIENCE_SECONDS = 3_600;

    private final VerificationStore store;
    private final SealStore seals;
    private final PeriodStore periods;
    private final Clock clock;

    Verification(VerificationStore store, SealStore seals, PeriodStore periods, Clock clock) {
        this.store = store;
        this.seals = seals;
        this.periods = periods;
        this.clock = clock;
    }

    /** Reads every line, in a transaction of its own that may take its time; postings go on meanwhile. */
    VerificationView run() {
        return QuarkusTransaction.requiringNew().timeout(PATIENCE_SECONDS).call(this::verify);
    }

    private VerificationView verify() {
        var check = new ChainCheck(seals.genesis(), periods.list());
        seals.chain(check::take);
        var checks = List.of(
                Check.of(Rule.ENTRIES_BALANCE, store.entriesThatDoNotBalance()),
                Check.of(Rule.SUB_LEDGERS_SUM_TO_ACCOUNTS, store.receivablesOfNobody()),
                Check.of(Rule.CLAIMS_ADD_UP, store.claimsThatDoNotAddUp()),
                Check.of(Rule.PATIENT_RESPONSIBILITY, store.patientsWhoOweTooMuch()),
                Check.of(Rule.CLOSED_PERIODS_STAND, store.periodsThatDiffer()),
                Check.of(Rule.NOTHING_CHANGED, check.findings()));
        var counts = store.counts();
        return new VerificationView(
                clock.instant(),
                checks.stream().allMatch(Check::holds),
                counts.entries(),
                counts.lines(),
                store.unsealed(),
                check.position(),
                HexFormat.of().formatHex(check.hash()),
                checks);
    }
}
