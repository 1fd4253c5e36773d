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
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
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

    @Enumerated(EnumType.STRING)
    private CaseStatus status;

    private int version;

    @Column(name = "version_reason")
    private @Nullable String versionReason;

    @Column(name = "version_by")
    private @Nullable String versionBy;

    @Column(name = "version_opened_at")
    private Instant versionOpenedAt;

    @Embedded
    private StoredCoding coding;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private List<Finding> findings;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private List<String> warnings;

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

    @Column(name = "coded_by")
    private @Nullable String codedBy;

    @Column(name = "coded_at")
    private @Nullable Instant codedAt;

    @Column(name = "passed_through")
    private boolean passedThrough;

    @Column(name = "released_at")
    private @Nullable Instant releasedAt;

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
        status = CaseStatus.READY;
        version = 1;
        coding = StoredCoding.of(ClinicianCodes.of(completed, kind));
        findings = List.of();
        warnings = List.of();
        this.dueOn = dueOn;
        createdAt = at;
        versionOpenedAt = at;
        changedAt = at;
    }

    /** Before it is stored for the first time. */
    void standsAt(CasePlace known) {
        place = known;
    }

    /** Late charges: what was told to billing stays as it was, the case goes on as the next version. A void case stays void. */
    void completedAgain(EncounterCompleted completed, LocalDate due, Instant at) {
        if (status == CaseStatus.VOID || completed.version() <= encounter.version()) {
            return;
        }
        encounter = new CaseEncounter(completed, kind);
        changedAt = at;
        if (status == CaseStatus.RELEASED) {
            openNextVersion("late charges", null, due, at);
        } else if (status == CaseStatus.CODED || status == CaseStatus.IN_AUDIT) {
            moveTo(CaseStatus.IN_PROGRESS, at); // what was final is not what is charged any more
        }
        if (!hasCodes()) {
            coding = StoredCoding.of(ClinicianCodes.of(completed, kind));
        }
    }

    void voided(Instant at) {
        if (status != CaseStatus.VOID) {
            moveTo(CaseStatus.VOID, at);
            lease = null;
        }
    }

    /**
     * While a case is open nobody takes it away from its editor but the editor and whose case it is.
     *
     * @throws Problem {@code CODING_CASE_OPEN_ELSEWHERE}
     */
    void requireHandOverBy(String by, Instant at) {
        if (!by.equals(assignedTo)) {
            requireFree(by, at);
        }
    }

    /** A case that is already in work changes hands without a step back; whoever had it open has it no more. */
    void assign(String coder, Instant at) {
        if (status == CaseStatus.READY) {
            moveTo(CaseStatus.ASSIGNED, at);
        } else if (!isInWork()) {
            throw notAllowed("be assigned");
        }
        assignedTo = coder;
        lease = lease != null && lease.by().equals(coder) ? lease : null;
        changedAt = at;
    }

    /** The coder's own draft, at any time until it is final. Whoever codes a case that nobody has taken takes it. */
    void code(CaseCoding newCoding, String coder, Duration leased, Instant at) {
        if (isFree() && isOpen()) {
            requireFree(coder, at);
            assign(coder, at);
        }
        if (status == CaseStatus.ASSIGNED) {
            moveTo(CaseStatus.IN_PROGRESS, at);
        }
        if (status != CaseStatus.IN_PROGRESS && status != CaseStatus.QUERY_OPEN) {
            throw notAllowed("be coded");
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
            throw notAllowed("be opened");
        }
        requireFree(coder, at);
        lease = new CaseLease(coder, at.plus(leased));
    }

    void close(String coder, Instant at) {
        requireFree(coder, at);
        lease = null;
    }

    /** @param checked what the rules say about {@link #coding} */
    void checked(Checked checked) {
        findings = checked.findings();
        warnings = checked.warnings();
    }

    /** @throws Problem {@code CODING_CASE_HELD}, {@code CODING_CASE_STEP_NOT_ALLOWED} */
    void putOnHold(String reason, String by, Instant at) {
        if (status == CaseStatus.RELEASED || status == CaseStatus.VOID) {
            throw notAllowed("be held");
        }
        requireNoHold();
        hold = new CaseHold(reason, by, at);
        changedAt = at;
    }

    /** @throws Problem {@code CODING_CASE_STEP_NOT_ALLOWED} */
    void endHold(Instant at) {
        if (hold == null) {
            throw notAllowed("be taken off a hold that it does not have");
        }
        hold = null;
        changedAt = at;
    }

    /**
     * The codes are final. They wait for an auditor, or are released at once.
     *
     * @throws Problem {@code CODING_FINDINGS_OPEN}, {@code CODING_CASE_HELD}, {@code CODING_CASE_OPEN_ELSEWHERE},
     *     {@code CODING_CASE_STEP_NOT_ALLOWED}
     */
    void finalizeCoding(String coder, CodingPolicy policy, boolean auditFirst, Instant at) {
        if (status != CaseStatus.IN_PROGRESS) {
            throw notAllowed("be finalized");
        }
        requireFree(coder, at);
        requireNoHold();
        var open = OpenFindings.of(findings, coding.acknowledgements(), policy);
        if (!open.isEmpty()) {
            throw new Problem(CodingProblem.CODING_FINDINGS_OPEN, "%d findings are open".formatted(open.size()), open);
        }
        moveTo(CaseStatus.CODED, at);
        lease = null;
        codedBy = coder;
        codedAt = at;
        if (!auditFirst) {
            release(at);
        }
    }

    /** The clinician's own codes are good enough by the organization's rules: no coder has seen them. */
    void passThrough(Instant at) {
        moveTo(CaseStatus.ASSIGNED, at);
        moveTo(CaseStatus.IN_PROGRESS, at);
        moveTo(CaseStatus.CODED, at);
        codedBy = encounter.completedBy();
        codedAt = at;
        passedThrough = true;
        release(at);
    }

    /** @throws Problem {@code CODING_CASE_HELD}, {@code CODING_CASE_STEP_NOT_ALLOWED} */
    void release(Instant at) {
        requireNoHold();
        moveTo(CaseStatus.RELEASED, at);
        releasedAt = at;
    }

    void queryOpened(Instant at) {
        if (status == CaseStatus.ASSIGNED) {
            moveTo(CaseStatus.IN_PROGRESS, at);
        }
        if (status != CaseStatus.QUERY_OPEN) {
            moveTo(CaseStatus.QUERY_OPEN, at);
        }
    }

    /** The last open query is closed. */
    void queriesClosed(Instant at) {
        if (status == CaseStatus.QUERY_OPEN) {
            moveTo(CaseStatus.IN_PROGRESS, at);
        }
    }

    void auditBegun(Instant at) {
        moveTo(CaseStatus.IN_AUDIT, at);
    }

    /** Whether an auditor has it as it was finalized then. */
    boolean isInAudit(FinalCoding audited) {
        return status == CaseStatus.IN_AUDIT && version == audited.version();
    }

    /** The auditor wants other codes: back to the coder. */
    void returned(Instant at) {
        moveTo(CaseStatus.IN_PROGRESS, at);
    }

    /** Whoever amends a case that no coder has seen, since it passed by itself, has it from now on. */
    void amend(String reason, String by, LocalDate due, Instant at) {
        if (status != CaseStatus.RELEASED) {
            throw notAllowed("be amended");
        }
        openNextVersion(reason, by, due, at);
        if (isFree()) {
            assignedTo = by;
        }
    }

    /** What was told to billing was refused for its codes. */
    void denied(String why, LocalDate due, Instant at) {
        openNextVersion("denied: " + why, null, due, at);
    }

    boolean isReleased() {
        return status == CaseStatus.RELEASED;
    }

    void requireRevision(@Nullable Revision expected) {
        Revision.requireMatch(expected, revision);
    }

    boolean hasCodes() {
        return !coding().isEmpty();
    }

    /** Whether it is still to be coded. */
    boolean isOpen() {
        return status == CaseStatus.READY || isInWork();
    }

    private boolean isInWork() {
        return status == CaseStatus.ASSIGNED || status == CaseStatus.IN_PROGRESS || status == CaseStatus.QUERY_OPEN;
    }

    CaseCoding coding() {
        return coding.coding();
    }

    List<Finding> findings() {
        return findings;
    }

    /** Whether nobody has it. */
    boolean isFree() {
        return assignedTo == null;
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

    CaseStatus status() {
        return status;
    }

    int version() {
        return version;
    }

    @Nullable
    String codedBy() {
        return codedBy;
    }

    CaseFacts facts(@Nullable LocalDate lastSeenOn) {
        return new CaseFacts(
                id,
                kind,
                encounter.setting(),
                encounter.id(),
                encounter.patientId(),
                encounter.governingDate(kind),
                encounter.documents(),
                lastSeenOn);
    }

    FinalCoding finalCoding() {
        return new FinalCoding(
                id,
                version,
                encounter.id(),
                Objects.requireNonNull(codedBy, "A finalized case has a coder"),
                Objects.requireNonNull(codedAt),
                encounter.governingDate(kind),
                encounter.services(),
                coding());
    }

    /** Of a released case. */
    CodingCaseVersion asVersion() {
        return new CodingCaseVersion(
                id,
                version,
                versionReason,
                versionBy,
                encounter.services(),
                coding(),
                findings,
                Objects.requireNonNull(codedBy),
                Objects.requireNonNull(codedAt));
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
                status,
                version,
                versionReason,
                versionBy,
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
                findings,
                warnings,
                notes,
                assignedTo,
                dueOn,
                hold,
                lease,
                codedBy,
                codedAt,
                passedThrough,
                releasedAt,
                createdAt,
                changedAt,
                revision);
    }

    private void openNextVersion(String reason, @Nullable String by, LocalDate due, Instant at) {
        moveTo(CaseStatus.IN_PROGRESS, at);
        version++;
        versionReason = reason;
        versionBy = by;
        versionOpenedAt = at;
        dueOn = due;
        passedThrough = false;
    }

    private void moveTo(CaseStatus step, Instant at) {
        if (!status.next().contains(step)) {
            throw notAllowed("become " + step.id());
        }
        status = step;
        changedAt = at;
    }

    private void requireFree(String editor, Instant at) {
        if (lease != null) {
            lease.requireFree(editor, at);
        }
    }

    private void requireNoHold() {
        if (hold != null) {
            throw new Problem(CodingProblem.CODING_CASE_HELD, "The case is on hold");
        }
    }

    private Problem notAllowed(String step) {
        return new Problem(
                CodingProblem.CODING_CASE_STEP_NOT_ALLOWED,
                "A coding case that is %s cannot %s".formatted(status.id(), step));
    }
}
