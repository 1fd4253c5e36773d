package org.superbill.billing.openingbalance;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.superbill.billing.ledger.Account;
import org.superbill.billing.ledger.Cents;
import org.superbill.billing.ledger.JournalEntry;
import org.superbill.billing.ledger.JournalEntry.ByHand;
import org.superbill.billing.ledger.JournalEntry.Kind;
import org.superbill.billing.ledger.JournalEntry.Reference;
import org.superbill.billing.openingbalance.OpeningBalances.OpenClaim;
import org.superbill.billing.openingbalance.OpeningBalances.PatientBalance;
import org.superbill.servicekit.ids.Ids;

/**
 * How the books open: a claim comes in with the charge of each line, then with what was settled before, so that what is left is open. All
 * of it stands against {@link Account#OPENING_BALANCE}: it is no income of these books. Pure.
 */
final class OpeningEntry {
    private static final String REASON = "opening";

    private OpeningEntry() {}

    /** Empty for a claim without charges. */
    static Optional<JournalEntry> of(OpenClaim claim, UUID claimId, UUID payerId, LocalDate asOf, ByHand by) {
        var about = new Reference(claim.patientId(), claimId, payerId, null);
        var lines = new JournalEntry.Builder();
        for (var i = 0; i < claim.lines().size(); i++) {
            lines.move(
                    Cents.of(claim.lines().get(i).chargeCents()),
                    Account.INSURANCE_RECEIVABLE,
                    Account.OPENING_BALANCE,
                    about,
                    i + 1,
                    REASON);
        }
        var settled = claim.chargeCents() - claim.insuranceOpenCents() - claim.patientOpenCents();
        lines.move(Cents.of(settled), Account.OPENING_BALANCE, Account.INSURANCE_RECEIVABLE, about, null, REASON);
        lines.move(
                Cents.of(claim.patientOpenCents()),
                Account.PATIENT_RECEIVABLE,
                Account.INSURANCE_RECEIVABLE,
                about,
                null,
                REASON);
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(lines.build(Ids.next(), Kind.OPENING_BALANCE, asOf, null, by));
    }

    /** Empty for a balance of zero. */
    static Optional<JournalEntry> of(PatientBalance balance, LocalDate asOf, ByHand by) {
        var lines = new JournalEntry.Builder()
                .move(
                        Cents.of(balance.balanceCents()),
                        Account.PATIENT_RECEIVABLE,
                        Account.OPENING_BALANCE,
                        new Reference(balance.patientId(), null, null, null),
                        null,
                        REASON);
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(lines.build(Ids.next(), Kind.OPENING_BALANCE, asOf, null, by));
    }
}
