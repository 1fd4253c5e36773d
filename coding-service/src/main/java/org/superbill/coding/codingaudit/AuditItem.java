package org.superbill.coding.codingaudit;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
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
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codecheck.Finding;
import org.superbill.coding.codingcase.AuditedCoding;
import org.superbill.coding.codingcase.CaseCoding;
import org.superbill.coding.codingcase.FinalCoding;
import org.superbill.coding.codingscore.Score;
import org.superbill.servicekit.ids.Ids;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.revision.ReplacedWhole;
import org.superbill.servicekit.revision.Revision;

/** A case that an audit has drawn, as it was coded then. */
@Entity
@Table(name = "coding_audit_item")
class AuditItem {
    @Id
    private UUID id;

    @TenantId
    @Column(name = "organization_id")
    private String organizationId;

    @Column(name = "audit_id")
    private UUID auditId;

    @Column(name = "case_id")
    private UUID caseId;

    @Column(name = "case_version")
    private int caseVersion;

    private String coder;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private FinalCoding coded;

    @Enumerated(EnumType.STRING)
    private ItemStatus status;

    private @Nullable String auditor;

    @Column(name = "audited_at")
    private @Nullable Instant auditedAt;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private @Nullable CaseCoding correct;

    /** What the rules said of {@link #correct} when it was judged; null where that was not kept yet. */
    @Column(name = "correct_findings")
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private @Nullable List<Finding> correctFindings;

    @Column(name = "taken_by")
    private @Nullable String takenBy;

    @Column(name = "score_items")
    private int scoreItems;

    @Column(name = "score_right")
    private int scoreRight;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(ReplacedWhole.class)
    private List<ReasonedError> errors;

    @Column(name = "rebut_until")
    private @Nullable LocalDate rebutUntil;

    @Embedded
    private @Nullable AuditedDrg drg;

    private @Nullable String rebuttal;

    private @Nullable String decision;

    @Column(name = "decided_by")
    private @Nullable String decidedBy;

    @Embedded
    private @Nullable PlannedAction correctiveAction;

    @Version
    private long revision;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected AuditItem() {}

    @SuppressWarnings("NullAway.Init") // the organization is Hibernate's to fill
    AuditItem(UUID auditId, FinalCoding coded) {
        id = Ids.next();
        this.auditId = auditId;
        caseId = coded.caseId();
        caseVersion = coded.version();
        coder = coded.codedBy();
        this.coded = coded;
        status = ItemStatus.OPEN;
        errors = List.of();
    }

    /**
     * One auditor's to judge from now on, e.g. from another who does not come to it.
     *
     * @throws Problem {@code CODING_AUDIT_NOT_YOURS}, {@code CODING_AUDIT_STEP_NOT_ALLOWED}
     */
    void take(String by) {
        requireAnother(by);
        if (status != ItemStatus.OPEN) {
            throw notAllowed("be taken");
        }
        takenBy = by;
    }

    /** Another judges it. @throws Problem {@code CODING_AUDIT_STEP_NOT_ALLOWED} */
    void leave(String by) {
        if (status != ItemStatus.OPEN) {
            throw notAllowed("be left to others");
        }
        takenBy = by.equals(takenBy) ? null : takenBy;
    }

    /** @throws Problem {@code CODING_AUDIT_STEP_NOT_ALLOWED} */
    void cancelled() {
        moveTo(ItemStatus.CANCELLED);
    }

    /** @param findings what the rules say of what is right */
    void audited(
            CaseCoding right,
            List<Finding> findings,
            @Nullable AuditedDrg group,
            Score score,
            List<ReasonedError> reasoned,
            String by,
            LocalDate until,
            Instant at) {
        requireAnother(by);
        if (takenBy != null && !takenBy.equals(by)) {
            throw new Problem(AuditProblem.CODING_AUDIT_NOT_YOURS, "Another has taken the item");
        }
        requireToBeJudged(by);
        moveTo(score.isPerfect() && (group == null || group.isRight()) ? ItemStatus.AGREED : ItemStatus.AUDITED);
        correct = right;
        correctFindings = List.copyOf(findings);
        drg = group;
        rebutUntil = status == ItemStatus.AUDITED ? until : null;
        scoreItems = score.items();
        scoreRight = score.right();
        errors = List.copyOf(reasoned);
        auditor = by;
        auditedAt = at;
    }

    /** @throws Problem {@code CODING_AUDIT_NOT_YOURS}, {@code CODING_AUDIT_STEP_NOT_ALLOWED} */
    void accept(String by) {
        requireCoder(by);
        if (status != ItemStatus.AUDITED) {
            throw notAllowed("be accepted");
        }
        moveTo(ItemStatus.UPHELD);
    }

    /** @throws Problem {@code CODING_AUDIT_NOT_YOURS}, {@code CODING_AUDIT_REBUTTAL_LATE}, {@code CODING_AUDIT_STEP_NOT_ALLOWED} */
    void rebut(String why, String by, LocalDate today) {
        requireCoder(by);
        if (status == ItemStatus.AUDITED && isTooLateToRebut(today)) {
            throw new Problem(
                    AuditProblem.CODING_AUDIT_REBUTTAL_LATE, "It could be rebutted until %s".formatted(rebutUntil));
        }
        moveTo(ItemStatus.REBUTTED);
        rebuttal = why;
    }

    /**
     * On a rebuttal; and when its time is over without one, since a coder who is away must not keep a case from its bill.
     *
     * @param notByAuditor whether who judged may not decide as well
     * @throws Problem {@code CODING_AUDIT_NOT_YOURS}, {@code CODING_AUDIT_STEP_NOT_ALLOWED}
     */
    void decide(boolean upheld, String why, String by, boolean notByAuditor, LocalDate today) {
        requireAnother(by);
        if (status != ItemStatus.REBUTTED && !(status == ItemStatus.AUDITED && isTooLateToRebut(today))) {
            throw notAllowed("be decided");
        }
        if (notByAuditor && status == ItemStatus.REBUTTED && by.equals(auditor)) {
            throw new Problem(
                    AuditProblem.CODING_AUDIT_NOT_YOURS, "Whoever judged the case does not decide on the rebuttal");
        }
        moveTo(upheld ? ItemStatus.UPHELD : ItemStatus.AGREED);
        decision = why;
        decidedBy = by;
        if (!upheld) {
            scoreRight = scoreItems; // the coder was right
        }
    }

    private boolean isTooLateToRebut(LocalDate today) {
        return rebutUntil != null && today.isAfter(rebutUntil);
    }

    /** @throws Problem {@code CODING_AUDIT_STEP_NOT_ALLOWED} */
    void plan(String action, LocalDate dueOn) {
        if (status != ItemStatus.UPHELD || correctiveAction != null) {
            throw notAllowed(correctiveAction == null ? "have a corrective action" : "have another corrective action");
        }
        correctiveAction = PlannedAction.of(action, dueOn);
    }

    /**
     * Not by the coder whose errors they were.
     *
     * @throws Problem {@code CODING_AUDIT_NOT_YOURS}, {@code CODING_AUDIT_STEP_NOT_ALLOWED}
     */
    void correctiveActionDone(String by, Instant at) {
        requireAnother(by);
        if (correctiveAction == null || correctiveAction.doneAt() != null) {
            throw notAllowed("have a corrective action done that it does not have, or that is done");
        }
        correctiveAction = correctiveAction.done(by, at);
    }

    private void requireCoder(String by) {
        if (!by.equals(coder)) {
            throw new Problem(AuditProblem.CODING_AUDIT_NOT_YOURS, "Another coded the case");
        }
    }

    private void requireAnother(String by) {
        if (by.equals(coder)) {
            throw new Problem(AuditProblem.CODING_AUDIT_NOT_YOURS, "Whoever coded the case does not judge it");
        }
    }

    /** A judgment is corrected by who made it, until its coder has answered or another has decided. */
    private void requireToBeJudged(String by) {
        if (auditor != null && !auditor.equals(by)) {
            throw new Problem(AuditProblem.CODING_AUDIT_NOT_YOURS, "Another has judged the case");
        }
        if (rebuttal != null || decidedBy != null) {
            throw notAllowed("be judged again");
        }
    }

    private void moveTo(ItemStatus step) {
        if (!status.next().contains(step)) {
            throw notAllowed("become " + step.id());
        }
        status = step;
    }

    private Problem notAllowed(String step) {
        return new Problem(
                AuditProblem.CODING_AUDIT_STEP_NOT_ALLOWED,
                "An item that is %s cannot %s".formatted(status.id(), step));
    }

    void requireRevision(@Nullable Revision expected) {
        Revision.requireMatch(expected, revision);
    }

    UUID id() {
        return id;
    }

    UUID auditId() {
        return auditId;
    }

    UUID caseId() {
        return caseId;
    }

    /** What the auditor says is right; null before. */
    @Nullable
    CaseCoding correct() {
        return correct;
    }

    /** What would have been right; null where nothing was judged wrong, or the coder was right in the end. */
    @Nullable
    CaseCoding correctWhereWrong() {
        return status == ItemStatus.OPEN || status == ItemStatus.AGREED ? null : correct;
    }

    /** @throws Problem {@code CODING_AUDIT_STEP_NOT_ALLOWED} */
    void requireWrong() {
        if (correctWhereWrong() == null) {
            throw notAllowed("be priced: it has no errors");
        }
    }

    List<ReasonedError> errors() {
        return errors;
    }

    ItemStatus status() {
        return status;
    }

    /** Of a judged item; a rebuttal that was agreed to counted. */
    AuditedCoding score() {
        return new AuditedCoding(
                id,
                coded,
                Objects.requireNonNull(auditor, "A judged item has an auditor"),
                scoreItems,
                scoreRight,
                ItemStatus.UNDECIDED.contains(status));
    }

    FinalCoding coded() {
        return coded;
    }

    /**
     * @param isHidden whether the auditor must not see what was coded before coding it
     * @param effect what is known of it; null when nothing was asked
     */
    AuditItemView view(boolean isHidden, @Nullable AuditEffectView effect) {
        var isShown = auditor != null && !isHidden;
        var money = ClaimEffect.of(coded, correctWhereWrong(), effect);
        return new AuditItemView(
                id,
                auditId,
                caseId,
                caseVersion,
                isHidden ? null : coder,
                coded.encounterId(),
                coded.governingDate(),
                coded.services(),
                isHidden ? null : coded.coding(),
                status,
                takenBy,
                isHidden ? null : auditor,
                auditedAt,
                correct,
                correctFindings,
                isShown ? scoreItems : null,
                isShown ? scoreRight : null,
                isShown ? errors : List.of(),
                isShown
                        ? coded.chargeCentsConcerned(errors.stream()
                                .map(error -> error.error().pointer())
                                .toList())
                        : null,
                isShown ? money.chargeCents() : null,
                isShown ? money.chargeDifferenceCents() : null,
                isShown ? money.allowedDifferenceCents() : null,
                isShown && correctWhereWrong() != null ? effect : null,
                isShown && drg != null ? drg.inTheEnd(status) : null,
                rebutUntil,
                rebuttal,
                decision,
                decidedBy,
                correctiveAction == null ? null : correctiveAction.action(),
                correctiveAction == null ? null : correctiveAction.dueOn(),
                correctiveAction == null ? null : correctiveAction.doneAt(),
                correctiveAction == null ? null : correctiveAction.doneBy(),
                revision);
    }
}
