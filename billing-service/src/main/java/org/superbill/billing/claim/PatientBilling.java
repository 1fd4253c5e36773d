package org.superbill.billing.claim;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.superbill.billing.ledger.ChargedLine;
import org.superbill.billing.ledger.JournalEntry;
import org.superbill.billing.ledger.Ledger;
import org.superbill.billing.patientaccount.PatientAccounts;

/** What the books show of a claim that its patient pays instead of a payer. */
@ApplicationScoped
class PatientBilling {
    private final Ledger ledger;
    private final PatientAccounts patientAccounts;

    PatientBilling(Ledger ledger, PatientAccounts patientAccounts) {
        this.ledger = ledger;
        this.patientAccounts = patientAccounts;
    }

    /** A claim that was never sent is charged first: what the patient owes has to be somebody's revenue. */
    void toPatient(Claim claim, LocalDate today) {
        var facts = claim.current().facts();
        var booked = booked(claim);
        var entries = new ArrayList<JournalEntry>();
        if (booked.isEmpty()) {
            ChargeEntries.of(claim.id(), facts, booked, today).forEach(entries::add);
        }
        var charged = booked.isEmpty() ? ChargeEntries.charged(facts) : booked;
        ChargeEntries.toPatient(claim.id(), facts, charged, 1, today).forEach(entries::add);
        post(claim, entries);
    }

    /** A claim that was never sent leaves the books: its charges come when it is sent. */
    void toPayer(Claim claim, LocalDate today) {
        if (!claim.sent().any()) {
            voided(claim, today);
            return;
        }
        var entries = new ArrayList<JournalEntry>();
        ChargeEntries.toPatient(claim.id(), claim.current().facts(), booked(claim), -1, today)
                .forEach(entries::add);
        post(claim, entries);
    }

    /** Other services, or other charges for them. */
    void amended(Claim claim, LocalDate today) {
        var facts = claim.current().facts();
        var booked = booked(claim);
        var entries = new ArrayList<JournalEntry>();
        ChargeEntries.toPatient(claim.id(), facts, booked, -1, today).forEach(entries::add);
        ChargeEntries.of(claim.id(), facts, booked, today).forEach(entries::add);
        ChargeEntries.toPatient(claim.id(), facts, ChargeEntries.charged(facts), 1, today)
                .forEach(entries::add);
        post(claim, entries);
    }

    /** The encounter did not take place. */
    void voided(Claim claim, LocalDate today) {
        var facts = claim.current().facts();
        var booked = booked(claim);
        var entries = new ArrayList<JournalEntry>();
        ChargeEntries.toPatient(claim.id(), facts, booked, -1, today).forEach(entries::add);
        ChargeEntries.takenBack(claim.id(), facts, booked, today).forEach(entries::add);
        post(claim, entries);
    }

    private List<ChargedLine> booked(Claim claim) {
        return ledger.chargesOf(List.of(claim.id())).getOrDefault(claim.id(), List.of());
    }

    private void post(Claim claim, List<JournalEntry> entries) {
        ledger.post(entries);
        patientAccounts.changed(Set.of(claim.patientId()));
    }
}
