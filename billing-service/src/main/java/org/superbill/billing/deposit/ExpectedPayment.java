package org.superbill.billing.deposit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.ledger.Cents;

/** Money that was announced and that the bank has to show. */
@Entity
@Table(name = "expected_payment")
class ExpectedPayment {
    @Id
    private UUID id;

    @TenantId
    @Column(name = "organization_id")
    private String organizationId;

    @Column(name = "trace_number")
    private String traceNumber;

    private String originator;
    private String name;

    @Column(name = "amount_cents")
    private long amountCents;

    @Column(name = "announced_on")
    private LocalDate announcedOn;

    @Column(name = "deposit_id")
    private @Nullable UUID depositId;

    @Column(name = "matched_by")
    private @Nullable String matchedBy;

    @Column(name = "matched_at")
    private @Nullable Instant matchedAt;

    private boolean withdrawn;

    @SuppressWarnings("NullAway.Init")
    protected ExpectedPayment() {}

    @SuppressWarnings("NullAway.Init")
    ExpectedPayment(Announced announced) {
        this.id = announced.id();
        this.traceNumber = announced.traceNumber();
        this.originator = announced.originator();
        this.name = announced.name();
        this.amountCents = announced.amount().value();
        this.announcedOn = announced.on();
    }

    void matched(UUID deposit, String by, Instant at) {
        depositId = deposit;
        matchedBy = by;
        matchedAt = at;
    }

    void opened() {
        depositId = null;
        matchedBy = null;
        matchedAt = null;
    }

    void withdrawn() {
        withdrawn = true;
    }

    void announcedAgain() {
        withdrawn = false;
    }

    boolean isWithdrawn() {
        return withdrawn;
    }

    boolean isAwaited() {
        return depositId == null && !withdrawn;
    }

    UUID id() {
        return id;
    }

    @Nullable
    UUID depositId() {
        return depositId;
    }

    Cents amount() {
        return Cents.of(amountCents);
    }

    String traceNumber() {
        return traceNumber;
    }

    String originator() {
        return originator;
    }

    ExpectedPaymentView view(LocalDate today) {
        return new ExpectedPaymentView(
                id,
                traceNumber,
                originator,
                name,
                amountCents,
                announcedOn,
                Math.max(0, ChronoUnit.DAYS.between(announcedOn, today)),
                depositId,
                matchedBy,
                matchedAt);
    }
}
