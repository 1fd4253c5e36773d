package org.superbill.billing.remittance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.deposit.Deposits;
import org.superbill.billing.ledger.JournalEntry;
import org.superbill.billing.ledger.Ledger;
import org.superbill.billing.remittance.Remittance.State;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.KitProblem;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.revision.Revision;
import org.superbill.servicekit.security.Caller;

/** What a named person does with a payment that was not posted by itself; each public method is one transaction. */
@ApplicationScoped
class RemittanceDecisions {
    private final RemittanceStore store;
    private final Remittances remittances;
    private final Booking booking;
    private final KeptRemittances kept;
    private final RemittanceNames names;
    private final Ledger ledger;
    private final EntriesTaken taken;
    private final Deposits deposits;
    private final RemittanceDeadlines deadlines;
    private final Caller caller;
    private final Clock clock;

    RemittanceDecisions(
            RemittanceStore store,
            Remittances remittances,
            Booking booking,
            KeptRemittances kept,
            RemittanceNames names,
            Ledger ledger,
            EntriesTaken taken,
            Deposits deposits,
            RemittanceDeadlines deadlines,
            Caller caller,
            Clock clock) {
        this.store = store;
        this.remittances = remittances;
        this.booking = booking;
        this.kept = kept;
        this.names = names;
        this.ledger = ledger;
        this.taken = taken;
        this.deposits = deposits;
        this.deadlines = deadlines;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * The cash came, and nobody can say yet for which claims: what PLB says of it goes to its own accounts, and what is left for claims (BPR02 + ΣPLB) to unapplied. Claims stay as they are, until a person says of
     * one that the money of a CLP is for it. Of a payment that went to unapplied whole, before PLB went to its own accounts, the same is done with what is there.
     *
     * @throws Problem {@code REMITTANCE_NOT_FOUND}, {@code STALE}, {@code REMITTANCE_STEP_NOT_ALLOWED}
     */
    @Transactional
    RemittanceView postUnapplied(UUID id, @Nullable Revision expected, String reason) {
        var found = store.getLocked(id, expected);
        if (found.isUnappliedWhole()) {
            return setApart(found, reason);
        }
        var remittance = undecided(id, expected, EnumSet.of(State.QUARANTINED, State.WAITING));
        requireNotBooked(remittance);
        Unapplied.entry(id, null, remittance.forClaims(), remittance.paymentDate(), "Posted to unapplied by a person")
                .ifPresent(entry -> ledger.post(List.of(entry)));
        booking.bookBesides(id, kept.read(remittance));
        deposits.expect(remittance.announced());
        store.unapply(id, true);
        remittance.unapplied();
        deadlines.unapplied(id, remittance.forClaims());
        remittance.decided(
                State.UNAPPLIED,
                remittance.forClaims().equals(remittance.payment())
                        ? "The cash is in unapplied; no claim was changed"
                        : "PLB is posted, and what is left for claims, %s, is in unapplied; no claim was changed"
                                .formatted(remittance.forClaims().dollars()),
                decision(reason));
        return view(remittance);
    }

    private RemittanceView setApart(Remittance remittance, String reason) {
        var id = remittance.id();
        store.lockUnapplied(id); // so that what is matched is known
        Unapplied.entry(
                        id,
                        null,
                        remittance.forClaims().minus(remittance.inUnapplied()),
                        remittance.paymentDate(),
                        "PLB is posted to its own accounts")
                .ifPresent(entry -> ledger.post(List.of(entry)));
        booking.bookBesides(id, kept.read(remittance));
        remittance.unapplied();
        var left = remittance.forClaims().minus(store.ofUnapplied(id, 0).matched());
        deadlines.unapplied(id, left);
        deadlines.applied(id, left);
        remittance.decided(
                State.UNAPPLIED,
                "PLB is posted, and of what is for claims, %s, %s waits in unapplied"
                        .formatted(remittance.forClaims().dollars(), left.dollars()),
                decision(reason));
        return view(remittance);
    }

    /**
     * It is money of its own, or the sound form of a payment whose cash is in unapplied: it is posted like any other, and that cash
     * is taken back.
     *
     * @throws Problem {@code REMITTANCE_NOT_FOUND}, {@code STALE}, {@code REMITTANCE_STEP_NOT_ALLOWED}, {@code VALIDATION_FAILED}
     */
    @Transactional
    RemittanceView accept(UUID id, @Nullable Revision expected, RemittanceResource.Acceptance acceptance) {
        var payerId = acceptance.payerId();
        var reason = acceptance.reason();
        if (payerId == null && acceptance.remembersName()) {
            throw new Problem(
                    KitProblem.VALIDATION_FAILED,
                    "The payer is not named",
                    new FieldError("/payerId", "required", "Name the payer that remits under this name"));
        }
        var remittance = undecided(id, expected, EnumSet.of(State.WAITING));
        takeBackUnapplied(remittance, reason);
        requireNotBooked(remittance);
        var remitted = kept.read(remittance, payerId);
        if (payerId != null && acceptance.remembersName()) {
            names.teach(remittance, payerId, reason);
        }
        var booked = booking.bookKept(id, remitted);
        var posted = store.findById(id);
        posted.posted(booked.explanation(), booked.payerId());
        posted.decided(State.POSTED, booked.explanation(), decision(reason));
        return view(posted);
    }

    /**
     * It is no money: the payer sent it in error, or again in a form that was posted. Nothing is posted.
     *
     * @throws Problem {@code REMITTANCE_NOT_FOUND}, {@code STALE}, {@code REMITTANCE_STEP_NOT_ALLOWED}
     */
    @Transactional
    RemittanceView discard(UUID id, @Nullable Revision expected, String reason) {
        var remittance = undecided(id, expected, EnumSet.of(State.QUARANTINED, State.WAITING));
        remittance.decided(State.DISCARDED, "Nothing was posted: it was discarded", decision(reason));
        return view(remittance);
    }

    private Remittance undecided(UUID id, @Nullable Revision expected, EnumSet<State> states) {
        var remittance = store.getLocked(id, expected);
        if (!states.contains(remittance.state())) {
            throw new Problem(
                    RemittanceProblem.REMITTANCE_STEP_NOT_ALLOWED,
                    "The remittance is %s".formatted(remittance.state().wire()));
        }
        return remittance;
    }

    private void requireNotBooked(Remittance remittance) {
        if (!remittance.payment().isZero() && booked(remittance).stream().anyMatch(remittance::isSameMoneyAs)) {
            throw new Problem(
                    RemittanceProblem.REMITTANCE_STEP_NOT_ALLOWED,
                    "The same money is in the books by another remittance");
        }
    }

    private void takeBackUnapplied(Remittance remittance, String reason) {
        for (var earlier : booked(remittance)) {
            if (earlier.state() == State.UNAPPLIED && earlier.isSameMoneyAs(remittance)) {
                store.refreshLocked(earlier);
                if (earlier.state() != State.UNAPPLIED) { // undone meanwhile
                    continue;
                }
                store.lockUnapplied(earlier.id());
                if (store.isMatched(earlier.id())) {
                    throw new Problem(
                            RemittanceProblem.REMITTANCE_STEP_NOT_ALLOWED,
                            "Some of its cash was matched with claims meanwhile: undo remittance %s first"
                                    .formatted(earlier.id()));
                }
                store.unapply(earlier.id(), false);
                taken.back(
                        earlier.id(),
                        JournalEntry.Kind.UNAPPLIED_REVERSAL,
                        earlier.paymentDate(),
                        "The same money came again and was accepted");
                deposits.withdraw(earlier.id());
                deadlines.appliedNoMore(earlier.id());
                earlier.decided(
                        State.REPLACED,
                        "Its cash was taken back from unapplied: it came again and was accepted",
                        decision(reason));
            }
        }
        store.flush(); // before the other one takes its place as the same money
    }

    private List<Remittance> booked(Remittance remittance) {
        return store.bookedOfTraceLocked(remittance.traceNumber(), remittance.originator());
    }

    private Remittance.Decision decision(String reason) {
        return new Remittance.Decision(caller.subject(), clock.instant(), reason);
    }

    private RemittanceView view(Remittance remittance) {
        deadlines.decided(remittance.id());
        store.flush(); // so that the answer carries the new revision
        return remittances.get(remittance.id());
    }
}
