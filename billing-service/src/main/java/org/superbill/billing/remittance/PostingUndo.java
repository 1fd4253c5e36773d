package org.superbill.billing.remittance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.claim.ClaimDecisions;
import org.superbill.billing.claim.ClaimDecisions.Undone;
import org.superbill.billing.claim.ClaimDecisions.VersionOfClaim;
import org.superbill.billing.denial.Denials;
import org.superbill.billing.deposit.Deposits;
import org.superbill.billing.ledger.JournalEntry;
import org.superbill.billing.ledger.Ledger;
import org.superbill.billing.patientaccount.PatientAccounts;
import org.superbill.billing.reference.BusinessDay;
import org.superbill.billing.refund.RefundsToPayers;
import org.superbill.billing.underpayment.Underpayments;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.revision.Revision;
import org.superbill.servicekit.security.Caller;

/** Takes a whole posting back by entries with the signs turned, some at a time, for a payment may have any number of claims. */
@ApplicationScoped
class PostingUndo {
    private final RemittanceStore store;
    private final Remittances remittances;
    private final LaterPayers laterPayers;
    private final Ledger ledger;
    private final EntriesTaken taken;
    private final RemittanceDeadlines deadlines;
    private final Denials denials;
    private final Underpayments underpayments;
    private final RefundsToPayers refunds;
    private final PartsOfClaims parts;
    private final ClaimDecisions claims;
    private final PatientAccounts patientAccounts;
    private final Deposits deposits;
    private final BusinessDay businessDay;
    private final Caller caller;
    private final Clock clock;

    PostingUndo(
            RemittanceStore store,
            Remittances remittances,
            LaterPayers laterPayers,
            Ledger ledger,
            EntriesTaken taken,
            RemittanceDeadlines deadlines,
            Denials denials,
            Underpayments underpayments,
            RefundsToPayers refunds,
            PartsOfClaims parts,
            ClaimDecisions claims,
            PatientAccounts patientAccounts,
            Deposits deposits,
            BusinessDay businessDay,
            Caller caller,
            Clock clock) {
        this.store = store;
        this.remittances = remittances;
        this.laterPayers = laterPayers;
        this.ledger = ledger;
        this.taken = taken;
        this.deadlines = deadlines;
        this.denials = denials;
        this.underpayments = underpayments;
        this.refunds = refunds;
        this.parts = parts;
        this.claims = claims;
        this.patientAccounts = patientAccounts;
        this.deposits = deposits;
        this.businessDay = businessDay;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Its claims need a person's eye then, and the same money may be posted again; so it may when its cash was posted to unapplied, with what of that was matched.
     *
     * @throws Problem {@code REMITTANCE_NOT_FOUND}, {@code STALE}, {@code REMITTANCE_STEP_NOT_ALLOWED} when it is not posted, a
     *     later payment is posted about one of its claims, or a refund is approved for one
     */
    @Transactional
    RemittanceView undo(UUID id, @Nullable Revision expected, String reason) {
        var remittance = store.getLocked(id, expected);
        if (remittance.state() != Remittance.State.POSTED && remittance.state() != Remittance.State.UNAPPLIED) {
            throw new Problem(
                    RemittanceProblem.REMITTANCE_STEP_NOT_ALLOWED,
                    "The remittance is %s".formatted(remittance.state().wire()));
        }
        var trace = remittance.traceNumber();
        store.lockUnapplied(id); // the rule may be finding their claims at this moment: then that is undone, too
        claims.holdClaims(store.claimIds(id)); // before it is asked what followed, so that nothing follows meanwhile
        if (store.isFollowed(id)) {
            throw new Problem(
                    RemittanceProblem.REMITTANCE_STEP_NOT_ALLOWED,
                    "Something later is posted about one of its claims: that has to be undone first");
        }
        deposits.withdraw(id);
        var today = businessDay.today();
        taken.back(id, JournalEntry.Kind.POSTING_UNDONE, today, reason);
        deadlines.appliedNoMore(id);
        takeDecisionsBack(id, today, trace);
        store.findById(id)
                .decided(
                        Remittance.State.UNDONE,
                        "Its posting was undone",
                        new Remittance.Decision(caller.subject(), clock.instant(), reason));
        store.flush();
        return remittances.get(id);
    }

    /** As many claims at a time as a posting takes. */
    private void takeDecisionsBack(UUID id, LocalDate today, String trace) {
        var after = 0;
        for (var rows = store.claims(id, after, RemittedClaims.CHUNK);
                !rows.isEmpty();
                rows = store.claims(id, after, RemittedClaims.CHUNK)) {
            after = rows.get(rows.size() - 1).position();
            rows.forEach(RemittanceClaim::undone);
            var decided = rows.stream()
                    .filter(row -> row.adjudication() != null) // what decided nothing leaves its claim as it was
                    .flatMap(row -> row.decided().map(version -> new Undone(version, row.payerId())).stream())
                    .distinct()
                    .toList();
            var claimIds = decided.stream().map(Undone::claimId).distinct().toList();
            var takenBack = rows.stream()
                    .flatMap(row -> row.decision().stream())
                    .distinct()
                    .toList();
            denials.notClosed(claimIds, id);
            denials.takenBack(takenBack, id);
            underpayments.notWithdrawn(claimIds, id);
            underpayments.withdrawn(takenBack, id);
            parts.takenBack(claimIds);
            laterPayers.refitting(claimIds, id, today).ifPresent(this::fit);
            var refunded = refunded(rows);
            claims.undecided( // not the newest version, which may be on its way: that one nobody has decided
                    decided,
                    payersNumbers(rows),
                    id,
                    version -> "The posting of remittance %s was undone%s"
                            .formatted(trace, refunded.getOrDefault(version.claimId(), "")));
            rows.stream()
                    .filter(RemittanceClaim::isSecondPayment)
                    .map(RemittanceClaim::claimId)
                    .flatMap(Stream::ofNullable)
                    .forEach(claimId -> claims.moneyMoved(
                            claimId,
                            "second-payment-undone",
                            "The posting of remittance %s was undone".formatted(trace)));
            store.flushAndForget();
        }
    }

    private static Map<VersionOfClaim, Set<String>> payersNumbers(List<RemittanceClaim> rows) {
        var numbers = new HashMap<VersionOfClaim, Set<String>>();
        rows.stream()
                .filter(row -> row.adjudication() != null)
                .forEach(row -> row.decided()
                        .ifPresent(version -> Optional.ofNullable(row.payerClaimNumber())
                                .ifPresent(number -> numbers.computeIfAbsent(version, one -> new LinkedHashSet<>())
                                        .add(number))));
        return numbers;
    }

    private void fit(Refitting refitting) {
        ledger.post(refitting.entries());
        patientAccounts.changed(refitting.entries().stream()
                .flatMap(entry -> Reversals.patient(entry).stream())
                .toList());
        denials.settledByAnother(refitting.settled());
        denials.notSettled(refitting.notSettled());
    }

    /**
     * What has left is not called back with the posting: it is named where the claim is looked at.
     *
     * @return the words about it by claim
     */
    private Map<UUID, String> refunded(List<RemittanceClaim> rows) {
        var words = new HashMap<UUID, String>();
        for (var refund : refunds.standing(rows.stream()
                .flatMap(row -> row.decided().stream())
                .map(VersionOfClaim::claimId)
                .distinct()
                .toList())) {
            if (!refund.left()) {
                throw new Problem(
                        RemittanceProblem.REMITTANCE_STEP_NOT_ALLOWED,
                        "A refund of %s is approved for claim %s: it has to be withdrawn first"
                                .formatted(refund.amount().dollars(), refund.claimId()));
            }
            words.merge(
                    refund.claimId(),
                    "; a refund of %s has left for it".formatted(refund.amount().dollars()),
                    String::concat);
        }
        return words;
    }
}
