package org.superbill.events;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a claim says of an encounter besides its codes, where the encounter calls for it; a list that is absent is empty. Part of
 * {@link EncounterCompleted} and, unchanged, of {@link EncounterCoded}. Source: 005010X222A1 and 005010X223A2, loop 2300.
 *
 * @param referringProvider who sent the patient (loop 2310A, DN; 837I 2310F)
 * @param supervisingProvider who supervised whoever gave the services (loop 2310D)
 * @param billedUnder whom the claim names as rendering in place of the encounter's practitioner
 * @param dates of the illness and of the patient's absence
 * @param referralNumber REF*9F
 * @param priorAuthorizationNumber REF*G1
 * @param note NTE*ADD, at most 80 characters
 * @param patientPaidCents what the patient paid towards the claim (AMT*F5)
 * @param delayReason CLM20
 * @param institutional what only a facility's claim says
 * @param attachments documents that go with the claim (PWK), at most ten
 * @param epsdtReferral to what a Medicaid screening of a child has led (CRC*ZZ), at most three of {@code AV} available and refused, {@code S2} under treatment, {@code ST} new
 *     services requested; or {@code NU} alone, no referral
 */
public record ClaimDetails(
        @Nullable Provider referringProvider,
        @Nullable Provider supervisingProvider,
        @Nullable BilledUnder billedUnder,
        @Nullable Accident accident,
        @Nullable List<DateOf> dates,
        @Nullable String referralNumber,
        @Nullable String priorAuthorizationNumber,
        @Nullable String note,
        @Nullable Long patientPaidCents,
        @Nullable String delayReason,
        @Nullable Ambulance ambulance,
        @Nullable Institutional institutional,
        @Nullable List<Attachment> attachments,
        @Nullable List<String> epsdtReferral) {
    /** Nothing to say. */
    public static final ClaimDetails NONE =
            new ClaimDetails(null, null, null, null, null, null, null, null, null, null, null, null);

    public ClaimDetails {
        dates = copy(dates);
        attachments = copy(attachments);
        epsdtReferral = copy(epsdtReferral);
    }

    /** Without attachments and screening. */
    public ClaimDetails(
            @Nullable Provider referringProvider,
            @Nullable Provider supervisingProvider,
            @Nullable BilledUnder billedUnder,
            @Nullable Accident accident,
            @Nullable List<DateOf> dates,
            @Nullable String referralNumber,
            @Nullable String priorAuthorizationNumber,
            @Nullable String note,
            @Nullable Long patientPaidCents,
            @Nullable String delayReason,
            @Nullable Ambulance ambulance,
            @Nullable Institutional institutional) {
        this(
                referringProvider,
                supervisingProvider,
                billedUnder,
                accident,
                dates,
                referralNumber,
                priorAuthorizationNumber,
                note,
                patientPaidCents,
                delayReason,
                ambulance,
                institutional,
                null,
                null);
    }

    /** The same of another stay. */
    public ClaimDetails with(@Nullable Institutional otherStay) {
        return new ClaimDetails(
                referringProvider,
                supervisingProvider,
                billedUnder,
                accident,
                dates,
                referralNumber,
                priorAuthorizationNumber,
                note,
                patientPaidCents,
                delayReason,
                ambulance,
                otherStay,
                attachments,
                epsdtReferral);
    }

    /** The same where the patient has paid something else. */
    public ClaimDetails patientPaid(@Nullable Long cents) {
        return new ClaimDetails(
                referringProvider,
                supervisingProvider,
                billedUnder,
                accident,
                dates,
                referralNumber,
                priorAuthorizationNumber,
                note,
                cents,
                delayReason,
                ambulance,
                institutional,
                attachments,
                epsdtReferral);
    }

    /**
     * A document that supports the claim (PWK).
     *
     * @param reportType PWK01, what kind of document it is
     * @param transmission PWK02: {@code AA} on request, {@code BM} by mail, {@code EL} electronic, {@code EM} e-mail, {@code FT} file
     *     transfer, {@code FX} fax
     * @param controlNumber PWK06, by which the payer finds it; absent only where it is sent on request
     */
    public record Attachment(
            String reportType,
            String transmission,
            @Nullable String controlNumber) {}

    static <T> @Nullable List<T> copy(@Nullable List<T> list) {
        return list == null ? null : List.copyOf(list);
    }

    /** A person that a claim names and who need not belong to the practice. */
    public record Provider(
            String npi,
            String lastName,
            @Nullable String firstName,
            @Nullable String middleName,
            @Nullable String taxonomyCode) {}

    /**
     * Services of one that are billed under another.
     *
     * @param reason {@code incident-to} (42 CFR 410.26), {@code reciprocal} (modifier Q5) or {@code fee-for-time} (modifier Q6)
     */
    public record BilledUnder(String reason, Provider provider) {}

    /**
     * CLM11, with the day and the number of what happened.
     *
     * @param causes of {@code auto}, {@code employment} and {@code other}, at most two
     * @param state of an auto accident, two letters
     * @param date DTP*439
     * @param claimNumber by which a workers' compensation, auto or liability insurer knows the injury (REF*Y4)
     */
    public record Accident(
            List<String> causes,
            @Nullable String state,
            @Nullable LocalDate date,
            @Nullable String claimNumber) {
        public Accident {
            causes = List.copyOf(causes);
        }

        /** No property and casualty insurer knows of it. */
        public Accident(List<String> causes, @Nullable String state, @Nullable LocalDate date) {
            this(causes, state, date, null);
        }
    }

    /**
     * A DTP segment.
     *
     * @param kind {@code onset}, {@code initial-treatment}, {@code last-seen}, {@code acute-manifestation}, {@code last-menstrual-period},
     *     {@code last-x-ray}, {@code vision-prescription}, {@code disability}, {@code last-worked}, {@code return-to-work},
     *     {@code care-assumed}, {@code care-relinquished} or {@code first-contact}
     * @param through last day of a disability; absent while it goes on
     */
    public record DateOf(
            String kind, LocalDate date, @Nullable LocalDate through) {}

    /**
     * A transport (CR1, CRC*07, loops 2310E and 2310F).
     *
     * @param transportReason CR104, A to E
     * @param miles loaded, CR106
     * @param conditions CRC03 to CRC07
     * @param patientCount when more than one was transported (QTY*PT)
     */
    public record Ambulance(
            @Nullable Integer weightPounds,
            String transportReason,
            BigDecimal miles,
            @Nullable String roundTripPurpose,
            @Nullable String stretcherPurpose,
            @Nullable List<String> conditions,
            Address pickUp,
            Address dropOff,
            @Nullable String dropOffName,
            @Nullable Integer patientCount) {
        public Ambulance {
            conditions = copy(conditions);
        }
    }

    /**
     * What the UB-04 asks for.
     *
     * @param typeOfBill the first two digits after the leading zero, e.g. {@code 13} (CLM05-1); the frequency is the claim's
     * @param admissionType CL101, one digit
     * @param admissionSource CL102
     * @param patientStatus CL103, two digits
     * @param admissionHour 0 to 23
     * @param dischargeHour 0 to 23
     * @param reasonsForVisit ICD-10-CM without the dot, at most three
     * @param externalCauses ICD-10-CM without the dot, at most twelve
     */
    public record Institutional(
            String typeOfBill,
            String admissionType,
            @Nullable String admissionSource,
            String patientStatus,
            @Nullable Integer admissionHour,
            @Nullable Integer dischargeHour,
            @Nullable String admittingDiagnosis,
            @Nullable List<String> reasonsForVisit,
            @Nullable List<String> externalCauses,
            @Nullable List<String> conditionCodes,
            @Nullable List<Occurrence> occurrences,
            @Nullable List<Occurrence> occurrenceSpans,
            @Nullable List<Value> values,
            @Nullable Provider attendingProvider,
            @Nullable Provider operatingProvider,
            @Nullable Provider otherOperatingProvider) {
        public Institutional {
            reasonsForVisit = copy(reasonsForVisit);
            externalCauses = copy(externalCauses);
            conditionCodes = copy(conditionCodes);
            occurrences = copy(occurrences);
            occurrenceSpans = copy(occurrenceSpans);
            values = copy(values);
        }

        /** The same under other conditions. */
        public Institutional withConditions(@Nullable List<String> otherCodes) {
            return new Institutional(
                    typeOfBill,
                    admissionType,
                    admissionSource,
                    patientStatus,
                    admissionHour,
                    dischargeHour,
                    admittingDiagnosis,
                    reasonsForVisit,
                    externalCauses,
                    otherCodes,
                    occurrences,
                    occurrenceSpans,
                    values,
                    attendingProvider,
                    operatingProvider,
                    otherOperatingProvider);
        }
    }

    /** An occurrence code with its day, or an occurrence span code with both its days. */
    public record Occurrence(
            String code, LocalDate date, @Nullable LocalDate through) {}

    /** A value code; {@code amount} is money or a count, as the code says. */
    public record Value(String code, BigDecimal amount) {}
}
