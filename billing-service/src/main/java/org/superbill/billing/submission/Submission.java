package org.superbill.billing.submission;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** One file of claims. Once written down its bytes never change. */
@Entity
class Submission {
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    private static final int LONGEST_WAIT_DOUBLINGS = 7;

    /** What a file is for. */
    enum Kind {
        CLAIMS("837", "HC"),
        STATUS_REQUEST("276", "HR");

        private final String set;
        private final String group;

        Kind(String set, String group) {
            this.set = set;
            this.group = group;
        }

        /** ST01. */
        String set() {
            return set;
        }

        static Kind of(String set) {
            return Arrays.stream(values())
                    .filter(kind -> kind.set.equals(set))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Id
    private UUID id;

    @TenantId
    @Column(name = "organization_id")
    private String organizationId;

    private String kind;

    @Column(name = "usage_indicator")
    private @Nullable String usageIndicator;

    @Column(name = "file_name")
    private @Nullable String fileName;

    private String connection;

    @Column(name = "payer_id")
    private UUID payerId;

    @Enumerated(EnumType.STRING)
    private SubmissionState state;

    @Column(name = "interchange_control_number")
    private String interchangeControlNumber;

    @Column(name = "claim_count")
    private int claimCount;

    @Column(name = "total_charge_cents")
    private long totalChargeCents;

    private String sha256;

    @Column(name = "written_at")
    private Instant writtenAt;

    @Column(name = "staged_at")
    private @Nullable Instant stagedAt;

    @Column(name = "sent_at")
    private @Nullable Instant sentAt;

    @Column(name = "answered_at")
    private @Nullable Instant answeredAt;

    private int attempts;

    @Column(name = "next_attempt_at")
    private @Nullable Instant nextAttemptAt;

    @Column(name = "remote_id")
    private @Nullable String remoteId;

    private @Nullable String acknowledgment;

    @SuppressWarnings("NullAway.Init")
    protected Submission() {}

    /**
     * What a file is.
     *
     * @param usageIndicator ISA15
     * @param controlNumber ISA13 and GS06
     */
    record Written(
            Kind kind,
            String connection,
            UUID payerId,
            String usageIndicator,
            long controlNumber,
            int claimCount,
            long totalChargeCents,
            String sha256) {}

    @SuppressWarnings("NullAway.Init")
    Submission(UUID id, Written file, Instant at) {
        this.id = id;
        this.kind = file.kind().set();
        this.usageIndicator = file.usageIndicator();
        this.connection = file.connection();
        this.payerId = file.payerId();
        this.state = SubmissionState.WRITTEN;
        this.interchangeControlNumber = "%09d".formatted(file.controlNumber());
        this.claimCount = file.claimCount();
        this.totalChargeCents = file.totalChargeCents();
        this.sha256 = file.sha256();
        this.fileName = "%s_%s_%s.x12".formatted(file.kind().set(), interchangeControlNumber, sha256.substring(0, 12));
        this.writtenAt = at;
    }

    /** Another partner, or another system of ours, may use the same numbers. */
    boolean isAnsweredBy(Submissions.Answering answering) {
        var group = Arrays.stream(Kind.values())
                .filter(known -> known.set.equals(kind))
                .findFirst()
                .orElseThrow()
                .group;
        return (answering.group() == null || answering.group().equals(group))
                && (answering.connection() == null || answering.connection().equals(connection));
    }

    /** The partner's side has it under a name that nobody looks at. */
    void staged(Instant at) {
        state = SubmissionState.STAGED;
        stagedAt = at;
        nextAttemptAt = null;
    }

    /** @param remote the receiver's id of the file; absent when an answer showed that it had arrived */
    void sent(@Nullable String remote, Instant at) {
        state = SubmissionState.SENT;
        sentAt = at;
        nextAttemptAt = null;
        remoteId = remote;
    }

    /** It is not certain that the receiver has it: the same bytes go again, later each time. */
    void failed(Instant at) {
        attempts++;
        nextAttemptAt = at.plus(FIRST_WAIT.multipliedBy(1L << Math.min(attempts, LONGEST_WAIT_DOUBLINGS)));
    }

    /**
     * The receiver speaks of the file. The first answer about the whole of it decides; what comes later is only noted.
     *
     * @param outcome e.g. {@code 999 A}
     */
    void answered(String outcome, Submissions.Verdict verdict, Instant at) {
        if (acknowledgment == null) {
            acknowledgment = outcome;
        } else if (!List.of(acknowledgment.split(", ")).contains(outcome)) {
            acknowledgment = acknowledgment + ", " + outcome;
        }
        if (!state.isAnswered() && verdict != Submissions.Verdict.ENVELOPE_TAKEN) {
            state = verdict == Submissions.Verdict.REFUSED ? SubmissionState.REJECTED : SubmissionState.RECEIVED;
            answeredAt = at;
        }
    }

    /** When the same bytes go again after a failure. */
    @Nullable
    Instant nextAttemptAt() {
        return nextAttemptAt;
    }

    SubmissionState state() {
        return state;
    }

    boolean isSent() {
        return state.hasLeft();
    }

    Kind kind() {
        return Kind.of(kind);
    }

    String sha256() {
        return sha256;
    }

    /** ISA15; files of former releases do not say it, and their profile did. */
    String usageIndicator() {
        return usageIndicator == null ? "T" : usageIndicator;
    }

    String fileName() {
        return fileName == null ? "837_" + interchangeControlNumber + ".x12" : fileName;
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

    FileTotals.SentFile proof() {
        return new FileTotals.SentFile(
                id, connection, fileName(), interchangeControlNumber, sha256, writtenAt, sentAt, acknowledgment);
    }

    SubmissionView view() {
        return new SubmissionView(
                id,
                connection,
                payerId,
                kind,
                usageIndicator,
                state,
                fileName,
                interchangeControlNumber,
                claimCount,
                totalChargeCents,
                sha256,
                writtenAt,
                sentAt,
                answeredAt,
                attempts,
                acknowledgment);
    }
}
