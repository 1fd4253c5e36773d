package org.superbill.billing.appeal;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Mutability;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.denial.AppealLevel;
import org.superbill.billing.ledger.Cents;
import org.superbill.servicekit.ids.Ids;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.revision.ReplacedWhole;

/** Refusals of one claim, contested at one level. */
@Entity
class Appeal {
    @Id
    private UUID id;

    @TenantId
    @Column(name = "organization_id")
    private String organizationId;

    @Column(name = "claim_id")
    private UUID claimId;

    @Column(name = "patient_id")
    private UUID patientId;

    @Enumerated(EnumType.STRING)
    private AppealLevel level;

    @Enumerated(EnumType.STRING)
    private AppealState state;

    private @Nullable UUID follows;

    @Column(name = "amount_cents")
    private long amountCents;

    @Column(name = "recovered_cents")
    private @Nullable Long recoveredCents;

    private String argument;

    /** Names of documents that are asked for in the letter as enclosed and go by themselves. */
    @Convert(converter = StoredNames.class)
    @Mutability(ReplacedWhole.class)
    private List<String> enclosures;

    private @Nullable String advice;
    private LocalDate due;

    @Column(name = "answer_due")
    private @Nullable LocalDate answerDue;

    @Column(name = "prepared_by")
    private String preparedBy;

    @Column(name = "prepared_at")
    private Instant preparedAt;

    @Column(name = "sent_at")
    private @Nullable Instant sentAt;

    @Column(name = "sent_by_way")
    private @Nullable String sentByWay;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    /** The date of the payer's decision; the days of the next level run from it. */
    @Column(name = "decided_on")
    private @Nullable LocalDate decidedOn;

    @Column(name = "outcome_reason")
    private @Nullable String outcomeReason;

    @Version
    private long revision;

    @SuppressWarnings("NullAway.Init")
    protected Appeal() {}

    @SuppressWarnings("NullAway.Init")
    Appeal(
            Contest contest,
            AppealLevel level,
            LocalDate due,
            String argument,
            List<String> enclosures,
            @Nullable String advice,
            String preparedBy,
            Instant at) {
        this.id = Ids.next();
        this.claimId = contest.claimId();
        this.patientId = contest.patientId();
        this.level = level;
        this.state = AppealState.PREPARED;
        this.follows = contest.follows();
        this.amountCents = contest.amount().value();
        this.due = due;
        this.argument = argument;
        this.enclosures = List.copyOf(enclosures);
        this.advice = advice;
        this.preparedBy = preparedBy;
        this.preparedAt = at;
    }

    /** What is contested. @param follows the appeal that was lost at the level before */
    record Contest(
            UUID claimId,
            UUID patientId,
            Cents amount,
            @Nullable UUID follows) {}

    void sent(String way, Instant at, LocalDate today) {
        moveTo(AppealState.SENT);
        sentByWay = way;
        sentAt = at;
        answerDue = level.decisionDue(today).orElse(null);
    }

    void decided(AppealState outcome, LocalDate on, Cents recovered, String reason, Instant at) {
        if (!outcome.isDecided()) {
            throw new IllegalArgumentException("%s is no outcome".formatted(outcome));
        }
        moveTo(outcome);
        decidedOn = on;
        recoveredCents = recovered.value();
        outcomeReason = reason;
        decidedAt = at;
    }

    void withdrawn(String reason, Instant at) {
        moveTo(AppealState.WITHDRAWN);
        outcomeReason = reason;
        decidedAt = at;
    }

    void requirePrepared() {
        if (state != AppealState.PREPARED) {
            throw new Problem(AppealProblem.APPEAL_STEP_NOT_ALLOWED, "The appeal has left as it was");
        }
    }

    private void moveTo(AppealState step) {
        if (!state.next().contains(step)) {
            throw new Problem(
                    AppealProblem.APPEAL_STEP_NOT_ALLOWED,
                    "An appeal that is %s cannot become %s".formatted(state.wire(), step.wire()));
        }
        state = step;
    }

    AppealView view(List<UUID> denialIds, List<String> documents) {
        return new AppealView(
                id,
                claimId,
                denialIds,
                level,
                level.number(),
                level.words(),
                state,
                follows,
                amountCents,
                recoveredCents,
                argument,
                enclosures,
                documents,
                advice,
                due,
                answerDue,
                preparedBy,
                preparedAt,
                sentAt,
                sentByWay,
                decidedAt,
                decidedOn,
                outcomeReason,
                revision);
    }

    UUID id() {
        return id;
    }

    UUID claimId() {
        return claimId;
    }

    AppealLevel level() {
        return level;
    }

    AppealState state() {
        return state;
    }

    Cents amount() {
        return Cents.of(amountCents);
    }

    String argument() {
        return argument;
    }

    List<String> enclosures() {
        return enclosures;
    }

    LocalDate due() {
        return due;
    }

    @Nullable
    LocalDate answerDue() {
        return answerDue;
    }

    @Nullable
    LocalDate decidedOn() {
        return decidedOn;
    }

    String preparedBy() {
        return preparedBy;
    }

    Instant preparedAt() {
        return preparedAt;
    }

    long revision() {
        return revision;
    }
}
