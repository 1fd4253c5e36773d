package org.superbill.billing.remittance;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.superbill.billing.ledger.JournalEntry;
import org.superbill.billing.ledger.Ledger;
import org.superbill.billing.ledger.PostedEntries;
import org.superbill.billing.patientaccount.PatientAccounts;
import org.superbill.billing.refund.RefundsToPayers;
import org.superbill.servicekit.ids.Ids;

/** Takes back all that a payment has posted, be it of claims or beside them, some entries at a time, for it may have any number of claims. */
@ApplicationScoped
class EntriesTaken {
    private static final int ENTRIES = 1_000;

    private final Ledger ledger;
    private final PostedEntries posted;
    private final PatientAccounts patientAccounts;
    private final RefundsToPayers refunds;

    EntriesTaken(Ledger ledger, PostedEntries posted, PatientAccounts patientAccounts, RefundsToPayers refunds) {
        this.ledger = ledger;
        this.posted = posted;
        this.patientAccounts = patientAccounts;
        this.refunds = refunds;
    }

    /** In the caller's transaction. What it acknowledged of refunds (PLB 72) is not acknowledged any more. */
    void back(UUID remittanceId, JournalEntry.Kind kind, LocalDate on, String reason) {
        var upTo = Ids.next(); // what is written from here on is later than it
        var after = new UUID(0, 0);
        for (var page = posted.ofRemittance(remittanceId, after, upTo, ENTRIES);
                !page.isEmpty();
                page = posted.ofRemittance(remittanceId, after, upTo, ENTRIES)) {
            var patients = new LinkedHashSet<UUID>();
            var reversals = new ArrayList<JournalEntry>();
            for (var entry : page) {
                reversals.add(Reversals.of(entry, kind, on, reason, remittanceId));
                Reversals.patient(entry).ifPresent(patients::add);
                after = entry.id();
            }
            ledger.post(List.copyOf(reversals));
            patientAccounts.changed(patients);
        }
        refunds.notAcknowledged(remittanceId);
    }
}
