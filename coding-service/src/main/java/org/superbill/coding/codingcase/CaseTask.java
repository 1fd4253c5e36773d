package org.superbill.coding.codingcase;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.ids.Ids;
import org.superbill.servicekit.problem.Problem;

/** What somebody has to do with a case beside coding it. */
@Entity
@Table(name = "coding_task")
class CaseTask {
    @Id
    private UUID id;

    @TenantId
    @Column(name = "organization_id")
    private String organizationId;

    @Enumerated(EnumType.STRING)
    private TaskKind kind;

    @Column(name = "case_id")
    private UUID caseId;

    @Column(name = "encounter_id")
    private UUID encounterId;

    /** The document, the item of the audit, or the query; its own where the case is all that it is about. */
    @Column(name = "subject_id")
    private UUID subjectId;

    @Column(name = "document_kind")
    private @Nullable String documentKind;

    @Column(name = "audit_id")
    private @Nullable UUID auditId;

    @Column(name = "raised_by")
    private @Nullable String raisedBy;

    @Column(name = "raised_at")
    private Instant raisedAt;

    @Column(name = "assigned_to")
    private @Nullable String assignedTo;

    @Column(name = "due_on")
    private LocalDate dueOn;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    @Column(name = "closed_by")
    private @Nullable String closedBy;

    @Enumerated(EnumType.STRING)
    private @Nullable TaskOutcome outcome;

    private @Nullable String reason;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected CaseTask() {}

    @SuppressWarnings("NullAway.Init") // the organization is Hibernate's to fill
    private CaseTask(TaskKind kind, UUID caseId, UUID encounterId, UUID subjectId, LocalDate dueOn, Instant at) {
        id = Ids.next();
        this.kind = kind;
        this.caseId = caseId;
        this.encounterId = encounterId;
        this.subjectId = subjectId;
        this.dueOn = dueOn;
        raisedAt = at;
    }

    /** @param owner whose case it is; null when it is nobody's */
    static CaseTask lateDocument(
            CodingCase codingCase, CaseDocument document, @Nullable String owner, LocalDate dueOn, Instant at) {
        var task = new CaseTask(
                TaskKind.LATE_DOCUMENT,
                codingCase.id(),
                codingCase.encounter().id(),
                document.id(),
                dueOn,
                document.createdAt() == null ? at : document.createdAt());
        task.documentKind = document.kind();
        task.raisedBy = document.createdBy();
        task.assignedTo = owner;
        return task;
    }

    static CaseTask auditError(UpheldError error, String owner, LocalDate dueOn, Instant at) {
        var coded = error.coded();
        var task = new CaseTask(TaskKind.AUDIT_ERROR, coded.caseId(), coded.encounterId(), error.itemId(), dueOn, at);
        task.auditId = error.auditId();
        task.raisedBy = error.auditor();
        task.assignedTo = owner;
        return task;
    }

    /** What was asked about a released case is answered. @param owner who asked */
    static CaseTask queryAnswered(
            CodingCase codingCase, UUID query, String owner, String answeredBy, LocalDate dueOn, Instant at) {
        var task = new CaseTask(
                TaskKind.QUERY_ANSWERED, codingCase.id(), codingCase.encounter().id(), query, dueOn, at);
        task.raisedBy = answeredBy;
        task.assignedTo = owner;
        return task;
    }

    /** @param before whose the case was */
    static CaseTask handOver(CodingCase codingCase, String before, String by, LocalDate dueOn, Instant at) {
        var task = new CaseTask(
                TaskKind.HANDED_OVER, codingCase.id(), codingCase.encounter().id(), Ids.next(), dueOn, at);
        task.raisedBy = by;
        task.assignedTo = before;
        return task;
    }

    /**
     * @param isAuditor whether they may decide that an error stays
     * @param isLead whether they answer for the coders
     * @throws Problem {@code CODING_TASK_STEP_NOT_ALLOWED}, {@code CODING_CASE_NOT_YOURS}
     */
    void dismiss(String why, String by, boolean isAuditor, boolean isLead, Instant at) {
        if (kind == TaskKind.LATE_DOCUMENT || closedAt != null) {
            throw new Problem(
                    CodingProblem.CODING_TASK_STEP_NOT_ALLOWED,
                    closedAt == null ? "The document is to be seen" : "The task is closed");
        }
        if (kind == TaskKind.AUDIT_ERROR ? !isAuditor : !isLead && !by.equals(assignedTo)) {
            throw new Problem(
                    CodingProblem.CODING_CASE_NOT_YOURS,
                    kind == TaskKind.AUDIT_ERROR ? "An auditor decides on it" : "The task is another's");
        }
        close(TaskOutcome.DISMISSED, why, by, at);
    }

    void close(TaskOutcome how, @Nullable String why, String by, Instant at) {
        outcome = how;
        reason = why;
        closedBy = by;
        closedAt = at;
    }

    UUID id() {
        return id;
    }

    Instant raisedAt() {
        return raisedAt;
    }

    boolean isOf(String coder) {
        return coder.equals(assignedTo);
    }

    UUID subjectId() {
        return subjectId;
    }

    UUID caseId() {
        return caseId;
    }

    CaseTaskView view(LocalDate today) {
        return new CaseTaskView(
                id,
                kind,
                caseId,
                encounterId,
                kind == TaskKind.LATE_DOCUMENT ? subjectId : null,
                documentKind,
                auditId,
                kind == TaskKind.AUDIT_ERROR ? subjectId : null,
                kind == TaskKind.QUERY_ANSWERED ? subjectId : null,
                raisedBy,
                raisedAt,
                assignedTo,
                dueOn,
                closedAt == null ? Math.max(0, (int) ChronoUnit.DAYS.between(dueOn, today)) : 0,
                closedAt,
                closedBy,
                outcome,
                reason);
    }
}
