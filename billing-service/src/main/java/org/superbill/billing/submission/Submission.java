package org.superbill.billing.submission;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** One file of claims. Once written down its bytes never change. */
@Entity
class Submission {
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    private static final int LONGEST_WAIT_DOUBLINGS = 7;

    /** Where the file is. */
    enum State {
        WRITTEN,
        SENT
    }

    @Id
    private UUID id;

    @TenantId
    @Column(name = "organization_id")
    private String organizationId;

    private String connection;

    @Column(name = "payer_id")
    private UUID payerId;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "interchange_control_number")
    private String interchangeControlNumber;

    @Column(name = "claim_count")
    private int claimCount;

    @Column(name = "total_charge_cents")
    private long totalChargeCents;

    private String sha256;

    @Column(name = "written_at")
    private Instant writtenAt;

    @Column(name = "sent_at")
    private @Nullable Instant sentAt;

    private int attempts;

    @Column(name = "next_attempt_at")
    private @Nullable Instant nextAttemptAt;

    @Column(name = "remote_id")
    private @Nullable String remoteId;

    private @Nullable String acknowledgment;

    @SuppressWarnings("NullAway.Init")
    protected Submission() {}

    @SuppressWarnings("NullAway.Init")
    Submission(
            UUID id,
            String connection,
            UUID payerId,
            String interchangeControlNumber,
            int claimCount,
            long totalChargeCents,
            String sha256,
            Instant at) {
        this.id = id;
        this.connection = connection;
        this.payerId = payerId;
        this.state = State.WRITTEN;
        this.interchangeControlNumber = interchangeControlNumber;
        this.claimCount = claimCount;
        this.totalChargeCents = totalChargeCents;
        this.sha256 = sha256;
        this.writtenAt = at;
    }

    /** @param remote the receiver's id of the file; absent when an answer showed that it had arrived */
    void sent(@Nullable String remote, Instant at) {
        state = State.SENT;
        sentAt = at;
        nextAttemptAt = null;
        remoteId = remote;
    }

    /** It is not certain that the receiver has it: the same bytes go again, later each time. */
    void failed(Instant at) {
        attempts++;
        nextAttemptAt = at.plus(FIRST_WAIT.multipliedBy(1L << Math.min(attempts, LONGEST_WAIT_DOUBLINGS)));
    }

    void acknowledged(String outcome) {
        acknowledgment = outcome;
    }

    boolean isSent() {
        return state == State.SENT;
    }

    UUID id() {
        return id;
    }

    String connection() {
        return connection;
    }

    String interchangeControlNumber() {
        return interchangeControlNumber;
    }

    Instant writtenAt() {
        return writtenAt;
    }

    SubmissionView view() {
        return new SubmissionView(
                id,
                connection,
                payerId,
                isSent() ? "sent" : "written",
                interchangeControlNumber,
                claimCount,
                totalChargeCents,
                sha256,
                writtenAt,
                sentAt,
                attempts,
                acknowledgment);
    }
}
