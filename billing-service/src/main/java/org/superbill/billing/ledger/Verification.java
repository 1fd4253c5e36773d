package org.superbill.billing.ledger;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.superbill.billing.ledger.ChainCheck.Kept;
import org.superbill.billing.ledger.VerificationView.Check;
import org.superbill.billing.ledger.VerificationView.Finding;
import org.superbill.billing.ledger.VerificationView.Rule;
import org.superbill.servicekit.problem.Problem;

/** Proves the books anew, from their lines. Whoever may read them may run it. */
@ApplicationScoped
public class Verification {
    private static final int PATIENCE_SECONDS = 3_600;

    private final VerificationStore store;
    private final SealStore seals;
    private final PeriodStore periods;
    private final List<AgainstRecords> records;
    private final Clock clock;

    Verification(
            VerificationStore store,
            SealStore seals,
            PeriodStore periods,
            @All List<AgainstRecords> records,
            Clock clock) {
        this.store = store;
        this.seals = seals;
        this.periods = periods;
        this.records = records;
        this.clock = clock;
    }

    /** Reads every line, in a transaction of its own that may take its time; postings go on meanwhile. @throws Problem {@code VERIFICATION_RUNNING} */
    VerificationView run() {
        return run(List.of());
    }

    /** @param kept ends that the chain once had, as somebody kept them elsewhere */
    VerificationView run(List<Kept> kept) {
        return QuarkusTransaction.requiringNew().timeout(PATIENCE_SECONDS).call(() -> verify(kept));
    }

    private VerificationView verify(List<Kept> kept) {
        if (!store.hold()) {
            throw new Problem(
                    LedgerProblem.VERIFICATION_RUNNING,
                    "The books of the organization are being proved at this moment");
        }
        var check = new ChainCheck(
                seals.genesis(),
                Stream.concat(periods.list().stream().map(Kept::by), kept.stream())
                        .toList());
        seals.chain(check::take);
        var checks = List.of(
                Check.of(Rule.ENTRIES_BALANCE, store.entriesThatDoNotBalance()),
                Check.of(Rule.SUB_LEDGERS_SUM_TO_ACCOUNTS, store.receivablesOfNobody()),
                Check.of(Rule.CLAIMS_ADD_UP, store.claimsThatDoNotAddUp()),
                Check.of(Rule.PATIENT_RESPONSIBILITY, store.patientsWhoOweTooMuch()),
                Check.of(Rule.RECORDS_AGREE, differences()),
                Check.of(Rule.CLOSED_PERIODS_STAND, store.periodsThatDiffer()),
                Check.of(Rule.EVERYTHING_IS_SEALED, store.leftUnsealed()),
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

    private List<Finding> differences() {
        return records.stream()
                .flatMap(record -> record.differences(VerificationStore.MOST).stream())
                .map(found -> new Finding(found.entryId(), found.claimId(), null, found.explanation()))
                .toList();
    }
}
