package org.superbill.billing.remittance;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.superbill.billing.ledger.Account;
import org.superbill.billing.ledger.Cents;
import org.superbill.billing.ledger.JournalEntry;
import org.superbill.billing.remittance.RemittancePreview.AccountMove;
import org.superbill.billing.remittance.RemittancePreview.ClaimMove;
import org.superbill.billing.remittance.RemittancePreview.DeniedMove;
import org.superbill.billing.sql.Sql;
import org.superbill.servicekit.problem.Problem;
import org.superbill.x12.X12Exception;

/** Posts the payments of a file one after the other, tells what that was, and takes all of it back with its transaction: so a preview is what the posting does, and writes nothing. */
@ApplicationScoped
class RemittancePreviews {
    private static final int CLAIMS_SHOWN = 1_000;
    /** What is shown of all of them is in memory together. */
    private static final int MOST_PAYMENTS = 200;
    /** Of all payments; each is held until the end. */
    private static final int MOST_CLAIMS = 5_000;

    private static final Duration LONGEST = Duration.ofSeconds(30);
    /** It waits for nobody for long while it holds claims itself, and no statement of it outlasts the whole by much. */
    private static final String BOUNDS =
            "select set_config('lock_timeout', '2s', true), set_config('statement_timeout', '10s', true)";

    private static final UUID NO_FILE = new UUID(0, 0);

    private final Remittances remittances;
    private final RemittanceStore store;
    private final Sql sql;
    private final Clock clock;

    RemittancePreviews(Remittances remittances, RemittanceStore store, Sql sql, Clock clock) {
        this.remittances = remittances;
        this.store = store;
        this.sql = sql;
        this.clock = clock;
    }

    /** @throws Problem {@code REMITTANCE_UNREADABLE}, {@code REMITTANCE_PREVIEW_TOO_LARGE}, {@code UNAVAILABLE} where somebody else holds its claims */
    @Transactional
    List<RemittancePreview> of(byte[] file) {
        try {
            var remittanceFile = new RemittanceFile(file);
            var positions = remittanceFile.positions();
            requireAtMost(MOST_PAYMENTS, positions.size(), "payments");
            requireAtMost(
                    MOST_CLAIMS,
                    positions.stream()
                            .mapToInt(position ->
                                    remittanceFile.at(position).claims().count())
                            .sum(),
                    "claims");
            sql.list(BOUNDS, row -> true);
            var until = System.nanoTime() + LONGEST.toNanos();
            return positions.stream()
                    .map(position -> of(remittanceFile.at(position), position, until))
                    .toList();
        } catch (X12Exception e) {
            throw new Problem(RemittanceProblem.REMITTANCE_UNREADABLE, String.valueOf(e.getMessage()));
        } finally {
            QuarkusTransaction.setRollbackOnly(); // not before: nothing joins a transaction that is to be rolled back
        }
    }

    private static void requireAtMost(int most, int found, String what) {
        if (found > most) {
            throw new Problem(
                    RemittanceProblem.REMITTANCE_PREVIEW_TOO_LARGE,
                    "The file has %d %s: at most %d are previewed at a time".formatted(found, what, most));
        }
    }

    /** @param until by {@link System#nanoTime} */
    private RemittancePreview of(Remitted remitted, int position, long until) {
        var shown = new Shown(until);
        var source = new RemittanceSource(RemittanceSource.Kind.X12_835, NO_FILE, position);
        var outcome = remittances.receive(source, remitted, clock.instant(), shown);
        store.flushAndForget(); // as at the end of its own transaction
        var isPosted = outcome instanceof PostingOutcome.Posted;
        return new RemittancePreview(
                state(outcome),
                outcome.explanation(),
                remitted.traceNumber(),
                remitted.originator(),
                remitted.payerName(),
                remitted.payment().value(),
                remitted.paymentDate(),
                remitted.claims().count(),
                remitted.disagreements().stream()
                        .map(disagreement -> RemittanceView.DisagreementView.of(disagreement, position))
                        .toList(),
                isPosted ? shown.accounts() : List.of(),
                isPosted ? shown.claims() : List.of());
    }

    private static Remittance.State state(PostingOutcome outcome) {
        if (outcome instanceof PostingOutcome.Posted) {
            return Remittance.State.POSTED;
        }
        if (outcome instanceof PostingOutcome.Quarantined) {
            return Remittance.State.QUARANTINED;
        }
        return outcome instanceof PostingOutcome.AlreadyPosted ? Remittance.State.DUPLICATE : Remittance.State.WAITING;
    }

    /** What one payment posts. */
    private static final class Shown implements Booking.Follower {
        private final Map<Account, Cents> moves = new EnumMap<>(Account.class);
        private final List<ClaimMove> claims = new ArrayList<>();
        private final long until;

        private Shown(long until) {
            this.until = until;
        }

        @Override
        public void claims(KnownClaims known, Postings postings) {
            if (System.nanoTime() - until > 0) {
                throw new Problem(
                        RemittanceProblem.REMITTANCE_PREVIEW_TOO_LARGE,
                        "The preview has taken %d seconds".formatted(LONGEST.toSeconds()));
            }
            postings.entries().forEach(this::besides);
            known.claims().stream()
                    .limit(Math.max(0, CLAIMS_SHOWN - claims.size()))
                    .forEach(placed -> claims.add(claim(placed, postings)));
        }

        @Override
        public void besides(JournalEntry entry) {
            entry.lines().forEach(line -> moves.merge(line.account(), line.amount(), Cents::plus));
        }

        private List<AccountMove> accounts() {
            return moves.entrySet().stream()
                    .filter(move -> !move.getValue().isZero())
                    .map(move -> new AccountMove(move.getKey(), move.getValue().value()))
                    .toList();
        }

        private List<ClaimMove> claims() {
            return claims.stream()
                    .sorted(Comparator.comparing(ClaimMove::position))
                    .toList();
        }
    }

    private static ClaimMove claim(KnownClaims.Placed placed, Postings postings) {
        var row = postings.rowOf(placed.position());
        var entry = postings.entryOf(row);
        var matchedBy = placed.matchedBy();
        return new ClaimMove(
                placed.position(),
                placed.claim().claimNumber(),
                row.claimId(),
                matchedBy == null ? null : matchedBy.wire(),
                row.adjudication(),
                placed.claim().paid().value(),
                moved(entry, Account.INSURANCE_RECEIVABLE),
                moved(entry, Account.PATIENT_RECEIVABLE),
                postings.denialsOf(placed.position()).stream()
                        .map(denied -> new DeniedMove(
                                denied.lineNumber(), denied.groupCode(), denied.carc(), denied.amountCents()))
                        .toList());
    }

    private static long moved(List<JournalEntry.Line> lines, Account account) {
        return lines.stream()
                .filter(line -> line.account() == account)
                .mapToLong(line -> line.amount().value())
                .sum();
    }
}
