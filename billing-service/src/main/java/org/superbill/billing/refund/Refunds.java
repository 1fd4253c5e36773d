package org.superbill.billing.refund;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.claim.ClaimDecisions;
import org.superbill.billing.claim.CreditClock;
import org.superbill.billing.claim.MatchedClaims;
import org.superbill.billing.deadline.DeadlineKind;
import org.superbill.billing.deadline.Deadlines;
import org.superbill.billing.deposit.Announced;
import org.superbill.billing.deposit.Deposits;
import org.superbill.billing.ledger.Account;
import org.superbill.billing.ledger.Cents;
import org.superbill.billing.ledger.JournalEntry;
import org.superbill.billing.ledger.JournalEntry.Kind;
import org.superbill.billing.ledger.Ledger;
import org.superbill.billing.ledger.PostedEntries;
import org.superbill.billing.patientaccount.PatientAccounts;
import org.superbill.billing.reference.BusinessDay;
import org.superbill.servicekit.ids.Ids;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.KitProblem;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.revision.Revision;
import org.superbill.servicekit.security.Caller;

/** From the request for money to its acknowledgment; each public method is one transaction. */
@ApplicationScoped
class Refunds {
    private final RefundStore store;
    private final MatchedClaims claims;
    private final ClaimDecisions decisions;
    private final Ledger ledger;
    private final PostedEntries posted;
    private final Refundable refundable;
    private final Deposits deposits;
    private final Deadlines deadlines;
    private final CreditClock credits;
    private final ClockOfCredit clockOfCredit;
    private final PatientAccounts patientAccounts;
    private final BusinessDay businessDay;
    private final Caller caller;
    private final Clock clock;

    Refunds(
            RefundStore store,
            MatchedClaims claims,
            ClaimDecisions decisions,
            Ledger ledger,
            PostedEntries posted,
            Refundable refundable,
            Deposits deposits,
            Deadlines deadlines,
            CreditClock credits,
            ClockOfCredit clockOfCredit,
            PatientAccounts patientAccounts,
            BusinessDay businessDay,
            Caller caller,
            Clock clock) {
        this.store = store;
        this.claims = claims;
        this.decisions = decisions;
        this.ledger = ledger;
        this.posted = posted;
        this.refundable = refundable;
        this.deposits = deposits;
        this.deadlines = deadlines;
        this.credits = credits;
        this.clockOfCredit = clockOfCredit;
        this.patientAccounts = patientAccounts;
        this.businessDay = businessDay;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Nothing is posted yet. A payer's letter is recorded whatever the books say: whether we owe it is decided by who approves it.
     *
     * @throws Problem {@code REFUND_CLAIM_NOT_FOUND}, {@code REFUND_DUPLICATE}, {@code REFUND_ABOVE_CREDIT}, {@code VALIDATION_FAILED} where the payer is none of the
     *     claim's
     */
    @Transactional
    RefundView request(RefundDetails details) {
        var refund = details.claimId() == null ? besideClaims(details) : ofClaim(details, details.claimId());
        hold(refund);
        if (!refund.isAskedFor() && refund.amount().compareTo(refundable.credit(refund)) > 0) {
            throw new Problem(RefundProblem.REFUND_ABOVE_CREDIT, "There is not so much credit");
        }
        if (refund.isAskedFor() && store.isRecorded(refund)) { // nobody else records it meanwhile: the claim is held
            throw new Problem(RefundProblem.REFUND_DUPLICATE, "The letter has been recorded for this claim");
        }
        store.persist(refund);
        store.flush();
        runs(refund);
        return refund.view();
    }

    private Refund ofClaim(RefundDetails details, UUID claimId) {
        var content = claims.sent(List.of(claimId)).get(claimId);
        if (content == null) {
            throw new Problem(RefundProblem.REFUND_CLAIM_NOT_FOUND, "No claim with this id was sent");
        }
        if (details.patientId() != null) {
            throw invalid("/patientId", "not-allowed", "A claim names its patient");
        }
        var payerId = details.to() == RefundTo.PAYER
                ? refundable.payer(details, claimId, content.facts().payer().payerId())
                : null;
        return new Refund(details, content.facts().patient().patientId(), payerId, caller.subject());
    }

    /** What a patient has paid too much beside any claim; a payer pays for claims only. */
    private Refund besideClaims(RefundDetails details) {
        var patientId = details.patientId();
        if (patientId == null || details.to() != RefundTo.PATIENT || details.against() == Refund.Against.RECOUPMENT) {
            throw invalid("/claimId", "required", "Only a patient's own credit is of no claim: name the patient");
        }
        return new Refund(details, patientId, null, caller.subject());
    }

    static Problem invalid(String pointer, String code, String message) {
        return new Problem(
                KitProblem.VALIDATION_FAILED, "The refund cannot be requested", new FieldError(pointer, code, message));
    }

    /** So that two refunds do not take one credit. */
    private void hold(Refund refund) {
        var claimId = refund.claimId();
        if (claimId != null) {
            claims.sent(List.of(claimId));
        }
        store.hold(
                refund.account() == Account.RECOUPMENT
                        ? "%s/%s".formatted(refund.payerId(), refund.recoupmentReference())
                        : refund.patientId().toString());
    }

    private void runs(Refund refund) {
        deadlines.open(
                DeadlineKind.REFUND,
                refund.id(),
                clockOfCredit
                        .due(refund)
                        .filter(day -> day.isBefore(refund.returnBy()))
                        .orElse(refund.returnBy()));
    }

    private void ends(Refund refund, String because) {
        deadlines.withdrawAll(DeadlineKind.REFUND, List.of(refund.id()), because);
    }

    /**
     * It is owed. Without a payer's letter the credit has to be there still: another refund may have taken it. By a letter no more goes back than the payer has paid for the claim and not got back.
     *
     * @throws Problem {@code REFUND_NOT_FOUND}, {@code STALE}, {@code REFUND_STEP_NOT_ALLOWED}, {@code REFUND_ABOVE_CREDIT}
     */
    @Transactional
    RefundView approve(UUID id, @Nullable Revision expected, String why) {
        var refund = store.getLocked(id, expected);
        hold(refund);
        if (!refund.isAskedFor() && refund.amount().compareTo(refundable.credit(refund)) > 0) {
            throw new Problem(RefundProblem.REFUND_ABOVE_CREDIT, "There is not so much credit any more");
        }
        refundable.requirePaid(refund);
        refund.decided(Refund.State.APPROVED, caller.subject(), clock.instant(), why);
        refund.takesCreditDue(clockOfCredit.due(refund).orElse(null));
        runs(refund); // again, when it was disputed
        ledger.post(List.of(owed(refund, Kind.REFUND_APPROVED, refund.amount(), why)));
        creditChanged(refund);
        tellClaim(refund);
        return view(refund);
    }

    private void creditChanged(Refund refund) {
        if (refund.payerId() == null) {
            patientAccounts.changed(List.of(refund.patientId()));
        } else {
            credits.follow(Stream.ofNullable(refund.claimId()).toList());
        }
    }

    /** By when the rest has to go back is known then. */
    private void tellClaim(Refund refund) {
        if (refund.payerId() != null) {
            Stream.ofNullable(refund.claimId()).forEach(decisions::returned);
        }
    }

    /** We do not owe it, and the payer is told so. @throws Problem as {@link #approve} */
    @Transactional
    RefundView dispute(UUID id, @Nullable Revision expected, String why) {
        var refund = store.getLocked(id, expected);
        refund.decided(Refund.State.DISPUTED, caller.subject(), clock.instant(), why);
        ends(refund, "We have answered that we do not owe it");
        return view(refund);
    }

    /** Nothing is owed after all. @throws Problem as {@link #approve} */
    @Transactional
    RefundView withdraw(UUID id, @Nullable Revision expected, String why) {
        var refund = store.getLocked(id, expected);
        hold(refund);
        var owed = refund.state() == Refund.State.APPROVED;
        refund.decided(Refund.State.WITHDRAWN, caller.subject(), clock.instant(), why);
        ends(refund, "Nothing is owed after all");
        if (owed) {
            ledger.post(
                    List.of(owed(refund, Kind.REFUND_REVERSED, refund.amount().negated(), why)));
            creditChanged(refund);
            clockOfCredit.runsAgain(refund);
            tellClaim(refund);
        }
        return view(refund);
    }

    /** The money has left; the bank will show it. @throws Problem as {@link #approve} */
    @Transactional
    RefundView pay(UUID id, @Nullable Revision expected, String checkNumber, LocalDate on) {
        var refund = store.getLocked(id, expected);
        var payment = refund.paid(checkNumber, on);
        deadlines.close(DeadlineKind.REFUND, refund.id());
        ledger.post(List.of(sent(refund, Kind.REFUND_PAID, refund.amount(), on, null)));
        deposits.expect(new Announced(
                payment, checkNumber, "", "Refund", refund.amount().negated(), on));
        return view(refund);
    }

    /** The check was stopped or never cashed, or the money has come back: it is owed still, and can be sent again or withdrawn. @throws Problem as {@link #approve} */
    @Transactional
    RefundView returned(UUID id, @Nullable Revision expected, String why) {
        var refund = store.getLocked(id, expected);
        var payment = refund.returned(caller.subject(), clock.instant(), why);
        runs(refund);
        ledger.post(List.of(sent(refund, Kind.REFUND_RETURNED, refund.amount().negated(), businessDay.today(), why)));
        deposits.returned(
                payment.id(),
                new Announced(
                        Ids.next(),
                        payment.checkNumber(),
                        "",
                        "Refund that came back",
                        refund.amount(),
                        businessDay.today()));
        return view(refund);
    }

    private static JournalEntry sent(Refund refund, Kind kind, Cents amount, LocalDate on, @Nullable String why) {
        return new JournalEntry.Builder()
                .move(amount, Account.REFUNDS_PAYABLE, Account.CASH, about(refund), null, "REFUND")
                .build(Ids.next(), kind, on, why);
    }

    private JournalEntry owed(Refund refund, Kind kind, Cents amount, String why) {
        return new JournalEntry.Builder()
                .move(amount, refund.account(), Account.REFUNDS_PAYABLE, about(refund), null, "REFUND")
                .build(Ids.next(), kind, businessDay.today(), why);
    }

    private static JournalEntry.Reference about(Refund refund) {
        return new JournalEntry.Reference(
                refund.patientId(), refund.claimId(), refund.payerId(), null, refund.recoupmentReference());
    }

    private RefundView view(Refund refund) {
        store.flush(); // so that the answer carries the new revision
        return refund.view();
    }

    @Transactional
    RefundView get(UUID id) {
        return store.get(id).view();
    }

    @Transactional
    Page<RefundView> list(Refund.@Nullable State state, @Nullable UUID claimId, PageRequest page) {
        var found = store.list(state, claimId, page.after(), page.fetch()).stream()
                .map(Refund::view)
                .toList();
        return Page.of(found, page, RefundView::id);
    }

    /** What was paid too much, claim by claim, and by patients beside any claim. */
    @Transactional
    Page<CreditView> credits(PageRequest page) {
        var byId = posted.credits(page.after(), page.fetch()).stream()
                .collect(groupingBy(PostedEntries.Credit::id, LinkedHashMap::new, toList()));
        return Page.of(List.copyOf(byId.entrySet()), page, Map.Entry::getKey).map(credits -> view(credits.getValue()));
    }

    private static CreditView view(List<PostedEntries.Credit> credits) {
        return new CreditView(
                credits.get(0).claimId(),
                credits.stream()
                        .map(credit -> new CreditView.Credit(
                                credit.payerId(),
                                credit.patientId(),
                                credit.credit().value()))
                        .toList());
    }
}
