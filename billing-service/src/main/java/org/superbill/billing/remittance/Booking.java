package org.superbill.billing.remittance;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.claim.ClaimDecisions;
import org.superbill.billing.contract.FacilityPlaces;
import org.superbill.billing.denial.Denials;
import org.superbill.billing.deposit.Announced;
import org.superbill.billing.deposit.Deposits;
import org.superbill.billing.ledger.Cents;
import org.superbill.billing.ledger.JournalEntry;
import org.superbill.billing.ledger.Ledger;
import org.superbill.billing.patientaccount.PatientAccounts;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.billing.refund.RefundsToPayers;
import org.superbill.billing.remittance.PaymentWalk.Purpose;
import org.superbill.billing.underpayment.Underpayments;
import org.superbill.events.EncounterCoded;
import org.superbill.events.RemittancePosted;
import org.superbill.servicekit.outbox.Outbox;

/**
 * Brings a payment into the books, to its claims and to whom it concerns, a chunk of claims at a time in one transaction.
 */
@ApplicationScoped
class Booking {
    private final RemittanceStore store;
    private final PaymentWalk walk;
    private final ClaimDecisions claims;
    private final Ledger ledger;
    private final Denials denials;
    private final PatientAccounts patientAccounts;
    private final Underpayments underpayments;
    private final Deposits deposits;
    private final RefundsToPayers refunds;
    private final PartsOfClaims parts;
    private final Outbox outbox;

    Booking(
            RemittanceStore store,
            PaymentWalk walk,
            ClaimDecisions claims,
            Ledger ledger,
            Denials denials,
            PatientAccounts patientAccounts,
            Underpayments underpayments,
            Deposits deposits,
            RefundsToPayers refunds,
            PartsOfClaims parts,
            Outbox outbox) {
        this.store = store;
        this.walk = walk;
        this.claims = claims;
        this.ledger = ledger;
        this.denials = denials;
        this.patientAccounts = patientAccounts;
        this.underpayments = underpayments;
        this.deposits = deposits;
        this.refunds = refunds;
        this.parts = parts;
        this.outbox = outbox;
    }

    /** What came of it. */
    sealed interface Attempt {}

    /** Nothing was written. @param why in plain words after its code */
    record Doubtful(String why) implements Attempt {}

    /**
     * It is in the books.
     *
     * @param payerId whose payment it is, as far as that is known
     */
    record Booked(String explanation, @Nullable UUID payerId) implements Attempt {}

    /** Who is told what a payment posts; of one about which there is a doubt in the end, too. */
    interface Follower {
        Follower NOBODY = new Follower() {
            @Override
            public void claims(KnownClaims known, Postings postings) {}

            @Override
            public void besides(JournalEntry entry) {}
        };

        /** Of some of its claims. */
        void claims(KnownClaims known, Postings postings);

        void besides(JournalEntry entry);
    }

    /** Posts a payment unless there is a doubt about one of its claims: then nothing of it stays. */
    Attempt attempt(UUID id, Remitted remitted, Follower follower) {
        return attempt(id, remitted, new Sums(false, follower));
    }

    /** The same with one that was kept: the rows of its claims take the place of those of before. */
    Attempt attemptKept(UUID id, Remitted remitted) {
        return attempt(id, remitted, new Sums(true, Follower.NOBODY));
    }

    private Attempt attempt(UUID id, Remitted remitted, Sums sums) {
        var large = remitted.claims().isLarge();
        if (large) {
            store.markSavepoint(); // what comes before a doubt is written by then
        }
        var doubt = walk.through(
                id, remitted, Purpose.POSTING, (known, postings) -> book(id, remitted, known, postings, sums));
        if (doubt.isPresent()) {
            if (large) {
                store.rollBackToSavepoint();
            }
            return new Doubtful(doubt.get());
        }
        if (large) {
            store.releaseSavepoint();
        }
        return finish(id, remitted, sums);
    }

    /** Posts a payment that was kept and that a person has looked at. */
    Booked bookKept(UUID id, Remitted remitted) {
        var sums = new Sums(true, Follower.NOBODY);
        walk.through(
                id,
                remitted,
                Purpose.POSTING_BY_PERSON,
                (known, postings) -> book(id, remitted, known, postings, sums));
        return finish(id, remitted, sums);
    }

    /** What is to be known of all claims when they are through. */
    private static final class Sums {
        private boolean rowsOfBefore;
        private long unknownNumbers;
        private long paidEstimates;
        private long paidAgain;
        private long reversalsOfNothing;
        private @Nullable UUID payer;
        private boolean severalPayers;

        private final Follower follower;

        Sums(boolean rowsOfBefore, Follower follower) {
            this.rowsOfBefore = rowsOfBefore;
            this.follower = follower;
        }

        void add(KnownClaims known, Postings postings) {
            rowsOfBefore = false;
            paidAgain += postings.rows().stream()
                    .filter(row -> row.isSecondPayment() && !row.isReversal())
                    .count();
            reversalsOfNothing += postings.rows().stream()
                    .filter(row -> row.isUnapplied() && row.isReversal() && row.claimId() != null)
                    .count();
            unknownNumbers += known.unknownNumbers();
            paidEstimates += known.paidEstimates();
            for (var found : postings.payers()) {
                severalPayers |= payer != null && !payer.equals(found);
                payer = found;
            }
        }

        String explanation() {
            var said = new StringBuilder("Posted");
            if (unknownNumbers > 0) {
                said.append("; the money of %d claim numbers that are not ours is unapplied".formatted(unknownNumbers));
            }
            if (paidEstimates > 0) {
                said.append("; the money of %d estimates (CLP02 25), which pay nothing, is unapplied"
                        .formatted(paidEstimates));
            }
            if (paidAgain > 0) {
                said.append(
                        "; %d claims had been paid before: the cash is the payer's credit, and nothing else of them is posted"
                                .formatted(paidAgain));
            }
            if (reversalsOfNothing > 0) {
                said.append(
                        "; the money of %d reversals of what is not posted is unapplied".formatted(reversalsOfNothing));
            }
            return said.toString();
        }

        @Nullable
        UUID onlyPayer() {
            return severalPayers ? null : payer;
        }
    }

    private void book(UUID id, Remitted remitted, KnownClaims known, Postings postings, Sums sums) {
        if (sums.rowsOfBefore) {
            store.forgetClaims(id);
        }
        sums.add(known, postings);
        sums.follower.claims(known, postings);
        write(postings, () -> store.keep(postings.rows()));
        tell(id, remitted, postings.paidClaims());
    }

    /** What the payment does besides its claims. */
    private Booked finish(UUID id, Remitted remitted, Sums sums) {
        if (remitted.claims().count() == 0) {
            tell(id, remitted, List.of());
        }
        var payer = sums.onlyPayer();
        if (payer == null && !remitted.providerAdjustments().isEmpty()) {
            payer = store.payerOfOriginator(remitted.originator()).orElse(null);
        }
        postBesides(id, remitted, payer).ifPresent(sums.follower::besides);
        deposits.expect(new Announced(
                id,
                remitted.traceNumber(),
                remitted.originator(),
                remitted.payerName(),
                remitted.payment(),
                remitted.paymentDate()));
        return new Booked(sums.explanation(), payer);
    }

    /** PLB, each reason to its account. */
    private Optional<JournalEntry> postBesides(UUID id, Remitted remitted, @Nullable UUID payer) {
        var entry = ProviderAdjustments.entry(id, remitted, payer, acknowledged(id, remitted, payer));
        entry.ifPresent(made -> ledger.post(List.of(made)));
        return entry;
    }

    /** PLB of a payment of which no claim is posted: it is the payer of the originator's last one that had one. */
    void bookBesides(UUID id, Remitted remitted) {
        postBesides(id, remitted, store.payerOfOriginator(remitted.originator()).orElse(null));
    }

    /** @param rows keeps the rows of its claims */
    void write(Postings postings, Runnable rows) {
        ledger.post(postings.entries());
        var id = postings.remittanceId();
        denials.takenBack(postings.reversed(), id);
        underpayments.withdrawn(postings.reversed(), id);
        denials.paidLater(postings.paid(), id);
        denials.replaced(postings.decided(), id);
        denials.record(postings.denials());
        denials.settledByAnother(postings.settledOfOthers());
        denials.notSettled(postings.notSettled());
        underpayments.found( // before what is decided, which may be of a claim of which nothing is charged any more
                postings.judged().stream().flatMap(Booking::compared).toList());
        claims.decided(postings.decisions());
        postings.rows().stream().filter(RemittanceClaim::isSecondPayment).forEach(this::tellPaidAgain);
        rows.run();
        parts.follow(postings);
        patientAccounts.changed(postings.patients());
    }

    /** Few: a person has accepted each payment of them. */
    private void tellPaidAgain(RemittanceClaim row) {
        claims.moneyMoved(
                Objects.requireNonNull(row.claimId()),
                row.isReversal() ? "second-payment-reversed" : "second-payment",
                (row.isReversal()
                                ? "The payer has taken back what it had paid a second time, %s"
                                : "The payer has paid a second time, %s: it is the payer's credit, and decides nothing")
                        .formatted(row.paid().dollars()));
    }

    static Stream<Underpayments.Paid> compared(Postings.Judged judged) {
        var byLine = new LinkedHashMap<Integer, List<AllowedLine>>();
        judged.lines()
                .forEach(line -> byLine.computeIfAbsent(line.line().lineNumber(), number -> new ArrayList<>())
                        .add(line));
        return byLine.values().stream()
                .map(parts -> new Underpayments.Paid(
                        judged.remittanceId(),
                        judged.content().claimId(),
                        judged.payer().payerId(),
                        parts.get(0).line(),
                        isInFacility(parts.get(0).line(), judged.content().facts()),
                        Cents.sum(parts, AllowedLine::allowed),
                        parts.stream().allMatch(AllowedLine::told)));
    }

    /** By the line's place of service (SV105), else the claim's. */
    private static boolean isInFacility(EncounterCoded.Line line, ClaimFacts facts) {
        var own = line.more().placeOfService();
        return FacilityPlaces.include(own == null ? facts.location().placeOfService() : own);
    }

    /** A payment of very many claims is told in several events, each with some of them. */
    private void tell(UUID id, Remitted remitted, List<RemittancePosted.PaidClaim> paid) {
        outbox.publish(new RemittancePosted(
                id,
                remitted.traceNumber(),
                remitted.payerName(),
                remitted.payment().value(),
                paid));
    }

    /** What we have sent back and the payer acknowledges (PLB 72), by its place among the adjustments. */
    private Map<Integer, RefundsToPayers.Acknowledged> acknowledged(UUID id, Remitted remitted, @Nullable UUID payer) {
        var found = new HashMap<Integer, RefundsToPayers.Acknowledged>();
        for (var place = 0; place < remitted.providerAdjustments().size(); place++) {
            var adjustment = remitted.providerAdjustments().get(place);
            if (adjustment.reason().equals("72") && adjustment.reference() != null && payer != null) {
                var at = place;
                refunds.acknowledge(
                                id,
                                payer,
                                adjustment.reference(),
                                adjustment.amount().negated())
                        .ifPresent(refund -> found.put(at, refund));
            }
        }
        return found;
    }
}
