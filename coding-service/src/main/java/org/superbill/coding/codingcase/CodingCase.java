package org.superbill.coding.codingcase;

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
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.superbill.coderules.CodeSet;
import org.superbill.coderules.Encounter;
import org.superbill.coding.codecheck.Checked;
import org.superbill.coding.codecheck.Finding;
import org.superbill.coding.codecheck.Severity;
import org.superbill.coding.codesystem.CodeSystem;
import org.superbill.events.EncounterCoded;
import org.superbill.events.EncounterCompleted;
import org.superbill.servicekit.ids.Ids;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.revision.Revision;

/** One encounter on its way from completed to coded. */
@Entity
@Table(name = "coding_case")
class CodingCase {
    @Id
    private UUID id;

    @TenantId
    @Column(name = "organization_id")
    private String organizationId;

    @Column(name = "encounter_id")
    private UUID encounterId;

    @Column(name = "encounter_version")
    private int encounterVersion;

    @Column(name = "patient_id")
    private UUID patientId;

    @Column(name = "practitioner_id")
    private UUID practitionerId;

    @Column(name = "location_id")
    private UUID locationId;

    @Column(name = "coverage_ids")
    @JdbcTypeCode(SqlTypes.JSON)
    private List<UUID> coverageIds;

    @Column(name = "service_date")
    private LocalDate serviceDate;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Service> services;

    @Enumerated(EnumType.STRING)
    private CaseStatus status;

    private int version;

    @Column(name = "version_reason")
    private @Nullable String versionReason;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> diagnoses;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<CodedLine> lines;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Finding> findings;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> warnings;

    @Column(name = "assigned_to")
    private @Nullable String assignedTo;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Version
    private long revision;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected CodingCase() {}

    @SuppressWarnings("NullAway.Init") // the organization is Hibernate's to fill
    CodingCase(EncounterCompleted encounter, Instant at) {
        id = Ids.next();
        encounterId = encounter.encounterId();
        patientId = encounter.patientId();
        take(encounter);
        status = CaseStatus.READY;
        version = 1;
        diagnoses = List.of();
        lines = List.of();
        findings = List.of();
        warnings = List.of();
        createdAt = at;
        changedAt = at;
    }

    /** Late charges: what was told to billing stays as it was, the case goes on as the next version. A void case stays void. */
    void completedAgain(EncounterCompleted encounter, Instant at) {
        if (status == CaseStatus.VOID || encounter.version() <= encounterVersion) {
            return;
        }
        take(encounter);
        changedAt = at;
        if (status == CaseStatus.RELEASED) {
            openNextVersion("late charges", at);
        }
    }

    void voided(Instant at) {
        if (status != CaseStatus.VOID) {
            moveTo(CaseStatus.VOID, at);
        }
    }

    /** A case that is already in work changes hands without a step back. */
    void assign(String coder, Instant at) {
        if (status == CaseStatus.READY) {
            moveTo(CaseStatus.ASSIGNED, at);
        } else if (status != CaseStatus.ASSIGNED && status != CaseStatus.IN_PROGRESS) {
            throw notAllowed("be assigned");
        }
        assignedTo = coder;
        changedAt = at;
    }

    /** Whoever codes a case that nobody has taken takes it. */
    void code(List<String> newDiagnoses, List<CodedLine> newLines, String coder, Instant at) {
        if (status == CaseStatus.READY) {
            assign(coder, at);
        }
        if (status == CaseStatus.ASSIGNED) {
            moveTo(CaseStatus.IN_PROGRESS, at);
        }
        if (status != CaseStatus.IN_PROGRESS) {
            throw notAllowed("be coded");
        }
        diagnoses = newDiagnoses;
        lines = newLines;
        changedAt = at;
    }

    boolean hasCodes() {
        return !diagnoses.isEmpty() || !lines.isEmpty();
    }

    /** @param checked what the rules say about {@link #coding()} */
    void checked(Checked checked) {
        findings = checked.findings();
        warnings = checked.warnings();
    }

    /**
     * Nothing holds a coded case back yet, so it is released at once.
     *
     * @throws Problem {@code CODING_FINDINGS_OPEN}, {@code CODING_CASE_STEP_NOT_ALLOWED}
     */
    void finalizeCoding(Instant at) {
        if (status != CaseStatus.IN_PROGRESS) {
            throw notAllowed("be finalized");
        }
        var errors = findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(finding ->
                        new FieldError(finding.pointer(), finding.rule(), finding.message() + ". " + finding.fix()))
                .toList();
        if (!errors.isEmpty()) {
            throw new Problem(
                    CodingProblem.CODING_FINDINGS_OPEN, "%d findings are open".formatted(errors.size()), errors);
        }
        moveTo(CaseStatus.CODED, at);
        moveTo(CaseStatus.RELEASED, at);
    }

    void amend(String reason, Instant at) {
        if (status != CaseStatus.RELEASED) {
            throw notAllowed("be amended");
        }
        openNextVersion(reason, at);
    }

    void requireRevision(@Nullable Revision expected) {
        Revision.requireMatch(expected, revision);
    }

    /** What the rules look at. */
    CodeSet coding() {
        return new CodeSet(
                Encounter.professional(serviceDate),
                services.stream()
                        .map(service -> new CodeSet.Service(
                                service.lineNumber(), service.procedureCode(), service.units(), service.serviceDate()))
                        .toList(),
                diagnoses.stream().map(CodeSet.Diagnosis::icd10).toList(),
                lines.stream()
                        .map(line -> new CodeSet.Line(
                                line.lineNumber(),
                                line.procedureCode(),
                                line.modifiers(),
                                line.units(),
                                null,
                                line.diagnosisPointers()))
                        .toList(),
                List.of(),
                List.of());
    }

    EncounterCoded coded(String coder) {
        return new EncounterCoded(
                encounterId,
                version,
                id,
                patientId,
                practitionerId,
                locationId,
                coverageIds,
                serviceDate,
                diagnoses,
                lines.stream().map(this::codedLine).toList(),
                coder);
    }

    CodingCaseVersion asVersion(String coder, Instant at) {
        return new CodingCaseVersion(id, version, versionReason, services, diagnoses, lines, findings, coder, at);
    }

    CodingCaseView view() {
        return new CodingCaseView(
                id,
                encounterId,
                encounterVersion,
                patientId,
                status,
                version,
                versionReason,
                serviceDate,
                services,
                diagnoses.stream().map(CodeSystem.ICD_10_CM::display).toList(),
                lines,
                findings,
                warnings,
                assignedTo,
                createdAt,
                changedAt,
                revision);
    }

    private EncounterCoded.Line codedLine(CodedLine line) {
        var service = services.stream()
                .filter(candidate -> candidate.lineNumber() == line.lineNumber())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("A line without a service got past its rule"));
        return new EncounterCoded.Line(
                line.lineNumber(),
                line.procedureCode(),
                line.modifiers(),
                line.units(),
                service.chargeCents(),
                service.serviceDate(),
                line.diagnosisPointers());
    }

    private void take(EncounterCompleted encounter) {
        encounterVersion = encounter.version();
        practitionerId = encounter.practitionerId();
        locationId = encounter.locationId();
        coverageIds = encounter.coverageIds();
        serviceDate = encounter.serviceDate();
        services = Service.of(encounter);
    }

    private void openNextVersion(String reason, Instant at) {
        moveTo(CaseStatus.IN_PROGRESS, at);
        version++;
        versionReason = reason;
    }

    private void moveTo(CaseStatus step, Instant at) {
        if (!status.next().contains(step)) {
            throw notAllowed("become " + step.id());
        }
        status = step;
        changedAt = at;
    }

    private Problem notAllowed(String step) {
        return new Problem(
                CodingProblem.CODING_CASE_STEP_NOT_ALLOWED,
                "A coding case that is %s cannot %s".formatted(status.id(), step));
    }
}
