package org.superbill.billing.adjustment;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.adjustment.Adjustment.By;
import org.superbill.billing.adjustment.Adjustment.Moved;
import org.superbill.billing.claim.ClaimDecisions;
import org.superbill.billing.denial.Denials;
import org.superbill.billing.denial.OpenRefusal;
import org.superbill.billing.ledger.Cents;
import org.superbill.billing.ledger.JournalEntry;
import org.superbill.billing.ledger.Ledger;
import org.superbill.billing.ledger.Owed;
import org.superbill.billing.ledger.PostedEntries;
import org.superbill.billing.patientaccount.PatientAccounts;
import org.superbill.billing.reference.BusinessDay;
import org.superbill.billing.reference.Reference;
import org.superbill.servicekit.ids.Ids;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.KitProblem;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.revision.Revision;
import org.superbill.servicekit.security.Caller;
import org.superbill.servicekit.security.Role;

/** Moves what is owed for a claim by a person's decision; each public method is one transaction. */
@ApplicationScoped
class Adjustments {
    private static final EnumSet<AdjustmentKind> LOSSES = losses();
    private static final List<Role> LEAST_FIRST = List.of(Role.POSTER, Role.BILLER, Role.BILLING_MANAGER);

    private final AdjustmentStore store;
    private final Ledger ledger;
    private final PostedEntries posted;
    private final ClaimDecisions claims;
    private final Denials denials;
    private final PatientAccounts patientAccounts;
    private final BusinessDay businessDay;
    private final Reference reference;
    private final Caller caller;
    private final Clock clock;

    Adjustments(
            AdjustmentStore store,
            Ledger ledger,
            PostedEntries posted,
            ClaimDecisions claims,
            Denials denials,
            PatientAccounts patientAccounts,
            BusinessDay businessDay,
            Reference reference,
            Caller caller,
            Clock clock) {
        this.store = store;
        this.ledger = ledger;
        this.posted = posted;
        this.claims = claims;
        this.denials = denials;
        this.patientAccounts = patientAccounts;
        this.businessDay = businessDay;
        this.reference = reference;
        this.caller = caller;
        this.clock = clock;
    }

    /** What is asked for. @param payerId absent where one payer only owes for the claim */
    record Wanted(
            AdjustmentKind kind,
            AdjustmentReason reason,
            UUID claimId,
            @Nullable UUID payerId,
            @Nullable UUID toPayerId,
            long amountCents,
            @Nullable String note) {}

    /**
     * @throws Problem {@code CLAIM_NOT_FOUND}, {@code ADJUSTMENT_REASON_NOT_FITTING}, {@code ADJUSTMENT_ABOVE_BALANCE},
     *     {@code ADJUSTMENT_ABOVE_LIMIT}, {@code ADJUSTMENT_PATIENT_NOT_RESPONSIBLE}
     */
    @Transactional
    AdjustmentView post(Wanted wanted) {
        if (!wanted.reason().standsFor(wanted.kind())) {
            throw new Problem(
                    AdjustmentProblem.ADJUSTMENT_REASON_NOT_FITTING,
                    "%s does not stand for %s"
                            .formatted(wanted.reason().wire(), wanted.kind().wire()));
        }
        requirePayer(wanted);
        claims.holdClaim(wanted.claimId());
        var owed = owed(wanted);
        if (wanted.kind() == AdjustmentKind.INSURANCE_TO_PATIENT) {
            requirePatients(wanted, owed.payerIdOrThrow());
        }
        var by = new By(caller.subject(), authority(wanted).text(), clock.instant());
        var moved = new Moved(
                wanted.kind(),
                wanted.reason(),
                wanted.claimId(),
                owed.patientId(),
                owed.payerId(),
                wanted.toPayerId(),
                wanted.amountCents());
        var entry = AdjustmentEntry.of(Ids.next(), moved, businessDay.today(), by);
        return book(new Adjustment(moved, entry.id(), by, wanted.note()), entry);
    }

    /**
     * Either no payer has decided anything, or a payer has called it the patient's and the next one, which was to be asked for it, does not insure the patient, or the payer has sent it to the patient.
     */
    private void requirePatients(Wanted wanted, UUID payerId) {
        if (wanted.reason() == AdjustmentReason.PAID_TO_PATIENT) {
            requireSentToPatient(wanted, payerId);
            return;
        }
        if (wanted.reason() == AdjustmentReason.NO_COVERAGE) {
            if (claims.isForwardedToUnknown(wanted.claimId())) {
                requireNotRefused(wanted, payerId);
            } else if (wanted.amountCents()
                            > ledger.passedOnTo(payerId, wanted.claimId()).value()
                    || denials.hasRefused(payerId, wanted.claimId())) {
                throw new Problem(
                        AdjustmentProblem.ADJUSTMENT_PATIENT_NOT_RESPONSIBLE,
                        "Only what a payer before has called the patient's part, and while this one has decided nothing");
            }
            return;
        }
        requireUndecided(wanted.claimId());
        if (!ledger.owesAll(payerId, wanted.claimId())) {
            throw new Problem(
                    AdjustmentProblem.ADJUSTMENT_PATIENT_NOT_RESPONSIBLE,
                    "The payer does not owe all of the claim any more");
        }
    }

    /** The payer has passed the claim on to one that we do not know: what it does not refuse of it, it has called the patient's. */
    private void requireNotRefused(Wanted wanted, UUID payerId) {
        var refused = denials.openOfPayers(List.of(wanted.claimId())).stream()
                .filter(refusal -> refusal.payerId().equals(payerId) && refusal.settledBy() == null)
                .mapToLong(OpenRefusal::amountCents)
                .sum();
        var owed = ledger.owedFor(wanted.claimId()).stream()
                .filter(one -> payerId.equals(one.payerId()))
                .mapToLong(one -> one.balance().value())
                .sum();
        if (wanted.amountCents() > owed - refused) {
            throw new Problem(
                    AdjustmentProblem.ADJUSTMENT_PATIENT_NOT_RESPONSIBLE,
                    "Only what the payer has called the patient's part when it passed the claim on");
        }
    }

    private void requireSentToPatient(Wanted wanted, UUID payerId) {
        var sent = denials.openOfPayers(List.of(wanted.claimId())).stream()
                .filter(refusal -> refusal.payerId().equals(payerId) && refusal.isPaidToPatient())
                .mapToLong(OpenRefusal::amountCents)
                .sum();
        var moved = store.standing(List.of(wanted.claimId())).stream()
                .filter(earlier -> earlier.reason() == AdjustmentReason.PAID_TO_PATIENT)
                .mapToLong(earlier -> earlier.amount().value())
                .sum();
        if (wanted.amountCents() > sent - moved) {
            throw new Problem(
                    AdjustmentProblem.ADJUSTMENT_PATIENT_NOT_RESPONSIBLE,
                    "Only what the payer says that it has sent to the patient (CARC 100)");
        }
    }

    /** What a payer refuses without calling it the patient's (CO, OA, PI) reaches no patient by a person's hand either. */
    private void requireUndecided(UUID claimId) {
        if (claims.isDecided(claimId)) {
            throw new Problem(
                    AdjustmentProblem.ADJUSTMENT_PATIENT_NOT_RESPONSIBLE,
                    "A payer has decided the claim: only it says what is the patient's");
        }
    }

    private void requirePayer(Wanted wanted) {
        var payer = wanted.toPayerId();
        if (wanted.kind().needsPayer() ? payer == null || !reference.knowsPayer(payer) : payer != null) {
            throw new Problem(
                    KitProblem.VALIDATION_FAILED,
                    "The payer is not valid",
                    wanted.kind().needsPayer()
                            ? new FieldError("/toPayerId", "required", "Name a payer that billing knows")
                            : new FieldError("/toPayerId", "not-allowed", "This kind passes nothing to a payer"));
        }
    }

    /** Who owes it, and at least that much. */
    private Owed owed(Wanted wanted) {
        var candidates = ledger.owedFor(wanted.claimId()).stream()
                .filter(owed -> owed.account() == wanted.kind().from())
                .filter(owed -> wanted.payerId() == null || wanted.payerId().equals(owed.payerId()))
                .filter(owed -> owed.balance().value() >= wanted.amountCents())
                .toList();
        if (candidates.size() != 1) {
            throw new Problem(
                    AdjustmentProblem.ADJUSTMENT_ABOVE_BALANCE,
                    candidates.isEmpty() ? "Less than this amount is owed" : "Several payers owe that much: name one");
        }
        return candidates.get(0);
    }

    /** The role of the caller's that may do it: for what gives nothing up any of them. */
    private Role authority(Wanted wanted) {
        return roles().filter(limited(wanted))
                .findFirst()
                .orElseThrow(() -> new Problem(
                        AdjustmentProblem.ADJUSTMENT_ABOVE_LIMIT, "None of the caller's roles may give up that much"));
    }

    /** Two with small limits cannot give up together what neither could alone. */
    private Predicate<Role> limited(Wanted wanted) {
        if (!wanted.kind().isLoss()) {
            return role -> true;
        }
        var limits = store.limits().orElseGet(WriteOffLimits::new);
        var inAll = Math.addExact(limits.within(store.lost(wanted.claimId(), LOSSES)), wanted.amountCents());
        return role -> limits.allow(role, inAll);
    }

    /** The caller's roles that may adjust at all, the least first; a program is here by its scope alone. */
    private Stream<Role> roles() {
        return caller.roles().stream()
                .filter(role -> role == Role.SYSTEM || role.permissions().contains("ledger:adjust"))
                .sorted(Comparator.comparing(LEAST_FIRST::indexOf));
    }

    /** @throws Problem {@code ADJUSTMENT_NOT_FOUND}, {@code ADJUSTMENT_REVERSED}, {@code ADJUSTMENT_MOVED_ON}, {@code ADJUSTMENT_PATIENT_NOT_RESPONSIBLE} */
    @Transactional
    AdjustmentView reverse(UUID id, String why) {
        var adjustment = store.findByIdOptional(id)
                .orElseThrow(() -> new Problem(AdjustmentProblem.ADJUSTMENT_NOT_FOUND, "No adjustment with this id"));
        claims.holdClaim(adjustment.claimId());
        if (adjustment.isReversal() || !store.reversals(List.of(id)).isEmpty()) {
            throw new Problem(AdjustmentProblem.ADJUSTMENT_REVERSED, "Nothing is left to take back");
        }
        if (adjustment.kind() == AdjustmentKind.PATIENT_TO_PAYER) {
            requireUndecided(adjustment.claimId()); // to take it back makes it the patient's again
        }
        requireThere(adjustment);
        var authority = roles().findFirst().orElse(Role.SYSTEM).text();
        var by = new By(caller.subject(), authority, clock.instant());
        var entry = ledger.entry(adjustment.entryId())
                .reversedBy(
                        Ids.next(), businessDay.today(), "An adjustment was taken back", by.subject(), by.authority());
        return book(adjustment.reversal(entry.id(), by, why), entry);
    }

    /** Else the one that it was moved to would have a credit that nobody has paid. */
    private void requireThere(Adjustment adjustment) {
        if (adjustment.kind().isLoss()) {
            return;
        }
        var owed = posted.receivables(List.of(adjustment.claimId()))
                .getOrDefault(adjustment.claimId(), Map.of())
                .getOrDefault(adjustment.to(), Cents.ZERO);
        if (owed.compareTo(adjustment.amount()) >= 0) {
            return;
        }
        var movedOn = store.standing(List.of(adjustment.claimId())).stream()
                .filter(later -> later.from().equals(adjustment.to()))
                .map(later -> "%s of %s (%s)"
                        .formatted(later.kind().wire(), later.amount().dollars(), later.id()))
                .collect(joining(", "));
        throw new Problem(
                AdjustmentProblem.ADJUSTMENT_MOVED_ON,
                "Of %s that was moved %s is owed there; %s"
                        .formatted(
                                adjustment.amount().dollars(),
                                owed.dollars(),
                                movedOn.isEmpty()
                                        ? "the rest was decided or paid since"
                                        : "take back first: " + movedOn));
    }

    private AdjustmentView book(Adjustment adjustment, JournalEntry entry) {
        ledger.post(List.of(entry));
        store.persistAndFlush(adjustment);
        var view = adjustment.view(null);
        claims.moneyMoved(
                adjustment.claimId(),
                adjustment.isReversal() ? "adjustment-reversed" : "adjusted",
                "%s, %s: %d cents by %s"
                        .formatted(view.kind().wire(), view.reason().wire(), view.amountCents(), view.authority()));
        patientAccounts.changed(List.of(adjustment.patientId()));
        return view;
    }

    @Transactional
    Page<AdjustmentView> list(@Nullable UUID claimId, PageRequest page) {
        var found = store.list(claimId, page.after(), page.fetch());
        var reversals = store.reversals(found.stream().map(Adjustment::id).toList());
        return Page.of(found, page, Adjustment::id).map(adjustment -> adjustment.view(reversals.get(adjustment.id())));
    }

    /** The limits and their revision. */
    record Limits(WriteOffLimitsView limits, Revision revision) {}

    @Transactional
    Limits limits() {
        return limits(store.limits().orElseGet(WriteOffLimits::new));
    }

    /** @throws Problem {@code STALE} */
    @Transactional
    Limits limit(WriteOffLimitsView wanted, @Nullable Revision expected) {
        var limits = store.limits().orElseGet(WriteOffLimits::new);
        Revision.requireMatch(expected, limits.revision());
        limits.change(wanted, caller.subject(), clock.instant());
        store.keep(limits);
        return limits(limits);
    }

    private static Limits limits(WriteOffLimits limits) {
        return new Limits(limits.view(), new Revision(limits.revision()));
    }

    private static EnumSet<AdjustmentKind> losses() {
        var losses = EnumSet.allOf(AdjustmentKind.class);
        losses.removeIf(kind -> !kind.isLoss());
        return losses;
    }
}
