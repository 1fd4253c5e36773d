package org.superbill.coding.codingcase;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codecheck.Checked;
import org.superbill.coding.codecheck.Finding;
import org.superbill.coding.codenote.CodeNoteView;
import org.superbill.coding.codesystem.CodeSystem;
import org.superbill.coding.codingpolicy.CodingPolicy;
import org.superbill.events.EncounterCompleted;
import org.superbill.servicekit.ids.Ids;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.revision.Revision;

/** One encounter, or one side of a stay, on its way from completed to coded. */
@Entity
@Table(name = "coding_case")
class CodingCase {
    @Id
    private UUID id;

    @TenantId
    @Column(name = "organization_id")
    private String organizationId;

    @Enumerated(EnumType.STRING)
    private CaseKind kind;

    @Embedded
    private CaseEncounter encounter;

    @Embedded
    private CaseProgress progress;

    @Embedded
    private StoredCoding coding;

    @Embedded
    private StoredFindings found;

    @Column(name = "assigned_to")
    private @Nullable String assignedTo;

    @Column(name = "due_on")
    private LocalDate dueOn;

    @Embedded
    @SuppressWarnings("UnusedVariable") // SQL reads it
    private @Nullable CasePlace place;

    @Embedded
    private @Nullable CaseHold hold;

    @Embedded
    private @Nullable CaseLease lease;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Version
    private long revision;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected CodingCase() {}

    /** @param dueOn the day until which it should be coded */
    @SuppressWarnings("NullAway.Init") // the organization is Hibernate's to fill
    CodingCase(EncounterCompleted completed, CaseKind kind, LocalDate dueOn, Instant at) {
        id = Ids.next();
        this.kind = kind;
        encounter = new CaseEncounter(completed, kind);
        progress = CaseProgress.begins(at);
        coding = StoredCoding.of(ClinicianCodes.of(completed, kind));
        found = StoredFindings.NONE;
        this.dueOn = dueOn;
        createdAt = at;
        changedAt = at;
    }

    /** Before it is stored for the first time. */
    void standsAt(CasePlace known) {
        place = known;
    }

    /**
     * Late charges, documents and the like: what was told to billing stays as it was, the case goes on as the next version. A void case stays void.
     *
     * @return documents that are new, and that whoever coded or codes it may not have seen
     */
    List<CaseDocument> completedAgain(EncounterCompleted completed, LocalDate due, Instant at) {
        if (progress.is(CaseStatus.VOID)) {
            return List.of();
        }
        var before = encounter;
        var known = before.documents().stream().map(CaseDocument::id).collect(Collectors.toSet());
        var isBegun = !progress.is(CaseStatus.READY) && !progress.is(CaseStatus.ASSIGNED);
        if (completed.version() > before.version()) {
            encounter = before.again(completed, kind, isBegun);
            goOn(completed, before, due, at);
        } else if (before.toldAgain(completed, isBegun)) {
            changedAt = at;
        }
        return encounter.unseen(known);
    }

    private void goOn(EncounterCompleted completed, CaseEncounter before, LocalDate due, Instant at) {
        changedAt = at;
        if (progress.is(CaseStatus.RELEASED)) {
            openNextVersion(encounter.newsSince(before), null, due, at);
        } else if (progress.is(CaseStatus.CODED) || progress.is(CaseStatus.IN_AUDIT)) {
            moveTo(CaseStatus.IN_PROGRESS, at); // what was final is not what is charged any more
        }
        if (!hasCodes()) {
            coding = StoredCoding.of(ClinicianCodes.of(completed, kind));
        }
    }

    void voided(Instant at) {
        if (!progress.is(CaseStatus.VOID)) {
            moveTo(CaseStatus.VOID, at);
            lease = null;
        }
    }

    /** A case that is already in work changes hands without a step back; whoever had it open has it no more. */
    void assign(String coder, Instant at) {
        if (progress.is(CaseStatus.READY)) {
            moveTo(CaseStatus.ASSIGNED, at);
        } else if (!progress.isInWork()) {
            throw progress.notAllowed("be assigned");
        }
        assignedTo = coder;
        lease = lease != null && lease.by().equals(coder) ? lease : null;
        changedAt = at;
    }

    /** The coder's own draft, at any time until it is final. Whoever codes a case that nobody has taken takes it. */
    void code(CaseCoding newCoding, String coder, Duration leased, Instant at) {
        if (holder().isFree() && isOpen()) {
            holder().requireFree(coder, at);
            assign(coder, at);
        }
        if (progress.is(CaseStatus.ASSIGNED)) {
            moveTo(CaseStatus.IN_PROGRESS, at);
        }
        if (!progress.is(CaseStatus.IN_PROGRESS) && !progress.is(CaseStatus.QUERY_OPEN)) {
            throw progress.notAllowed("be coded");
        }
        open(coder, leased, at);
        coding = StoredCoding.of(newCoding);
        changedAt = at;
    }

    /**
     * Keeps others out until it ends by itself.
     *
     * @throws Problem {@code CODING_CASE_OPEN_ELSEWHERE}, {@code CODING_CASE_STEP_NOT_ALLOWED}
     */
    void open(String coder, Duration leased, Instant at) {
        if (!isOpen()) {
            throw progress.notAllowed("be opened");
        }
        holder().requireFree(coder, at);
        lease = new CaseLease(coder, at.plus(leased));
    }

    void close(String coder, Instant at) {
        holder().requireFree(coder, at);
        lease = null;
    }

    /** @param checked what the rules say about {@link #coding} */
    void checked(Checked checked) {
        found = StoredFindings.of(checked);
    }

    /** @throws Problem {@code CODING_CASE_HELD}, {@code CODING_CASE_STEP_NOT_ALLOWED} */
    void putOnHold(String reason, String by, Instant at) {
        if (progress.is(CaseStatus.RELEASED) || progress.is(CaseStatus.VOID)) {
            throw progress.notAllowed("be held");
        }
        requireNoHold();
        hold = new CaseHold(reason, by, at);
        changedAt = at;
    }

    /** @throws Problem {@code CODING_CASE_STEP_NOT_ALLOWED} */
    void endHold(Instant at) {
        if (hold == null) {
            throw progress.notAllowed("be taken off a hold that it does not have");
        }
        hold = null;
        changedAt = at;
    }

    /**
     * The codes are final. They wait for an auditor, or are released at once.
     *
     * @throws Problem {@code CODING_FINDINGS_OPEN}, {@code CODING_DOCUMENTS_UNSEEN}, {@code CODING_CASE_HELD}, {@code CODING_CASE_OPEN_ELSEWHERE},
     *     {@code CODING_CASE_STEP_NOT_ALLOWED}
     */
    void finalizeCoding(String coder, CodingPolicy policy, boolean auditFirst, Instant at) {
        if (!progress.is(CaseStatus.IN_PROGRESS)) {
            throw progress.notAllowed("be finalized");
        }
        holder().requireFree(coder, at);
        requireNoHold();
        UnseenDocuments.requireNone(encounter.documents());
        var open = OpenFindings.of(found.findings(), coding.acknowledgements(), policy);
        if (!open.isEmpty()) {
            throw new Problem(CodingProblem.CODING_FINDINGS_OPEN, "%d findings are open".formatted(open.size()), open);
        }
        progress = progress.coded(coder, false, at);
        changedAt = at;
        lease = null;
        if (!auditFirst) {
            release(at);
        }
    }

    /** The clinician's own codes are good enough by the organization's rules: no coder has seen them. */
    void passThrough(Instant at) {
        moveTo(CaseStatus.ASSIGNED, at);
        moveTo(CaseStatus.IN_PROGRESS, at);
        progress = progress.coded(encounter.completedBy(), true, at);
        release(at);
    }

    /** @throws Problem {@code CODING_CASE_HELD}, {@code CODING_CASE_STEP_NOT_ALLOWED} */
    void release(Instant at) {
        requireNoHold();
        progress = progress.released(at);
        changedAt = at;
    }

    void queryOpened(Instant at) {
        if (progress.is(CaseStatus.ASSIGNED)) {
            moveTo(CaseStatus.IN_PROGRESS, at);
        }
        if (!progress.is(CaseStatus.QUERY_OPEN)) {
            moveTo(CaseStatus.QUERY_OPEN, at);
        }
    }

    /** The last open query is closed. */
    void queriesClosed(Instant at) {
        if (progress.is(CaseStatus.QUERY_OPEN)) {
            moveTo(CaseStatus.IN_PROGRESS, at);
        }
    }

    void auditBegun(Instant at) {
        moveTo(CaseStatus.IN_AUDIT, at);
    }

    /** Whether an auditor has it as it was finalized then. */
    boolean isInAudit(FinalCoding audited) {
        return progress.is(CaseStatus.IN_AUDIT) && audited.codedAt().equals(progress.codedAt());
    }

    /** @param step in progress, where the auditor wants other codes; coded, where nobody judges it after all */
    void leaveAudit(CaseStatus step, Instant at) {
        moveTo(step, at);
    }

    /** Whoever amends a case that no coder has seen, since it passed by itself, has it from now on. */
    void amend(String reason, String by, LocalDate due, Instant at) {
        if (!progress.is(CaseStatus.RELEASED)) {
            throw progress.notAllowed("be amended");
        }
        openNextVersion(reason, by, due, at);
        if (holder().isFree()) {
            assignedTo = by;
        }
    }

    /** What was told to billing was refused for its codes. */
    void denied(String why, LocalDate due, Instant at) {
        openNextVersion("denied: " + why, null, due, at);
    }

    void requireRevision(@Nullable Revision expected) {
        Revision.requireMatch(expected, revision);
    }

    boolean hasCodes() {
        return !coding().isEmpty();
    }

    /** Whether it is still to be coded. */
    boolean isOpen() {
        return progress.is(CaseStatus.READY) || progress.isInWork();
    }

    CaseCoding coding() {
        return coding.coding();
    }

    List<Finding> findings() {
        return found.findings();
    }

    CaseHolder holder() {
        return new CaseHolder(assignedTo, lease);
    }

    UUID id() {
        return id;
    }

    CaseKind kind() {
        return kind;
    }

    CaseEncounter encounter() {
        return encounter;
    }

    CaseProgress progress() {
        return progress;
    }

    /** @param notes what the organization has agreed on about the codes */
    CodingCaseView view(List<CodeNoteView> notes) {
        return new CodingCaseView(
                id,
                kind,
                encounter.id(),
                encounter.version(),
                encounter.patientId(),
                encounter.practitionerId(),
                encounter.setting(),
                encounter.admissionDate(),
                encounter.dischargeDate(),
                progress.status(),
                progress.version(),
                progress.versionReason(),
                progress.versionBy(),
                encounter.serviceDate(),
                encounter.services(),
                encounter.documents(),
                encounter.chargeCents(),
                coding.diagnoses().stream().map(CodeSystem.ICD_10_CM::display).toList(),
                coding.presentOnAdmission(),
                coding.lines(),
                coding.procedures(),
                coding.acknowledgements(),
                coding.unrelatedConditions(),
                found.findings(),
                found.warnings(),
                notes,
                assignedTo,
                dueOn,
                hold,
                lease,
                progress.codedBy(),
                progress.codedAt(),
                progress.passedThrough(),
                progress.releasedAt(),
                createdAt,
                changedAt,
                revision);
    }

    private void openNextVersion(String reason, @Nullable String by, LocalDate due, Instant at) {
        progress = progress.nextVersion(reason, by, at);
        changedAt = at;
        dueOn = due;
    }

    private void moveTo(CaseStatus step, Instant at) {
        progress = progress.to(step);
        changedAt = at;
    }

    private void requireNoHold() {
        if (hold != null) {
            throw new Problem(CodingProblem.CODING_CASE_HELD, "The case is on hold");
        }
    }
}
