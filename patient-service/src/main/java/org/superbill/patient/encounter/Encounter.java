package org.superbill.patient.encounter;

import static org.superbill.patient.encounter.EncounterProblem.ENCOUNTER_STEP_NOT_ALLOWED;

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
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;
import org.superbill.events.EncounterCompleted;
import org.superbill.events.EncounterVoided;
import org.superbill.servicekit.problem.Problem;

/** What was done for a patient on a day, and how far it is on its way to money. */
@Entity
@Table(name = "encounter")
class Encounter {
    @Id
    private UUID id;

    @TenantId
    @Column(name = "organization_id")
    private @Nullable String organizationId;

    @Column(name = "patient_id")
    private UUID patientId;

    @Column(name = "practitioner_id")
    private UUID practitionerId;

    @Column(name = "location_id")
    private UUID locationId;

    @Column(name = "service_date")
    private LocalDate serviceDate;

    @Column(name = "coverage_ids")
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<UUID> coverageIds;

    @Enumerated(EnumType.STRING)
    private @Nullable Setting setting;

    @Column(name = "admission_date")
    private @Nullable LocalDate admissionDate;

    @Column(name = "discharge_date")
    private @Nullable LocalDate dischargeDate;

    @Enumerated(EnumType.STRING)
    private EncounterStatus status;

    private int version;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private List<ServiceLine> services;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private @Nullable List<EnteredDiagnosis> diagnoses;

    @Column(name = "claim_details")
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private @Nullable ClaimDetails claimDetails;

    @Column(name = "completed_at")
    private @Nullable Instant completedAt;

    /** When the last claim went out, by the clock of the one who told it. */
    @Column(name = "submitted_at")
    private @Nullable Instant submittedAt;

    @Column(name = "void_reason")
    private @Nullable String voidReason;

    @Version
    private long revision;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it
    protected Encounter() {}

    Encounter(UUID id, EncounterDetails details, List<UUID> coverageIds) {
        this.id = id;
        this.patientId = details.patientId();
        this.practitionerId = details.practitionerId();
        this.locationId = details.locationId();
        this.serviceDate = details.serviceDate();
        this.coverageIds = List.copyOf(coverageIds);
        this.setting = details.setting();
        this.admissionDate = details.admissionDate();
        this.claimDetails = details.claimDetails();
        this.status = details.initialStatus();
        this.services = List.of();
    }

    /** @throws Problem {@code ENCOUNTER_STEP_NOT_ALLOWED} */
    void start() {
        if (status == EncounterStatus.IN_PROGRESS) {
            return;
        }
        moveTo(EncounterStatus.IN_PROGRESS);
    }

    /**
     * Its services, diagnoses, discharge and what its claim says besides are these. Told again with others, they are late charges and a further version.
     *
     * @return whether anything is new
     * @throws Problem {@code ENCOUNTER_STEP_NOT_ALLOWED}
     */
    boolean complete(
            List<ServiceLine> lines,
            @Nullable List<EnteredDiagnosis> entered,
            @Nullable LocalDate discharge,
            @Nullable ClaimDetails details,
            Instant at) {
        var isSame = lines.equals(services)
                && Objects.equals(entered, diagnoses)
                && Objects.equals(discharge, dischargeDate)
                && (details == null || details.equals(claimDetails));
        if (version > 0 && isSame && !status.isFinal()) {
            return false;
        }
        moveTo(EncounterStatus.COMPLETED);
        version++;
        services = List.copyOf(lines);
        diagnoses = entered == null ? null : List.copyOf(entered);
        dischargeDate = discharge;
        claimDetails = details == null ? claimDetails : details;
        completedAt = at;
        return true;
    }

    /** @throws Problem {@code ENCOUNTER_STEP_NOT_ALLOWED} */
    void cancel(String reason) {
        moveTo(EncounterStatus.VOID);
        voidReason = reason;
    }

    /**
     * News travels on several topics: of a coding that is older than the late charges, or than the claim made of it, the status
     * must not fall back. The facility's case of a stay is a journey of its own and says nothing of this status.
     *
     * @param lineNumbers what has been coded
     * @param at when coding told it
     */
    void coded(List<Integer> lineNumbers, Instant at) {
        var isOfAllServices = services.stream()
                .filter(service -> service.isBilledBy(BilledBy.PROFESSIONAL))
                .map(ServiceLine::lineNumber)
                .allMatch(lineNumbers::contains);
        if (isOfAllServices && !status.isFinal()) {
            var isBilledAlready = submittedAt != null && !submittedAt.isBefore(at);
            moveTo(isBilledAlready ? EncounterStatus.BILLED : EncounterStatus.CODED);
        }
    }

    /** @param at when billing told it */
    void submitted(Instant at) {
        submittedAt = submittedAt == null || at.isAfter(submittedAt) ? at : submittedAt;
        var waitsForLateCharges = status == EncounterStatus.COMPLETED && version > 1;
        if (!status.isFinal() && !waitsForLateCharges) {
            moveTo(EncounterStatus.BILLED);
        }
    }

    /** Closes when nothing is owed on any claim, and opens again when something is. */
    void settled(boolean allClaims) {
        if (status == EncounterStatus.BILLED && allClaims) {
            moveTo(EncounterStatus.CLOSED);
        } else if (status == EncounterStatus.CLOSED && !allClaims) {
            moveTo(EncounterStatus.BILLED);
        }
    }

    private void moveTo(EncounterStatus step) {
        if (!status.next().contains(step)) {
            throw new Problem(
                    ENCOUNTER_STEP_NOT_ALLOWED,
                    "An encounter that is %s cannot become %s".formatted(status.text(), step.text()));
        }
        status = step;
    }

    UUID id() {
        return id;
    }

    LocalDate serviceDate() {
        return serviceDate;
    }

    /** The first day of a stay, else the day of the visit. */
    LocalDate begin() {
        return admissionDate == null ? serviceDate : admissionDate;
    }

    EncounterStatus status() {
        return status;
    }

    int version() {
        return version;
    }

    List<ServiceLine> services() {
        return services;
    }

    long revision() {
        return revision;
    }

    /**
     * @param documents what the record holds of it
     * @param completedBy the subject of the token of who completed it
     */
    EncounterCompleted completed(List<EncounterCompleted.Document> documents, String completedBy) {
        return new EncounterCompleted(
                id,
                version,
                patientId,
                practitionerId,
                locationId,
                coverageIds,
                serviceDate,
                services.stream().map(ServiceLine::told).toList(),
                setting == null ? null : setting.text(),
                admissionDate,
                dischargeDate,
                diagnoses == null
                        ? null
                        : diagnoses.stream().map(EnteredDiagnosis::told).toList(),
                documents.isEmpty() ? null : documents,
                completedBy,
                claimDetails == null ? null : claimDetails.told());
    }

    EncounterVoided voided() {
        return new EncounterVoided(id, voidReason == null ? "" : voidReason);
    }

    EncounterView view() {
        return new EncounterView(
                id,
                patientId,
                practitionerId,
                locationId,
                serviceDate,
                coverageIds,
                setting,
                admissionDate,
                dischargeDate,
                status,
                version,
                services,
                diagnoses,
                claimDetails,
                completedAt,
                voidReason,
                revision);
    }
}
