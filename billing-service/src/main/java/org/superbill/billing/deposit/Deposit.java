package org.superbill.billing.deposit;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.ledger.Cents;
import org.superbill.servicekit.ids.Ids;

/** One line of the bank's statement. */
@Entity
class Deposit {
    /** Whether its clearing has returned to zero. */
    @Schema(name = "DepositState")
    public enum State {
        OPEN,
        CLEARED,
        /** It was added by hand, and the bank has not shown it. */
        TAKEN_BACK;

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** @throws IllegalArgumentException for another word */
        public static State fromString(String wire) {
            return valueOf(wire.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    @Id
    private UUID id;

    @TenantId
    @Column(name = "organization_id")
    private String organizationId;

    @Column(name = "line_hash")
    private String lineHash;

    @Column(name = "shown_on")
    private LocalDate shownOn;

    @Column(name = "amount_cents")
    private long amountCents;

    private String description;

    @Column(name = "trace_number")
    private @Nullable String traceNumber;

    private @Nullable String originator;

    @Column(name = "added_by")
    private @Nullable String addedBy;

    @Column(name = "returns_deposit_id")
    private @Nullable UUID returnsDepositId;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "received_at")
    private Instant receivedAt;

    @Version
    private long revision;

    @SuppressWarnings("NullAway.Init")
    protected Deposit() {}

    @SuppressWarnings("NullAway.Init")
    Deposit(BankLine line, String lineHash, Instant at) {
        this.id = Ids.next();
        this.lineHash = lineHash;
        this.shownOn = line.on();
        this.amountCents = line.amount().value();
        this.description = line.description();
        this.traceNumber = line.traceNumber();
        this.originator = line.originator();
        this.state = State.OPEN;
        this.receivedAt = at;
    }

    /** A person says that there is one that is equal to another in everything. */
    static Deposit added(BankLine line, String lineHash, Instant at, String by) {
        var deposit = new Deposit(line, lineHash, at);
        deposit.addedBy = by;
        return deposit;
    }

    boolean isAddedByHand() {
        return addedBy != null;
    }

    /** Where the bank shows its line after all, that is a deposit again. */
    void takenBack() {
        state = State.TAKEN_BACK;
        lineHash = id.toString();
    }

    void cleared() {
        state = State.CLEARED;
    }

    void opened() {
        state = State.OPEN;
        returnsDepositId = null;
    }

    /** The bank takes the other one back: together they are nothing. */
    void returns(Deposit other) {
        returnsDepositId = other.id;
        state = State.CLEARED;
    }

    @Nullable
    UUID returnsDepositId() {
        return returnsDepositId;
    }

    /** By TRN02 and TRN03; a check has only its number, and then the amount has to be the same too. */
    boolean isMeantBy(ExpectedPayment expected) {
        if (!expected.traceNumber().equals(traceNumber)) {
            return false;
        }
        return originator == null ? expected.amount().equals(amount()) : originator.equals(expected.originator());
    }

    UUID id() {
        return id;
    }

    BankLine line() {
        return new BankLine(shownOn, amount(), description, traceNumber, originator);
    }

    Cents amount() {
        return Cents.of(amountCents);
    }

    LocalDate shownOn() {
        return shownOn;
    }

    State state() {
        return state;
    }

    @Nullable
    String traceNumber() {
        return traceNumber;
    }

    long revision() {
        return revision;
    }

    DepositView view(LocalDate today, List<ExpectedPaymentView> payments) {
        var matched =
                payments.stream().mapToLong(ExpectedPaymentView::amountCents).sum();
        return new DepositView(
                id,
                state,
                shownOn,
                state == State.OPEN ? Math.max(0, ChronoUnit.DAYS.between(shownOn, today)) : 0,
                amountCents,
                state == State.CLEARED ? 0 : matched - amountCents,
                description,
                traceNumber,
                originator,
                payments,
                returnsDepositId,
                receivedAt,
                revision);
    }
}
