package org.superbill.billing.ledger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.ledger.JournalEntry.Kind;
import org.superbill.billing.ledger.JournalEntry.Reference;
import org.superbill.servicekit.ids.Ids;
import org.superbill.servicekit.tenancy.Tenancy;

/** An organization's books, written without claims and files. */
final class Books {
    final UUID organization;
    final UUID payer = UUID.randomUUID();
    final UUID patient = UUID.randomUUID();
    private final Ledger ledger;
    private final Tenancy tenancy;

    Books(UUID organization, Ledger ledger, Tenancy tenancy) {
        this.organization = organization;
        this.ledger = ledger;
        this.tenancy = tenancy;
    }

    Reference about(UUID claim) {
        return new Reference(patient, claim, payer, null);
    }

    JournalEntry charge(UUID claim, String on, long cents) {
        return entry(
                Kind.CHARGE, claim, on, cents, Account.INSURANCE_RECEIVABLE, Account.PATIENT_SERVICE_REVENUE, 1, null);
    }

    JournalEntry payment(UUID claim, String on, long cents) {
        return entry(Kind.PAYER_PAYMENT, claim, on, cents, Account.CASH, Account.INSURANCE_RECEIVABLE, 1, null);
    }

    JournalEntry patientsPart(UUID claim, String on, long cents) {
        return entry(
                Kind.PAYER_PAYMENT,
                claim,
                on,
                cents,
                Account.PATIENT_RECEIVABLE,
                Account.INSURANCE_RECEIVABLE,
                1,
                "PR-1");
    }

    JournalEntry contractual(UUID claim, String on, long cents) {
        return entry(
                Kind.PAYER_PAYMENT,
                claim,
                on,
                cents,
                Account.CONTRACTUAL_ADJUSTMENT,
                Account.INSURANCE_RECEIVABLE,
                1,
                "CO-45");
    }

    private JournalEntry entry(
            Kind kind,
            UUID claim,
            String on,
            long cents,
            Account debit,
            Account credit,
            @Nullable Integer line,
            @Nullable String reason) {
        return new JournalEntry.Builder()
                .move(Cents.of(cents), debit, credit, about(claim), line, reason)
                .build(Ids.next(), kind, LocalDate.parse(on), null);
    }

    void post(JournalEntry... entries) {
        tenancy.as(organization, () -> QuarkusTransaction.joiningExisting().run(() -> ledger.post(List.of(entries))));
    }
}
