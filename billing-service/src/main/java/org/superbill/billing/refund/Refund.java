package org.superbill.billing.refund;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.ledger.Account;
import org.superbill.billing.ledger.Cents;
import org.superbill.servicekit.ids.Ids;
import org.superbill.servicekit.problem.Problem;

/** Money that is owed back for a claim. */
@Entity
class Refund {
    /** Where it stands. */
    @Schema(name = "RefundState")
    public enum State {
        REQUESTED,
        /** We have answered that we do not owe it. */
        DISPUTED,
        /** It is in the books as payable. */
        APPROVED,
        /** The check or the transfer has left. */
        PAID,
        /** The payer's remittance says that it has come (PLB 72). */
        ACKNOWLEDGED,
        WITHDRAWN;

        Set<State> next() {
            return switch (this) {
                case REQUESTED -> EnumSet.of(DISPUTED, APPROVED, WITHDRAWN);
                case DISPUTED -> EnumSet.of(APPROVED, WITHDRAWN);
                case APPROVED -> EnumSet.of(PAID, WITHDRAWN);
                case PAID -> EnumSet.of(ACKNOWLEDGED, APPROVED); // when it was stopped, has come back or was void
                case ACKNOWLEDGED -> EnumSet.of(PAID); // when the posting of the remittance is undone
                case WITHDRAWN -> EnumSet.noneOf(State.class);
            };
        }

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @throws IllegalArgumentException for another word */
        public static State fromString(String wire) {
            return valueOf(wire.toUpperCase(Locale.ROOT));
        }
    }

    /** What the refund brings back to zero. */
    @Schema(name = "RefundAgainst")
    public enum Against {
        /** The payer's or the patient's credit on the claim. */
        CLAIM,
        /** What the payer has reversed and not yet taken: its own books say that we owe it (PLB WO below zero). */
        RECOUPMENT;

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final int DAYS_TO_RETURN = 60;

    @Id
    private UUID id;

    @TenantId
    @Column(name = "organization_id")
    private String organizationId;

    @Column(name = "claim_id")
    private @Nullable UUID claimId;

    @Column(name = "patient_id")
    private UUID patientId;

    @Column(name = "payer_id")
    private @Nullable UUID payerId;

    @Enumerated(EnumType.STRING)
    private Against against;

    @Column(name = "amount_cents")
    private long amountCents;

    @Column(name = "payer_reference")
    private @Nullable String payerReference;

    @Column(name = "payer_claim_number")
    private @Nullable String payerClaimNumber;

    private String reason;

    @Column(name = "requested_on")
    private LocalDate requestedOn;

    @Column(name = "due_on")
    private @Nullable LocalDate dueOn;

    @Column(name = "credit_due")
    private @Nullable LocalDate creditDue;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "check_number")
    private @Nullable String checkNumber;

    @Column(name = "paid_on")
    private @Nullable LocalDate paidOn;

    @Column(name = "payment_id")
    private @Nullable UUID paymentId;

    @Column(name = "acknowledged_by")
    private @Nullable UUID acknowledgedBy;

    @Column(name = "requested_by")
    private String requestedBy;

    @Column(name = "decided_by")
    private @Nullable String decidedBy;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    @Column(name = "decision_reason")
    private @Nullable String decisionReason;

    @Version
    private long revision;

    @SuppressWarnings("NullAway.Init")
    protected Refund() {}

    @SuppressWarnings("NullAway.Init")
    Refund(RefundDetails details, UUID patientId, @Nullable UUID payerId, String by) {
        this.id = Ids.next();
        this.claimId = details.claimId();
        this.patientId = patientId;
        this.payerId = payerId;
        this.against = details.against() == null ? Against.CLAIM : details.against();
        this.amountCents = details.amountCents();
        this.payerReference = details.payerReference();
        this.payerClaimNumber = details.payerClaimNumber();
        this.reason = details.reason();
        this.requestedOn = details.requestedOn();
        this.dueOn = details.dueOn();
        this.state = State.REQUESTED;
        this.requestedBy = by;
    }

    /** @throws Problem {@code REFUND_STEP_NOT_ALLOWED} */
    void decided(State step, String by, Instant at, String why) {
        moveTo(step);
        decidedBy = by;
        decidedAt = at;
        decisionReason = why;
    }

    /** @param day by which the credit has to go back that it takes */
    void takesCreditDue(@Nullable LocalDate day) {
        creditDue = day;
    }

    Optional<LocalDate> creditDue() {
        return Optional.ofNullable(creditDue);
    }

    /** @return as what the bank is to show it */
    UUID paid(String check, LocalDate on) {
        moveTo(State.PAID);
        checkNumber = check;
        paidOn = on;
        paymentId = Ids.next();
        return paymentId;
    }

    /** What was sent. @param id as what the bank is to show it */
    record Payment(UUID id, String checkNumber) {}

    /** It was stopped, has come back or was void: it is owed still. */
    Payment returned(String by, Instant at, String why) {
        var payment = new Payment(
                Objects.requireNonNullElse(paymentId, id), // before, a refund was paid once and by its own id
                Objects.requireNonNullElse(checkNumber, ""));
        decided(State.APPROVED, by, at, why);
        checkNumber = null;
        paidOn = null;
        paymentId = null;
        return payment;
    }

    void acknowledged(UUID remittanceId) {
        moveTo(State.ACKNOWLEDGED);
        acknowledgedBy = remittanceId;
    }

    void notAcknowledged() {
        moveTo(State.PAID);
        acknowledgedBy = null;
    }

    private void moveTo(State step) {
        if (!state.next().contains(step)) {
            throw new Problem(
                    RefundProblem.REFUND_STEP_NOT_ALLOWED,
                    "A refund that is %s cannot become %s".formatted(state.wire(), step.wire()));
        }
        state = step;
    }

    /** A payer's letter asks for it, whatever our books say. */
    boolean isAskedFor() {
        return payerId != null && payerReference != null;
    }

    boolean isOfTheSameLetterAs(Refund other) {
        return isAskedFor()
                && against == other.against
                && Objects.equals(payerId, other.payerId)
                && Objects.equals(payerReference, other.payerReference);
    }

    /** The last day on which it is in time: that of the payer's letter, else sixty days after it was found (42 CFR 401.305). */
    LocalDate returnBy() {
        return dueOn == null ? requestedOn.plusDays(DAYS_TO_RETURN) : dueOn;
    }

    /** Which account was too low and is brought back. */
    Account account() {
        if (against == Against.RECOUPMENT) {
            return Account.RECOUPMENT;
        }
        return payerId == null ? Account.PATIENT_RECEIVABLE : Account.INSURANCE_RECEIVABLE;
    }

    /** Under which the payer has recouped what this brings back; absent where nothing was. */
    @Nullable
    String recoupmentReference() {
        if (against != Against.RECOUPMENT) {
            return null;
        }
        return payerClaimNumber == null ? payerReference : payerClaimNumber;
    }

    UUID id() {
        return id;
    }

    /** Absent for what is of no claim. */
    @Nullable
    UUID claimId() {
        return claimId;
    }

    UUID patientId() {
        return patientId;
    }

    @Nullable
    UUID payerId() {
        return payerId;
    }

    Cents amount() {
        return Cents.of(amountCents);
    }

    State state() {
        return state;
    }

    String requestedBy() {
        return requestedBy;
    }

    long revision() {
        return revision;
    }

    RefundView view() {
        return new RefundView(
                id,
                claimId,
                patientId,
                payerId,
                against,
                amountCents,
                payerReference,
                payerClaimNumber,
                reason,
                requestedOn,
                dueOn,
                state,
                checkNumber,
                paidOn,
                acknowledgedBy,
                requestedBy,
                decidedBy,
                decidedAt,
                decisionReason,
                revision);
    }
}
