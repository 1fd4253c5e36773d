package org.superbill.billing.claim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.superbill.billing.denial.Denials;
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
    private final Denials denials;
    private final CreditClock credits;
    private final Event<ChargesTakenOut> takenOut;
    private final Event<ChargesPutBack> chargedAgain;

    VoidedCharges(
            Ledger ledger,
            PostedEntries posted,
            PersonsMoves moves,
            PatientAccounts patientAccounts,
            Denials denials,
            CreditClock credits,
            Event<ChargesTakenOut> takenOut,
            Event<ChargesPutBack> chargedAgain) {
        this.ledger = ledger;
        this.posted = posted;
        this.moves = moves;
        this.patientAccounts = patientAccounts;
        this.denials = denials;
        this.credits = credits;
        this.takenOut = takenOut;
        this.chargedAgain = chargedAgain;
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
        post(ChargeEntries.takenBack(id, facts, booked, today, null));
        post(notAdjusted(claim, today).stream());
        post(ChargeEntries.toPayer(id, facts, facts.payer().payerId(), posted.owedByPatient(id), today).stream());
        post(asPaid(claim, today).stream());
        patientAccounts.changed(Set.of(claim.patientId()));
        nothingIsContested(claim, moment);
        var first = !claim.turn().areChargesTakenOut();
        claim.turn().chargesTakenOut(true);
        claim.besides(moment).owedBack(ledger.moneyOf(id), credits.due(id), first);
        if (first) {
            claim.note(
                    moment,
                    "charges-taken-back",
                    "Nothing is charged for it any more: what was paid is to be returned");
        }
    }

    private void post(Stream<JournalEntry> entries) {
        ledger.post(entries.map(entry -> new JournalEntry(
                        entry.id(), entry.kind(), entry.occurredOn(), PostedEntries.TAKEN_OUT, entry.lines()))
                .toList());
    }

    private void nothingIsContested(Claim claim, Moment moment) {
        denials.withdrawn(claim.id(), EncounterNews.NOTHING_TOOK_PLACE);
        var out = new ChargesTakenOut(claim.id(), EncounterNews.NOTHING_TOOK_PLACE);
        takenOut.fire(out);
        out.withdrawn().forEach(words -> claim.note(moment, "appeal-withdrawn", words));
    }

    /**
     * Its coding has lines for it again: the payer has what was sent, and all is where it was, but for what persons had moved, and for charges
     * of which a void is with the payer. What has been returned meanwhile is owed again.
     */
    void putBack(Claim claim, Moment moment) {
        var today = moment.today();
        var id = claim.id();
        ledger.post(Stream.of(Kind.CHARGE, Kind.BILLED_TO_PAYER)
                .flatMap(kind -> turned(claim, kind, today))
                .toList());
        var booked = ledger.chargesOf(List.of(id)).getOrDefault(id, List.of());
        ledger.post(claim.sent()
                .chargedFacts()
                .map(facts ->
                        ChargeEntries.of(id, facts, booked, today, null)) // where its entries were not told apart yet
                .orElseGet(() -> ChargeEntries.takenBack(id, claim.current().facts(), booked, today, null))
                .toList());
        patientAccounts.changed(Set.of(claim.patientId()));
        denials.notWithdrawn(id);
        chargedAgain.fire(new ChargesPutBack(id));
        claim.turn().chargesTakenOut(false);
        claim.note(moment, "charges-put-back", "It is charged again as its payer has it");
    }

    private Stream<JournalEntry> turned(Claim claim, Kind kind, LocalDate today) {
        var lines = posted.takenOutOf(claim.id(), kind == Kind.BILLED_TO_PAYER).stream()
                .map(line -> new JournalEntry.Line(
                        line.account(), line.amount().negated(), line.reference(), line.claimLine(), line.reason()))
                .toList();
        return lines.isEmpty()
                ? Stream.empty()
                : Stream.of(new JournalEntry(Ids.next(), kind, today, PostedEntries.TAKEN_OUT, lines));
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
