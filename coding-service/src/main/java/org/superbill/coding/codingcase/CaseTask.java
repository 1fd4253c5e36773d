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

    /** The document, or the item of the audit. */
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

    /** @throws Problem {@code CODING_TASK_STEP_NOT_ALLOWED} */
    void dismiss(String why, String by, Instant at) {
        if (kind != TaskKind.AUDIT_ERROR || closedAt != null) {
            throw new Problem(
                    CodingProblem.CODING_TASK_STEP_NOT_ALLOWED,
                    closedAt == null ? "The document is to be seen" : "The task is closed");
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

    UUID caseId() {
        return caseId;
    }

    CaseTaskView view(LocalDate today) {
        var isDocument = kind == TaskKind.LATE_DOCUMENT;
        return new CaseTaskView(
                id,
                kind,
                caseId,
                encounterId,
                isDocument ? subjectId : null,
                documentKind,
                auditId,
                isDocument ? null : subjectId,
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
