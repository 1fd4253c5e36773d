package org.superbill.billing.claim;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.ledger.Cents;
import org.superbill.billing.ledger.ChargedLine;
import org.superbill.billing.ledger.JournalEntry;
import org.superbill.billing.ledger.Ledger;
import org.superbill.billing.ledger.PostedEntries;
import org.superbill.billing.patientaccount.PatientAccounts;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.servicekit.problem.Problem;

/** What the books show of a claim that its patient pays instead of a payer. */
@ApplicationScoped
class PatientBilling {
    private final Ledger ledger;
    private final PostedEntries posted;
    private final PersonsMoves moves;
    private final PatientAccounts patientAccounts;

    PatientBilling(Ledger ledger, PostedEntries posted, PersonsMoves moves, PatientAccounts patientAccounts) {
        this.ledger = ledger;
        this.posted = posted;
        this.moves = moves;
        this.patientAccounts = patientAccounts;
    }

    /** It is charged as it is now, if it ever was: what the patient owes has to be somebody's revenue. */
    void toPatient(Claim claim, Moment moment) {
        charge(claim, Optional.of(claim.current().facts()), List.of(), moment);
    }

    /**
     * A claim that was never sent leaves the books: its charges come when it is sent.
     *
     * @throws Problem {@code CLAIM_STEP_NOT_ALLOWED} while persons have given up something of it, or handed it to an agency: the payer is
     *     asked for all that was charged
     */
    void toPayer(Claim claim, LocalDate today) {
        var money = ledger.moneyOf(claim.id());
        if (!money.owedByPayers().plus(money.patient()).equals(money.charged())) {
            throw new Problem(
                    ClaimProblem.CLAIM_STEP_NOT_ALLOWED,
                    "Not all that was charged is owed: what persons have given up of it, or handed to an agency, has to be taken back first");
        }
        var entries = new ArrayList<>(owedByPayer(claim, today));
        entries.addAll(charges(claim, claim.sent().chargedFacts(), today));
        post(claim, entries);
    }

    /** Other services, or other charges for them. */
    void amended(Claim claim, Moment moment) {
        charge(claim, Optional.of(claim.current().facts()), owedByPayer(claim, moment.today()), moment);
    }

    /** The encounter did not take place, or was coded without these services: what the patient has paid for them is the patient's credit. */
    void voided(Claim claim, Moment moment) {
        moves.takeBackAll(Set.of(claim.id()), moment.today(), "Nothing is charged any more")
                .forEach((id, amount) -> claim.besides(moment).takenBack(amount));
        charge(claim, Optional.empty(), owedByPayer(claim, moment.today()), moment);
    }

    /**
     * What is charged anew is the patient's; where less is charged than persons have given up of it, they have to do that again. What a
     * payer has paid too much before stays its credit, which is never netted against what another owes.
     *
     * @param wanted absent where nothing is charged any more
     * @param before what is booked first
     */
    private void charge(Claim claim, Optional<ClaimFacts> wanted, List<JournalEntry> before, Moment moment) {
        var credits = credits(claim);
        ledger.post(before);
        ledger.post(charges(claim, wanted, moment.today()));
        var owed = posted.owedByPayers(List.of(claim.id())).stream()
                .map(line -> owed(line, credits.getOrDefault(LineOfPayer.of(line), Cents.ZERO)))
                .toList();
        ledger.post(ChargeEntries.toPatient(claim.id(), claim.current().facts(), owed, moment.today()).stream()
                .toList());
        moves.takeBackExcess(Set.of(claim.id()), moment.today(), "Less was charged")
                .forEach((id, amount) -> claim.besides(moment).takenBack(amount));
        patientAccounts.changed(Set.of(claim.patientId()));
    }

    private static ChargeEntries.OwedLine owed(PostedEntries.OwedByPayer line, Cents before) {
        return new ChargeEntries.OwedLine(
                line.payerId(), line.claimLine(), line.amount().minus(before));
    }

    private record LineOfPayer(UUID payerId, @Nullable Integer claimLine) {
        static LineOfPayer of(PostedEntries.OwedByPayer line) {
            return new LineOfPayer(line.payerId(), line.claimLine());
        }
    }

    /** What payers that have a credit have for each line. */
    private Map<LineOfPayer, Cents> credits(Claim claim) {
        var payers = ledger.moneyOf(claim.id()).payers();
        return posted.owedByPayers(List.of(claim.id())).stream()
                .filter(line -> payers.getOrDefault(line.payerId(), Cents.ZERO).value() < 0)
                .collect(Collectors.toMap(LineOfPayer::of, PostedEntries.OwedByPayer::amount));
    }

    /** @param wanted absent where nothing is charged any more */
    private List<JournalEntry> charges(Claim claim, Optional<ClaimFacts> wanted, LocalDate today) {
        return wanted.map(facts -> ChargeEntries.of(claim.id(), facts, booked(claim), today, null))
                .orElseGet(() ->
                        ChargeEntries.takenBack(claim.id(), claim.current().facts(), booked(claim), today, null))
                .toList();
    }

    /** What the patient owes is that payer's again who was charged. */
    private List<JournalEntry> owedByPayer(Claim claim, LocalDate today) {
        return booked(claim).stream()
                .findFirst()
                .flatMap(charged -> ChargeEntries.toPayer(
                        claim.id(),
                        claim.current().facts(),
                        charged.payerId(),
                        posted.owedByPatient(claim.id()),
                        today))
                .stream()
                .toList();
    }

    private List<ChargedLine> booked(Claim claim) {
        return ledger.chargesOf(List.of(claim.id())).getOrDefault(claim.id(), List.of());
    }

    private void post(Claim claim, List<JournalEntry> entries) {
        ledger.post(entries);
        patientAccounts.changed(Set.of(claim.patientId()));
    }
}
