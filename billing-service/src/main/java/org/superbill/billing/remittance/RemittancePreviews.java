package org.superbill.billing.remittance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.superbill.billing.ledger.Account;
import org.superbill.billing.ledger.Cents;
import org.superbill.billing.ledger.JournalEntry;
import org.superbill.billing.remittance.RemittancePreview.AccountMove;
import org.superbill.billing.remittance.RemittancePreview.ClaimMove;
import org.superbill.billing.remittance.RemittancePreview.DeniedMove;
import org.superbill.billing.remittance.Remittances.Verdict;
import org.superbill.servicekit.problem.Problem;
import org.superbill.x12.X12Exception;

/** Judges payments and makes their postings by the same rules as when they come, and keeps none of it. */
@ApplicationScoped
class RemittancePreviews {
    private static final int CLAIMS_SHOWN = 1_000;
    /** What is shown of all of them is in memory together. */
    private static final int MOST_PAYMENTS = 200;

    private static final UUID NOBODY = new UUID(0, 0);

    private final Remittances remittances;
    private final PaymentWalk walk;

    RemittancePreviews(Remittances remittances, PaymentWalk walk) {
        this.remittances = remittances;
        this.walk = walk;
    }

    /** @throws Problem {@code REMITTANCE_UNREADABLE} */
    @Transactional
    List<RemittancePreview> of(byte[] file) {
        try {
            var remittanceFile = new RemittanceFile(file);
            var positions = remittanceFile.positions();
            if (positions.size() > MOST_PAYMENTS) {
                throw new Problem(
                        RemittanceProblem.REMITTANCE_UNREADABLE,
                        "The file has %d payments: at most %d are previewed at a time"
                                .formatted(positions.size(), MOST_PAYMENTS));
            }
            var inBooks = new InBooks(new ArrayList<>(), new ArrayList<>());
            return positions.stream()
                    .map(position -> of(remittanceFile.at(position), position, inBooks))
                    .toList();
        } catch (X12Exception e) {
            throw new Problem(RemittanceProblem.REMITTANCE_UNREADABLE, String.valueOf(e.getMessage()));
        }
    }

    /** What payments of the file that come before would have posted by then. */
    private record InBooks(List<Remittance> payments, List<Settled> claims) {}

    private RemittancePreview of(Remitted remitted, int position, InBooks before) {
        var moves = new EnumMap<Account, Cents>(Account.class);
        var shown = new ArrayList<ClaimMove>();
        var posted = new ArrayList<Settled>();
        var verdict = remittances
                .beforeItsClaims(remitted, before.payments)
                .or(() -> post(remitted, before, moves, shown, posted));
        if (verdict.isPresent()) {
            moves.clear();
            shown.clear();
        } else {
            before.payments.add(new Remittance(
                    NOBODY,
                    new RemittanceSource(RemittanceSource.Kind.X12_835, NOBODY, position),
                    remitted,
                    Remittance.State.POSTED,
                    "Posted",
                    Instant.EPOCH));
            before.claims.addAll(posted);
        }
        return new RemittancePreview(
                verdict.map(Verdict::state).orElse(Remittance.State.POSTED),
                verdict.map(Verdict::explanation).orElse("Posted"),
                remitted.traceNumber(),
                remitted.originator(),
                remitted.payerName(),
                remitted.payment().value(),
                remitted.paymentDate(),
                remitted.claims().count(),
                remitted.disagreements().stream()
                        .map(disagreement -> RemittanceView.DisagreementView.of(disagreement, position))
                        .toList(),
                moves.entrySet().stream()
                        .filter(move -> !move.getValue().isZero())
                        .map(move ->
                                new AccountMove(move.getKey(), move.getValue().value()))
                        .toList(),
                shown);
    }

    private Optional<Verdict> post(
            Remitted remitted, InBooks before, Map<Account, Cents> moves, List<ClaimMove> shown, List<Settled> posted) {
        var doubt = walk.through(NOBODY, remitted, PaymentWalk.Purpose.PREVIEW, before.claims, (known, postings) -> {
            postings.entries().forEach(entry -> add(entry, moves));
            postings.rows().stream()
                    .filter(row -> row.claimId() != null && !row.isUnapplied())
                    .map(RemittanceClaim::settled)
                    .forEach(posted::add);
            known.claims().stream()
                    .limit(Math.max(0, CLAIMS_SHOWN - shown.size()))
                    .forEach(placed -> shown.add(claim(placed, postings)));
        });
        ProviderAdjustments.entry(NOBODY, remitted, null, Map.of()).ifPresent(entry -> add(entry, moves));
        return doubt.map(why -> Verdict.waiting(new Booking.Doubtful(why)));
    }

    private static void add(JournalEntry entry, Map<Account, Cents> moves) {
        entry.lines().forEach(line -> moves.merge(line.account(), line.amount(), Cents::plus));
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
