package org.superbill.patient.encounter;

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
import java.util.Optional;
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
import org.superbill.servicekit.revision.ReplacedWhole;

/** What was done for a patient on a day. How far that is on its way to money is told by others: {@link Progress}. */
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
    @Mutability(ReplacedWhole.class)
    private List<UUID> coverageIds;

    /** By a person; else they are the patient's of the day, as they are known when it is completed. */
    @Column(name = "coverages_named")
    private boolean coveragesNamed;

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
    @Mutability(ReplacedWhole.class)
    private List<ServiceLine> services;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(ReplacedWhole.class)
    private @Nullable List<EnteredDiagnosis> diagnoses;

    @Column(name = "claim_details")
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private @Nullable ClaimDetails claimDetails;

    @Column(name = "completed_at")
    private @Nullable Instant completedAt;

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
        this.coveragesNamed = details.coverageIds() != null;
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
        status = status.moveTo(EncounterStatus.IN_PROGRESS);
    }

    /**
     * Its services, diagnoses, coverages, discharge and what its claim says besides are these. Told again with others, or when its record has got a further
     * document, it is a further version.
     *
     * @param payingFirstToLast its coverages, whether the completion names them or not
     * @param hasNewDocuments since it was completed last
     * @return whether anything is new
     * @throws Problem {@code ENCOUNTER_STEP_NOT_ALLOWED}
     */
    boolean complete(
            List<ServiceLine> lines,
            CompletionDetails details,
            List<UUID> payingFirstToLast,
            boolean hasNewDocuments,
            Instant at) {
        coveragesNamed |= details.coverageIds() != null;
        var isSame = lines.equals(services)
                && Objects.equals(details.diagnoses(), diagnoses)
                && Objects.equals(details.dischargeDate(), dischargeDate)
                && (details.claimDetails() == null || details.claimDetails().equals(claimDetails))
                && payingFirstToLast.equals(coverageIds)
                && !hasNewDocuments;
        if (version > 0 && isSame && !status.isFinal()) {
            return false;
        }
        status = status.moveTo(EncounterStatus.COMPLETED);
        version++;
        services = List.copyOf(lines);
        coverageIds = List.copyOf(payingFirstToLast);
        diagnoses = details.diagnoses() == null ? null : List.copyOf(details.diagnoses());
        dischargeDate = details.dischargeDate();
        claimDetails = details.claimDetails() == null ? claimDetails : details.claimDetails();
        completedAt = at;
        return true;
    }

    /** @throws Problem {@code ENCOUNTER_STEP_NOT_ALLOWED} */
    void cancel(String reason) {
        status = status.moveTo(EncounterStatus.VOID);
        voidReason = reason;
    }

    UUID id() {
        return id;
    }

    UUID patientId() {
        return patientId;
    }

    LocalDate serviceDate() {
        return serviceDate;
    }

    List<UUID> coverageIds() {
        return coverageIds;
    }

    boolean coveragesNamed() {
        return coveragesNamed;
    }

    /** Empty until it is. */
    Optional<Instant> completedAt() {
        return Optional.ofNullable(completedAt);
    }

    /** Whether others have heard of it and may still hear more. */
    boolean isToldOf() {
        return version > 0 && !status.isFinal();
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
     * @param completedBy the subject of the token of who completed it; null where it is told again
     */
    EncounterCompleted completed(List<EncounterCompleted.Document> documents, @Nullable String completedBy) {
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
