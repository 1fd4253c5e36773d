package org.superbill.coding.codingquery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codingpolicy.CodingPolicy;
import org.superbill.events.CodingQueryAnswered;
import org.superbill.events.CodingQueryOpened;
import org.superbill.servicekit.ids.Ids;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.KitProblem;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.revision.ReplacedWhole;
import org.superbill.servicekit.revision.Revision;

/** A question of a coder to a clinician. */
@Entity
@Table(name = "coding_query")
class CodingQuery {
    @Id
    private UUID id;

    @TenantId
    @Column(name = "organization_id")
    private String organizationId;

    @Column(name = "case_id")
    private UUID caseId;

    @Column(name = "encounter_id")
    private UUID encounterId;

    @Column(name = "practitioner_id")
    private UUID practitionerId;

    @Enumerated(EnumType.STRING)
    private QueryStatus status;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private QueryText text;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(ReplacedWhole.class)
    private List<QueryFinding> findings;

    @Column(name = "asked_by")
    private String askedBy;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "opened_at")
    private @Nullable Instant openedAt;

    /** The case was released when it was asked, and waits for no answer. */
    @Column(name = "after_release")
    private boolean afterRelease;

    @Column(name = "due_on")
    private @Nullable LocalDate dueOn;

    private int reminders;

    @Column(name = "reminded_on")
    private @Nullable LocalDate remindedOn;

    @Column(name = "escalated_on")
    private @Nullable LocalDate escalatedOn;

    @Column(name = "escalated_to")
    private @Nullable String escalatedTo;

    /** When somebody has to look at it again: for a reminder or an escalation. */
    @Column(name = "next_step_on")
    private @Nullable LocalDate nextStepOn;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private @Nullable QueryAnswer answer;

    @Enumerated(EnumType.STRING)
    private @Nullable QueryOutcome outcome;

    @Column(name = "withdrawn_because")
    private @Nullable String withdrawnBecause;

    @Column(name = "closed_by")
    private @Nullable String closedBy;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    @Column(name = "keep_until")
    private @Nullable LocalDate keepUntil;

    @Version
    private long revision;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected CodingQuery() {}

    @SuppressWarnings("NullAway.Init") // the organization is Hibernate's to fill
    CodingQuery(UUID caseId, UUID encounterId, UUID practitionerId, QueryText text, String askedBy, Instant at) {
        id = Ids.next();
        this.caseId = caseId;
        this.encounterId = encounterId;
        status = QueryStatus.DRAFT;
        findings = List.of();
        this.askedBy = askedBy;
        createdAt = at;
        write(text, practitionerId);
    }

    /** @throws Problem {@code CODING_QUERY_STEP_NOT_ALLOWED} */
    final void write(QueryText newText, UUID forPractitioner) {
        if (status != QueryStatus.DRAFT) {
            throw notAllowed("be written anew");
        }
        text = newText;
        practitionerId = forPractitioner;
    }

    void checked(List<QueryFinding> found) {
        findings = found;
    }

    /** @throws Problem {@code CODING_QUERY_NOT_COMPLIANT}, {@code CODING_QUERY_STEP_NOT_ALLOWED} */
    void send(CodingPolicy.Queries policy, LocalDate today, Instant at) {
        var open = findings.stream()
                .filter(finding -> finding.isOpen(text.acknowledgements()))
                .toList();
        if (status == QueryStatus.DRAFT && !open.isEmpty()) {
            throw new Problem(
                    QueryProblem.CODING_QUERY_NOT_COMPLIANT,
                    "%d findings are open".formatted(open.size()),
                    open.stream()
                            .map(finding -> new FieldError(
                                    finding.pointer(), finding.rule(), finding.message() + ". " + finding.fix()))
                            .toList());
        }
        moveTo(QueryStatus.OPEN);
        openedAt = at;
        dueOn = today.plusDays(policy.dueDays());
        remindedOn = today;
        plan(policy);
    }

    void isAfterRelease() {
        afterRelease = true;
    }

    boolean wasAfterRelease() {
        return afterRelease;
    }

    /** @throws Problem {@code CODING_QUERY_STEP_NOT_ALLOWED} */
    void remind(CodingPolicy.Queries policy, LocalDate today) {
        if (status != QueryStatus.OPEN) {
            throw notAllowed("be reminded of");
        }
        reminders++;
        remindedOn = today;
        plan(policy);
    }

    /** What is due on a day: an escalation, once, or a reminder. */
    void takeNextStep(CodingPolicy.Queries policy, LocalDate today) {
        if (isToEscalate(policy, today)) {
            escalatedOn = today;
            escalatedTo = policy.escalateTo();
        }
        remind(policy, today);
    }

    private boolean isToEscalate(CodingPolicy.Queries policy, LocalDate today) {
        return escalatedOn == null && !today.isBefore(escalationDay(policy));
    }

    private LocalDate escalationDay(CodingPolicy.Queries policy) {
        return Objects.requireNonNull(dueOn, "An open query has a due day").plusDays(policy.escalationDays());
    }

    private void plan(CodingPolicy.Queries policy) {
        var reminder = Objects.requireNonNull(remindedOn).plusDays(policy.reminderDays());
        var escalation = escalationDay(policy);
        nextStepOn = escalatedOn == null && escalation.isBefore(reminder) ? escalation : reminder;
    }

    /**
     * Whom it is for, who stands in for them, and who was told because it is overdue; whoever may answer at all, where the policy says so and the token does not tell for
     * whom its bearer speaks.
     *
     * @param practitioners for whom the caller may speak; empty when that is not known
     * @throws Problem {@code CODING_QUERY_NOT_ADDRESSED}
     */
    void requireAnswerableBy(String subject, Set<UUID> practitioners, CodingPolicy.Queries policy) {
        var speaks = practitioners.isEmpty()
                ? policy.mayAnswerWithoutPractitioner()
                : practitioners.contains(practitionerId);
        if (!speaks && !subject.equals(escalatedTo)) {
            throw new Problem(
                    QueryProblem.CODING_QUERY_NOT_ADDRESSED,
                    "The query is for a practitioner for whom the caller does not speak");
        }
    }

    /** @throws Problem {@code VALIDATION_FAILED}, {@code CODING_QUERY_STEP_NOT_ALLOWED} */
    void answer(QueryAnswer given, String by, LocalDate keptUntil, Instant at) {
        given.objection(text).ifPresent(objection -> {
            throw new Problem(KitProblem.VALIDATION_FAILED, "The answer does not fit the question", objection);
        });
        moveTo(QueryStatus.ANSWERED);
        answer = given;
        outcome = given.outcome(text);
        close(by, keptUntil, at);
    }

    /** @throws Problem {@code CODING_QUERY_STEP_NOT_ALLOWED} */
    void withdraw(String because, String by, LocalDate keptUntil, Instant at) {
        moveTo(QueryStatus.WITHDRAWN);
        withdrawnBecause = because;
        close(by, keptUntil, at);
    }

    private void close(String by, LocalDate keptUntil, Instant at) {
        closedBy = by;
        closedAt = at;
        keepUntil = keptUntil;
        nextStepOn = null;
    }

    private void moveTo(QueryStatus step) {
        if (!status.next().contains(step)) {
            throw notAllowed("become " + step.id());
        }
        status = step;
    }

    private Problem notAllowed(String step) {
        return new Problem(
                QueryProblem.CODING_QUERY_STEP_NOT_ALLOWED,
                "A coding query that is %s cannot %s".formatted(status.id(), step));
    }

    void requireRevision(@Nullable Revision expected) {
        Revision.requireMatch(expected, revision);
    }

    boolean isAskedBy(String subject) {
        return askedBy.equals(subject);
    }

    String askedBy() {
        return askedBy;
    }

    UUID id() {
        return id;
    }

    UUID caseId() {
        return caseId;
    }

    UUID encounterId() {
        return encounterId;
    }

    QueryText text() {
        return text;
    }

    QueryStatus status() {
        return status;
    }

    CodingQueryOpened opened() {
        return new CodingQueryOpened(
                id,
                caseId,
                encounterId,
                practitionerId,
                Objects.requireNonNull(dueOn, "An open query has a due day"),
                reminders,
                escalatedTo);
    }

    CodingQueryAnswered closed() {
        return new CodingQueryAnswered(
                id,
                caseId,
                encounterId,
                status.id(),
                Objects.requireNonNull(closedBy, "A closed query was closed by somebody"));
    }

    QueryView view() {
        return new QueryView(
                id,
                caseId,
                encounterId,
                practitionerId,
                status,
                text,
                findings,
                askedBy,
                createdAt,
                openedAt,
                dueOn,
                reminders,
                escalatedOn,
                escalatedTo,
                answer,
                answer == null ? null : closedBy,
                answer == null ? null : practitionerId,
                outcome,
                withdrawnBecause,
                closedBy,
                closedAt,
                keepUntil,
                revision);
    }
}
