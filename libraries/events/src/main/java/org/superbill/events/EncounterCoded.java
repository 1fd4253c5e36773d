package org.superbill.events;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The codes of an encounter are final and it may be billed. Key: encounter id; {@code version} grows by one with each amendment of the
 * coding case: a stay has two cases, the professional one and the facility's, each with versions of its own.
 *
 * @param diagnoses ICD-10-CM codes without the dot, principal first; a professional coding may have more than the 12 of its claim (005010X222A1, loop 2300, HI), which takes those that lines point to
 * @param codedBy the subject of the coder's token
 * @param kind {@code facility}; absent: the professional case
 * @param setting as {@link EncounterCompleted#setting}
 * @param presentOnAdmission one for each diagnosis, {@code Y}, {@code N}, {@code U}, {@code W} or {@code 1} (exempt); absent outside of
 *     inpatient stays
 * @param procedures ICD-10-PCS of an inpatient stay, principal first
 * @param dutiesApart true when the organization does not let {@code codedBy} bill the encounter; absent: false
 * @param claimDetails as {@link EncounterCompleted#claimDetails}
 */
public record EncounterCoded(
        UUID encounterId,
        int version,
        UUID codingCaseId,
        UUID patientId,
        UUID practitionerId,
        UUID locationId,
        List<UUID> coverageIds,
        LocalDate serviceDate,
        List<String> diagnoses,
        List<Line> lines,
        String codedBy,
        @Nullable String kind,
        @Nullable String setting,
        @Nullable LocalDate admissionDate,
        @Nullable LocalDate dischargeDate,
        @Nullable List<String> presentOnAdmission,
        @Nullable List<Procedure> procedures,
        @Nullable Boolean dutiesApart,
        @Nullable ClaimDetails claimDetails)
        implements Event {

    public EncounterCoded {
        coverageIds = List.copyOf(coverageIds);
        diagnoses = List.copyOf(diagnoses);
        lines = List.copyOf(lines);
        presentOnAdmission = presentOnAdmission == null ? null : List.copyOf(presentOnAdmission);
        procedures = procedures == null ? null : List.copyOf(procedures);
    }

    /** The professional case of an office visit. */
    public EncounterCoded(
            UUID encounterId,
            int version,
            UUID codingCaseId,
            UUID patientId,
            UUID practitionerId,
            UUID locationId,
            List<UUID> coverageIds,
            LocalDate serviceDate,
            List<String> diagnoses,
            List<Line> lines,
            String codedBy) {
        this(
                encounterId,
                version,
                codingCaseId,
                patientId,
                practitionerId,
                locationId,
                coverageIds,
                serviceDate,
                diagnoses,
                lines,
                codedBy,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** Without more to say on its claim. */
    public EncounterCoded(
            UUID encounterId,
            int version,
            UUID codingCaseId,
            UUID patientId,
            UUID practitionerId,
            UUID locationId,
            List<UUID> coverageIds,
            LocalDate serviceDate,
            List<String> diagnoses,
            List<Line> lines,
            String codedBy,
            @Nullable String kind,
            @Nullable String setting,
            @Nullable LocalDate admissionDate,
            @Nullable LocalDate dischargeDate,
            @Nullable List<String> presentOnAdmission,
            @Nullable List<Procedure> procedures,
            @Nullable Boolean dutiesApart) {
        this(
                encounterId,
                version,
                codingCaseId,
                patientId,
                practitionerId,
                locationId,
                coverageIds,
                serviceDate,
                diagnoses,
                lines,
                codedBy,
                kind,
                setting,
                admissionDate,
                dischargeDate,
                presentOnAdmission,
                procedures,
                dutiesApart,
                null);
    }

    /** A part of it, as one claim of several says it. */
    public EncounterCoded with(List<String> someDiagnoses, List<Line> someLines, @Nullable List<String> theirPresence) {
        return new EncounterCoded(
                encounterId,
                version,
                codingCaseId,
                patientId,
                practitionerId,
                locationId,
                coverageIds,
                serviceDate,
                someDiagnoses,
                someLines,
                codedBy,
                kind,
                setting,
                admissionDate,
                dischargeDate,
                theirPresence,
                procedures,
                dutiesApart,
                claimDetails);
    }

    /** The same with something else to say on its claim. */
    public EncounterCoded saying(@Nullable ClaimDetails otherDetails) {
        return new EncounterCoded(
                encounterId,
                version,
                codingCaseId,
                patientId,
                practitionerId,
                locationId,
                coverageIds,
                serviceDate,
                diagnoses,
                lines,
                codedBy,
                kind,
                setting,
                admissionDate,
                dischargeDate,
                presentOnAdmission,
                procedures,
                dutiesApart,
                otherDetails);
    }

    /** The same to be billed to other coverages. */
    public EncounterCoded coveredBy(List<UUID> otherCoverageIds) {
        return new EncounterCoded(
                encounterId,
                version,
                codingCaseId,
                patientId,
                practitionerId,
                locationId,
                otherCoverageIds,
                serviceDate,
                diagnoses,
                lines,
                codedBy,
                kind,
                setting,
                admissionDate,
                dischargeDate,
                presentOnAdmission,
                procedures,
                dutiesApart,
                claimDetails);
    }

    /** The same of another version. */
    public EncounterCoded versioned(int otherVersion, @Nullable Boolean otherDutiesApart) {
        return new EncounterCoded(
                encounterId,
                otherVersion,
                codingCaseId,
                patientId,
                practitionerId,
                locationId,
                coverageIds,
                serviceDate,
                diagnoses,
                lines,
                codedBy,
                kind,
                setting,
                admissionDate,
                dischargeDate,
                presentOnAdmission,
                procedures,
                otherDutiesApart,
                claimDetails);
    }

    /** What its claim says besides its codes. */
    public ClaimDetails details() {
        return claimDetails == null ? ClaimDetails.NONE : claimDetails;
    }

    @Override
    public String subject() {
        return encounterId.toString();
    }

    /**
     * One service with its final codes.
     *
     * @param procedureCode empty on a facility's line that its revenue code alone tells (837I, SV202, which is situational)
     * @param chargeCents what the clinic charged for all units of the service
     * @param diagnosisPointers positions in {@code diagnoses}, from 1, most important first; one to four (SV107)
     * @param practitionerId who gave it; absent when it was the encounter's
     * @param details as {@link EncounterCompleted.Service#details}
     * @param recoded true when code or units are not those that the clinic charged, so that billing charges it by the fee schedule, where that has a price; never of a facility's; absent: false
     */
    public record Line(
            int lineNumber,
            String procedureCode,
            List<String> modifiers,
            BigDecimal units,
            long chargeCents,
            LocalDate serviceDate,
            List<Integer> diagnosisPointers,
            @Nullable UUID practitionerId,
            @Nullable ServiceDetails details,
            @Nullable Boolean recoded) {
        public Line {
            modifiers = List.copyOf(modifiers);
            diagnosisPointers = List.copyOf(diagnosisPointers);
        }

        /** Given by the encounter's practitioner. */
        public Line(
                int lineNumber,
                String procedureCode,
                List<String> modifiers,
                BigDecimal units,
                long chargeCents,
                LocalDate serviceDate,
                List<Integer> diagnosisPointers) {
            this(lineNumber, procedureCode, modifiers, units, chargeCents, serviceDate, diagnosisPointers, null);
        }

        /** Without more to say on the claim. */
        public Line(
                int lineNumber,
                String procedureCode,
                List<String> modifiers,
                BigDecimal units,
                long chargeCents,
                LocalDate serviceDate,
                List<Integer> diagnosisPointers,
                @Nullable UUID practitionerId) {
            this(
                    lineNumber,
                    procedureCode,
                    modifiers,
                    units,
                    chargeCents,
                    serviceDate,
                    diagnosisPointers,
                    practitionerId,
                    null);
        }

        /** With the code and the units that the clinic charged. */
        public Line(
                int lineNumber,
                String procedureCode,
                List<String> modifiers,
                BigDecimal units,
                long chargeCents,
                LocalDate serviceDate,
                List<Integer> diagnosisPointers,
                @Nullable UUID practitionerId,
                @Nullable ServiceDetails details) {
            this(
                    lineNumber,
                    procedureCode,
                    modifiers,
                    units,
                    chargeCents,
                    serviceDate,
                    diagnosisPointers,
                    practitionerId,
                    details,
                    null);
        }

        /** The same among other diagnoses. */
        public Line pointing(List<Integer> otherPointers) {
            return with(lineNumber, chargeCents, otherPointers);
        }

        /** The same under another number. */
        public Line numbered(int otherNumber) {
            return with(otherNumber, chargeCents, diagnosisPointers);
        }

        /** The same at another charge for all units. */
        public Line charged(long otherCents) {
            return with(lineNumber, otherCents, diagnosisPointers);
        }

        private Line with(int number, long cents, List<Integer> pointers) {
            return new Line(
                    number,
                    procedureCode,
                    modifiers,
                    units,
                    cents,
                    serviceDate,
                    pointers,
                    practitionerId,
                    details,
                    recoded);
        }

        public boolean wasRecoded() {
            return Boolean.TRUE.equals(recoded);
        }

        /** What a payer names it by: the procedure, else the revenue code (835, SVC01). */
        public String billedCode() {
            var revenueCode = more().revenueCode();
            return procedureCode.isEmpty() && revenueCode != null ? revenueCode : procedureCode;
        }

        /** What the claim says of it besides its codes. */
        public ServiceDetails more() {
            return details == null ? ServiceDetails.NONE : details;
        }
    }

    /**
     * A procedure of an inpatient stay.
     *
     * @param code ICD-10-PCS, seven characters
     * @param practitionerId who performed it; absent when it was the encounter's
     */
    public record Procedure(
            String code, LocalDate date, @Nullable UUID practitionerId) {}
}
