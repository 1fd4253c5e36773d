package org.superbill.billing.claim;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.superbill.billing.ledger.Account;
import org.superbill.billing.ledger.Cents;
import org.superbill.billing.ledger.JournalEntry;
import org.superbill.billing.ledger.JournalEntry.Kind;
import org.superbill.billing.ledger.JournalEntry.Reference;
import org.superbill.billing.ledger.Ledger;
import org.superbill.billing.ledger.PostedEntries;
import org.superbill.billing.patientaccount.PatientAccounts;
import org.superbill.servicekit.ids.Ids;

/**
 * What did not take place is neither charged nor written off, and no patient owes it, though its payer takes no claim back (frequency 8): what
 * each has paid is its credit. Whatever a payer decides of it later is brought to the same. Source: 42 CFR 401.305(a).
 */
@ApplicationScoped
class VoidedCharges {
    private final Ledger ledger;
    private final PostedEntries posted;
    private final PersonsMoves moves;
    private final PatientAccounts patientAccounts;

    VoidedCharges(Ledger ledger, PostedEntries posted, PersonsMoves moves, PatientAccounts patientAccounts) {
        this.ledger = ledger;
        this.posted = posted;
        this.moves = moves;
        this.patientAccounts = patientAccounts;
    }

    /** What a former system had charged stays: nobody knows here what its payers had paid. */
    void takeOut(Claim claim, Moment moment) {
        if (claim.version(1).content().takenOver()) {
            return;
        }
        var today = moment.today();
        var id = claim.id();
        moves.takeBackAll(Set.of(id), today, "Nothing is charged any more")
                .forEach((claimId, amount) -> claim.besides(moment).takenBack(amount));
        var facts = claim.sent().last(1).facts();
        var booked = ledger.chargesOf(List.of(id)).getOrDefault(id, List.of());
        ledger.post(ChargeEntries.takenBack(id, facts, booked, today, null).toList());
        ledger.post(notAdjusted(claim, today).stream().toList());
        ledger.post(ChargeEntries.toPayer(id, facts, facts.payer().payerId(), posted.owedByPatient(id), today).stream()
                .toList());
        ledger.post(asPaid(claim, today).stream().toList());
        patientAccounts.changed(Set.of(claim.patientId()));
        var first = !claim.turn().areChargesTakenOut();
        claim.turn().chargesTakenOut(true);
        if (ledger.moneyOf(id).credit().isZero()) {
            claim.owner(NextOwner.NOBODY);
        } else if (first) {
            claim.owner(NextOwner.toReturn(today));
        }
        if (first) {
            claim.note(
                    moment,
                    "charges-taken-back",
                    "Nothing is charged for it any more: what was paid is to be returned");
        }
    }

    private Optional<JournalEntry> notAdjusted(Claim claim, LocalDate today) {
        var lines = new JournalEntry.Builder();
        posted.adjustedBy(claim.id()).forEach(adjusted -> {
            var about = about(claim, Objects.requireNonNullElse(adjusted.payerId(), claim.payerId()));
            lines.move(
                    adjusted.amount(),
                    Account.INSURANCE_RECEIVABLE,
                    about,
                    adjusted.account(),
                    about,
                    adjusted.claimLine(),
                    adjusted.reason());
        });
        return entry(lines, Kind.CHARGE_REVERSAL, today);
    }

    /** What a payer owes is what it has paid, below zero; the rest is what the patient has paid. */
    private Optional<JournalEntry> asPaid(Claim claim, LocalDate today) {
        var lines = new JournalEntry.Builder();
        var owed = posted.owedByPayers(List.of(claim.id())).stream()
                .collect(Collectors.groupingBy(
                        PostedEntries.OwedByPayer::payerId,
                        Collectors.reducing(Cents.ZERO, PostedEntries.OwedByPayer::amount, Cents::plus)));
        owed.forEach((payerId, amount) -> lines.move(
                amount.plus(posted.mostToReturn(payerId, claim.id())),
                Account.PATIENT_RECEIVABLE,
                about(claim, payerId),
                Account.INSURANCE_RECEIVABLE,
                about(claim, payerId),
                null,
                null));
        return entry(lines, Kind.BILLED_TO_PAYER, today);
    }

    private static Reference about(Claim claim, UUID payerId) {
        return new Reference(claim.patientId(), claim.id(), payerId, null);
    }

    private static Optional<JournalEntry> entry(JournalEntry.Builder lines, Kind kind, LocalDate today) {
        return lines.isEmpty() ? Optional.empty() : Optional.of(lines.build(Ids.next(), kind, today, null));
    }
}
