package org.superbill.coding.codingcase;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;
import org.superbill.coderules.ClaimForm;
import org.superbill.coderules.CodeSet;
import org.superbill.coderules.Encounter;
import org.superbill.coderules.Patient;
import org.superbill.coderules.Policy;
import org.superbill.coderules.Setting;
import org.superbill.coding.codecheck.UnrelatedConditions;
import org.superbill.events.ClaimDetails;
import org.superbill.events.CodingAudited;
import org.superbill.events.EncounterCoded;
import org.superbill.events.EncounterCompleted;
import org.superbill.servicekit.ids.Ids;
import org.superbill.servicekit.revision.ReplacedWhole;

/** What a case knows of its encounter, as it was completed last. */
@Embeddable
class CaseEncounter {
    @Column(name = "encounter_id")
    private UUID id;

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
    @Mutability(ReplacedWhole.class)
    private List<UUID> coverageIds;

    /** The first of them, once more, since worklists ask for it. */
    @Column(name = "primary_coverage_id")
    private @Nullable UUID primaryCoverageId;

    @Column(name = "service_date")
    private LocalDate serviceDate;

    @Enumerated(EnumType.STRING)
    private CareSetting setting;

    @Column(name = "admission_date")
    private @Nullable LocalDate admissionDate;

    @Column(name = "discharge_date")
    private @Nullable LocalDate dischargeDate;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(ReplacedWhole.class)
    private List<Service> services;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(ReplacedWhole.class)
    private List<CaseDocument> documents;

    @Column(name = "charge_cents")
    private long chargeCents;

    @Column(name = "claim_content")
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private @Nullable ClaimContent claimContent;

    @Column(name = "completed_by")
    private @Nullable String completedBy;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected CaseEncounter() {}

    CaseEncounter(EncounterCompleted completed, CaseKind kind) {
        id = completed.encounterId();
        encounterVersion = completed.version();
        patientId = completed.patientId();
        practitionerId = completed.practitionerId();
        locationId = completed.locationId();
        coverageIds = completed.coverageIds();
        primaryCoverageId = coverageIds.isEmpty() ? null : coverageIds.get(0);
        serviceDate = completed.serviceDate();
        setting = CareSetting.of(completed.setting());
        admissionDate = completed.admissionDate();
        dischargeDate = completed.dischargeDate();
        services = Service.of(completed, kind);
        documents = CaseDocument.of(completed, List.of(), false);
        chargeCents = services.stream().mapToLong(Service::chargeCents).sum();
        claimContent = ClaimContent.of(completed);
        completedBy = completed.completedBy();
    }

    /** As it is completed again. @param late whether its new documents are to be seen before codes are final */
    CaseEncounter again(EncounterCompleted completed, CaseKind kind, boolean late) {
        var next = new CaseEncounter(completed, kind);
        next.documents = CaseDocument.of(completed, documents, late);
        return next;
    }

    /** The same completion is told again: its record has got a document since. @return whether there is a new one */
    boolean toldAgain(EncounterCompleted completed, boolean late) {
        var told = CaseDocument.of(completed, documents, late);
        var isNew = completed.version() == encounterVersion && told.size() > documents.size();
        documents = isNew ? told : documents;
        return isNew;
    }

    /** @return whether it has such a document that nobody had seen yet */
    boolean seen(UUID documentId, String by, Instant at) {
        var isUnseen = documents.stream().anyMatch(document -> document.id().equals(documentId) && document.isUnseen());
        documents = documents.stream()
                .map(document -> document.id().equals(documentId) ? document.seen(by, at) : document)
                .toList();
        return isUnseen;
    }

    /** What came late, and nobody has seen yet, but for these. */
    List<CaseDocument> unseen(Set<UUID> known) {
        return documents.stream()
                .filter(document -> document.isUnseen() && !known.contains(document.id()))
                .toList();
    }

    /** Why a case of it goes on: so that who coded it before knows what to look at. */
    String newsSince(CaseEncounter before) {
        var charges = !services.equals(before.services);
        var late = documents.stream().anyMatch(document -> !before.documents.contains(document) || document.isUnseen());
        if (late) {
            return charges ? "late charges and documents" : "late documents";
        }
        return charges ? "late charges" : "completed again";
    }

    /**
     * The same encounter as it was at another time.
     *
     * @param then its days; those of today when null, since they were not always kept
     */
    CaseEncounter with(List<Service> otherServices, @Nullable CaseDays then) {
        return of(id, patientId, then == null ? days() : then, otherServices);
    }

    /** One that never was, for practice. */
    static CaseEncounter invented(CaseDays days, List<Service> services) {
        return of(Ids.next(), Ids.next(), days, services);
    }

    private static CaseEncounter of(UUID id, UUID patientId, CaseDays days, List<Service> services) {
        var encounter = new CaseEncounter();
        encounter.id = id;
        encounter.patientId = patientId;
        encounter.setting = days.setting();
        encounter.serviceDate = days.serviceDate();
        encounter.admissionDate = days.admissionDate();
        encounter.dischargeDate = days.dischargeDate();
        encounter.services = services;
        return encounter;
    }

    CaseDays days() {
        return new CaseDays(setting, serviceDate, admissionDate, dischargeDate);
    }

    boolean isInpatient(CaseKind kind) {
        return days().areOfAnInpatient(kind);
    }

    LocalDate governingDate(CaseKind kind) {
        return days().governing(kind);
    }

    /** Where lines go by their own day, the last of them. */
    LocalDate lastGoverningDate(CaseKind kind) {
        var first = governingDate(kind);
        return isInpatient(kind)
                ? first
                : services.stream()
                        .map(Service::serviceDate)
                        .filter(first::isBefore)
                        .max(Comparator.naturalOrder())
                        .orElse(first);
    }

    /** What the rules look at; a line that says its own day is judged by that. */
    CodeSet forRules(CaseCoding coding, CaseKind kind, Patient patient, Policy policy) {
        var encounter = new Encounter(
                isInpatient(kind) ? Setting.INPATIENT : Setting.OUTPATIENT,
                kind == CaseKind.FACILITY ? ClaimForm.INSTITUTIONAL : ClaimForm.PROFESSIONAL,
                isInpatient(kind) && admissionDate != null ? admissionDate : serviceDate,
                dischargeDate,
                patient,
                policy);
        return new CodeSet(
                encounter,
                services.stream()
                        .map(service -> new CodeSet.Service(
                                service.lineNumber(), service.procedureCode(), service.units(), service.serviceDate()))
                        .toList(),
                coding.forRules(),
                coding.lines().stream().map(CodedLine::forRules).toList(),
                coding.procedures().stream()
                        .map(procedure -> new CodeSet.Procedure(procedure.code(), procedure.date()))
                        .toList(),
                coding.unrelatedConditions().stream()
                        .map(UnrelatedConditions::accepted)
                        .toList());
    }

    EncounterCoded.Line told(CodedLine line, CaseKind kind) {
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
                line.serviceDate() == null ? service.serviceDate() : line.serviceDate(),
                line.diagnosisPointers(),
                line.practitionerId() == null ? service.practitionerId() : line.practitionerId(),
                claimContent == null ? null : claimContent.services().get(line.lineNumber()),
                service.isCharged(line, kind) ? null : true);
    }

    /** @param then the case as it was finalized */
    CodingAudited.Line audited(CodedLine line, FinalCoding then) {
        var service = then.services().stream()
                .filter(candidate -> candidate.lineNumber() == line.lineNumber())
                .findFirst();
        var details = claimContent == null ? null : claimContent.services().get(line.lineNumber());
        return new CodingAudited.Line(
                line.lineNumber(),
                line.procedureCode(),
                line.modifiers(),
                line.units(),
                then.chargeCents(line),
                line.serviceDate() == null ? service.map(Service::serviceDate).orElse(serviceDate) : line.serviceDate(),
                details == null ? null : details.placeOfService());
    }

    UUID id() {
        return id;
    }

    int version() {
        return encounterVersion;
    }

    UUID patientId() {
        return patientId;
    }

    UUID practitionerId() {
        return practitionerId;
    }

    /** Whom the clinic has named with it, or with a service of it. */
    Set<UUID> practitioners() {
        return Stream.concat(
                        Stream.of(practitionerId),
                        services.stream().map(Service::practitionerId).flatMap(Stream::ofNullable))
                .collect(Collectors.toSet());
    }

    UUID locationId() {
        return locationId;
    }

    List<UUID> coverageIds() {
        return coverageIds;
    }

    @Nullable
    UUID primaryCoverageId() {
        return primaryCoverageId;
    }

    LocalDate serviceDate() {
        return serviceDate;
    }

    CareSetting setting() {
        return setting;
    }

    @Nullable
    LocalDate admissionDate() {
        return admissionDate;
    }

    @Nullable
    LocalDate dischargeDate() {
        return dischargeDate;
    }

    List<Service> services() {
        return services;
    }

    List<CaseDocument> documents() {
        return documents;
    }

    long chargeCents() {
        return chargeCents;
    }

    @Nullable
    ClaimDetails claimDetails() {
        return claimContent == null ? null : claimContent.details();
    }

    /** Who completed it, or the service where the event does not say. */
    String completedBy() {
        return completedBy == null ? "patient-service" : completedBy;
    }
}
