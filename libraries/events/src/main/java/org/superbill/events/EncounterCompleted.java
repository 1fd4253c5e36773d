package org.superbill.events;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An encounter is over. Key: encounter id; {@code version} grows by one with each late charge.
 *
 * @param coverageIds primary first; empty for a patient who pays alone
 * @param setting {@code office}, {@code facility-outpatient}, {@code emergency} or {@code inpatient}; absent: as {@code office}. All but
 *     an office visit are a stay that a facility bills too
 * @param dischargeDate absent while it is not known; a stay's codes are judged by it
 * @param diagnoses as the clinician entered them, principal first; absent when the clinician entered none
 * @param documents what the record holds of the encounter; the texts stay with patient-service
 * @param completedBy the subject of the token of who completed it
 * @param claimDetails absent when its claim has nothing more to say
 */
public record EncounterCompleted(
        UUID encounterId,
        int version,
        UUID patientId,
        UUID practitionerId,
        UUID locationId,
        List<UUID> coverageIds,
        LocalDate serviceDate,
        List<Service> services,
        @Nullable String setting,
        @Nullable LocalDate admissionDate,
        @Nullable LocalDate dischargeDate,
        @Nullable List<Diagnosis> diagnoses,
        @Nullable List<Document> documents,
        @Nullable String completedBy,
        @Nullable ClaimDetails claimDetails)
        implements Event {

    public EncounterCompleted {
        coverageIds = List.copyOf(coverageIds);
        services = List.copyOf(services);
        diagnoses = diagnoses == null ? null : List.copyOf(diagnoses);
        documents = documents == null ? null : List.copyOf(documents);
    }

    /** An office visit of which the clinician entered no diagnoses. */
    public EncounterCompleted(
            UUID encounterId,
            int version,
            UUID patientId,
            UUID practitionerId,
            UUID locationId,
            List<UUID> coverageIds,
            LocalDate serviceDate,
            List<Service> services) {
        this(
                encounterId,
                version,
                patientId,
                practitionerId,
                locationId,
                coverageIds,
                serviceDate,
                services,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** Without more to say on its claim. */
    public EncounterCompleted(
            UUID encounterId,
            int version,
            UUID patientId,
            UUID practitionerId,
            UUID locationId,
            List<UUID> coverageIds,
            LocalDate serviceDate,
            List<Service> services,
            @Nullable String setting,
            @Nullable LocalDate admissionDate,
            @Nullable LocalDate dischargeDate,
            @Nullable List<Diagnosis> diagnoses,
            @Nullable List<Document> documents,
            @Nullable String completedBy) {
        this(
                encounterId,
                version,
                patientId,
                practitionerId,
                locationId,
                coverageIds,
                serviceDate,
                services,
                setting,
                admissionDate,
                dischargeDate,
                diagnoses,
                documents,
                completedBy,
                null);
    }

    @Override
    public String subject() {
        return encounterId.toString();
    }

    /**
     * One service as the clinic entered it.
     *
     * @param lineNumber from 1, unique in the encounter
     * @param procedureCode CPT or HCPCS Level II; empty on a facility's service that its revenue code alone tells
     * @param modifiers at most four
     * @param units above zero
     * @param diagnosisPointers positions in the encounter's {@code diagnoses}, from 1; absent when the clinician gave none
     * @param practitionerId who gave it; absent when it was the encounter's
     * @param billedBy {@code professional} or {@code facility}; absent: {@code professional}
     * @param details absent when the claim has nothing more to say of it
     */
    public record Service(
            int lineNumber,
            String procedureCode,
            List<String> modifiers,
            BigDecimal units,
            long chargeCents,
            LocalDate serviceDate,
            @Nullable List<Integer> diagnosisPointers,
            @Nullable UUID practitionerId,
            @Nullable String billedBy,
            @Nullable ServiceDetails details) {
        public Service {
            modifiers = List.copyOf(modifiers);
            diagnosisPointers = diagnosisPointers == null ? null : List.copyOf(diagnosisPointers);
        }

        /** A professional's service without pointers, given by the encounter's practitioner. */
        public Service(
                int lineNumber,
                String procedureCode,
                List<String> modifiers,
                BigDecimal units,
                long chargeCents,
                LocalDate serviceDate) {
            this(lineNumber, procedureCode, modifiers, units, chargeCents, serviceDate, null, null, null, null);
        }

        /** Without more to say on the claim. */
        public Service(
                int lineNumber,
                String procedureCode,
                List<String> modifiers,
                BigDecimal units,
                long chargeCents,
                LocalDate serviceDate,
                @Nullable List<Integer> diagnosisPointers,
                @Nullable UUID practitionerId,
                @Nullable String billedBy) {
            this(
                    lineNumber,
                    procedureCode,
                    modifiers,
                    units,
                    chargeCents,
                    serviceDate,
                    diagnosisPointers,
                    practitionerId,
                    billedBy,
                    null);
        }
    }

    /**
     * A diagnosis as the clinician entered it.
     *
     * @param code ICD-10-CM without the dot
     * @param presentOnAdmission {@code Y}, {@code N}, {@code U}, {@code W} or {@code 1} (exempt); absent outside of inpatient stays
     */
    public record Diagnosis(String code, @Nullable String presentOnAdmission) {}

    /**
     * A document of the record.
     *
     * @param kind e.g. {@code progress-note}, {@code operative-report}, {@code discharge-summary}
     * @param sha256 of its text, hexadecimal
     * @param createdBy the subject of the token of who added it; absent in what was told before this was
     * @param createdAt when; absent as that
     */
    public record Document(
            UUID id,
            String kind,
            String sha256,
            @Nullable String createdBy,
            @Nullable Instant createdAt) {
        /** Of which nobody says who added it. */
        public Document(UUID id, String kind, String sha256) {
            this(id, kind, sha256, null, null);
        }
    }
}
