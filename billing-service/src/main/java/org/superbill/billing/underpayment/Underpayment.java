package org.superbill.billing.underpayment;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.ledger.Cents;
import org.superbill.servicekit.ids.Ids;
import org.superbill.servicekit.problem.Problem;

/** A line that was allowed less than the contract says. */
@Entity
class Underpayment {
    /** What has become of it. */
    @Schema(name = "UnderpaymentState")
    public enum State {
        OPEN,
        /** The payer has been told. */
        DISPUTED,
        /** The payer has paid the rest. */
        RECOVERED,
        /** A person has found that the payer is right, or that it is not worth it. */
        ACCEPTED,
        /** The payer has taken its decision back, the posting was undone, or nothing of the claim is charged any more. */
        WITHDRAWN;

        Set<State> next() {
            return switch (this) {
                case OPEN -> EnumSet.of(DISPUTED, RECOVERED, ACCEPTED, WITHDRAWN);
                case DISPUTED -> EnumSet.of(RECOVERED, ACCEPTED, WITHDRAWN);
                case RECOVERED, ACCEPTED, WITHDRAWN -> EnumSet.noneOf(State.class);
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

    @Id
    private UUID id;

    @TenantId
    @Column(name = "organization_id")
    private String organizationId;

    @Column(name = "claim_id")
    private UUID claimId;

    @Column(name = "remittance_id")
    private UUID remittanceId;

    @Column(name = "payer_id")
    private UUID payerId;

    @Column(name = "line_number")
    private int lineNumber;

    @Column(name = "expected_cents")
    private long expectedCents;

    @Column(name = "allowed_cents")
    private long allowedCents;

    private boolean told;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "found_at")
    private Instant foundAt;

    @Column(name = "decided_by")
    private @Nullable String decidedBy;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    @Column(name = "decision_reason")
    private @Nullable String decisionReason;

    @Column(name = "withdrawn_because")
    private @Nullable String withdrawnBecause;

    @Version
    private long revision;

    @SuppressWarnings("NullAway.Init")
    protected Underpayment() {}

    @SuppressWarnings("NullAway.Init")
    Underpayment(Underpayments.Paid paid, Cents expected, Instant at) {
        this.id = Ids.next();
        this.claimId = paid.claimId();
        this.remittanceId = paid.remittanceId();
        this.payerId = paid.payerId();
        this.lineNumber = paid.line().lineNumber();
        this.expectedCents = expected.value();
        this.allowedCents = paid.allowed().value();
        this.told = paid.told();
        this.state = State.OPEN;
        this.foundAt = at;
    }

    /** @throws Problem {@code UNDERPAYMENT_STEP_NOT_ALLOWED} */
    void decided(State step, String by, Instant at, String reason) {
        if (!state.next().contains(step)) {
            throw new Problem(
                    UnderpaymentProblem.UNDERPAYMENT_STEP_NOT_ALLOWED,
                    "An underpayment that is %s cannot become %s".formatted(state.wire(), step.wire()));
        }
        state = step;
        decidedBy = by;
        decidedAt = at;
        decisionReason = reason;
    }

    long revision() {
        return revision;
    }

    UnderpaymentView view() {
        return new UnderpaymentView(
                id,
                claimId,
                lineNumber,
                remittanceId,
                payerId,
                expectedCents,
                allowedCents,
                expectedCents - allowedCents,
                told,
                state,
                foundAt,
                decidedBy,
                decidedAt,
                withdrawnBecause == null ? decisionReason : withdrawnBecause,
                revision);
    }
}
