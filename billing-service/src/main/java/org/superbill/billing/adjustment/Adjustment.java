package org.superbill.billing.adjustment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.ledger.Account;
import org.superbill.billing.ledger.Cents;
import org.superbill.billing.ledger.PostedEntries.Debtor;
import org.superbill.servicekit.ids.Ids;

/** What a person moved; it never changes. */
@Entity
@Immutable
@Table(name = "ledger_adjustment")
class Adjustment {
    @Id
    private UUID id;

    @TenantId
    @Column(name = "organization_id")
    private String organizationId;

    @Enumerated(EnumType.STRING)
    private AdjustmentKind kind;

    @Enumerated(EnumType.STRING)
    private AdjustmentReason reason;

    private @Nullable String note;

    @Column(name = "claim_id")
    private UUID claimId;

    @Column(name = "patient_id")
    private UUID patientId;

    @Column(name = "payer_id")
    private @Nullable UUID payerId;

    @Column(name = "to_payer_id")
    private @Nullable UUID toPayerId;

    @Column(name = "amount_cents")
    private long amountCents;

    private String authority;

    @Column(name = "posted_by")
    private String postedBy;

    @Column(name = "posted_at")
    private Instant postedAt;

    @Column(name = "entry_id")
    private UUID entryId;

    private @Nullable UUID reverses;

    @SuppressWarnings("NullAway.Init")
    protected Adjustment() {}

    @SuppressWarnings("NullAway.Init")
    Adjustment(Moved moved, UUID entryId, By by, @Nullable String note) {
        this.id = Ids.next();
        this.kind = moved.kind();
        this.reason = moved.reason();
        this.note = note;
        this.claimId = moved.claimId();
        this.patientId = moved.patientId();
        this.payerId = moved.payerId();
        this.toPayerId = moved.toPayerId();
        this.amountCents = moved.amountCents();
        this.authority = by.authority();
        this.postedBy = by.subject();
        this.postedAt = by.at();
        this.entryId = entryId;
    }

    /** What was moved. @param payerId who owed it; @param toPayerId who owes it now */
    record Moved(
            AdjustmentKind kind,
            AdjustmentReason reason,
            UUID claimId,
            UUID patientId,
            @Nullable UUID payerId,
            @Nullable UUID toPayerId,
            long amountCents) {}

    /** Who did it, and as which role. */
    record By(String subject, String authority, Instant at) {}

    /** What takes this back. */
    Adjustment reversal(UUID reversalEntryId, By by, String why) {
        var reversal = new Adjustment(moved(), reversalEntryId, by, why);
        reversal.reverses = id;
        return reversal;
    }

    private Moved moved() {
        return new Moved(kind, reason, claimId, patientId, payerId, toPayerId, amountCents);
    }

    AdjustmentKind kind() {
        return kind;
    }

    AdjustmentReason reason() {
        return reason;
    }

    Cents amount() {
        return Cents.of(amountCents);
    }

    /** Who owed it. */
    Debtor from() {
        return new Debtor(kind.from(), kind.from() == Account.INSURANCE_RECEIVABLE ? payerId : null);
    }

    /** Who owes it now; nobody does where it was given up. */
    Debtor to() {
        return new Debtor(kind.to(), toPayerId);
    }

    boolean isReversal() {
        return reverses != null;
    }

    UUID id() {
        return id;
    }

    UUID claimId() {
        return claimId;
    }

    UUID patientId() {
        return patientId;
    }

    UUID entryId() {
        return entryId;
    }

    AdjustmentView view(@Nullable UUID reversedBy) {
        return new AdjustmentView(
                id,
                kind,
                reason,
                note,
                claimId,
                patientId,
                payerId,
                toPayerId,
                amountCents,
                authority,
                postedBy,
                postedAt,
                entryId,
                reverses,
                reversedBy);
    }
}
