package org.superbill.coderules;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What rules know of an encounter besides its codes.
 *
 * @param serviceDate the (first) date of service; of an inpatient the day of admission
 * @param dischargeDate of an inpatient, when known
 * @param policy of the organization
 */
public record Encounter(
        Setting setting,
        ClaimForm form,
        LocalDate serviceDate,
        @Nullable LocalDate dischargeDate,
        Patient patient,
        Policy policy) {

    /** An office visit, of which nothing but its date is known. */
    public static Encounter professional(LocalDate serviceDate) {
        return new Encounter(
                Setting.OUTPATIENT, ClaimForm.PROFESSIONAL, serviceDate, null, Patient.UNKNOWN, Policy.STRICT);
    }

    /** A stay, for the facility's claim. */
    public static Encounter inpatient(LocalDate admission, LocalDate discharge) {
        return new Encounter(
                Setting.INPATIENT, ClaimForm.INSTITUTIONAL, admission, discharge, Patient.UNKNOWN, Policy.STRICT);
    }

    public Encounter of(Patient known) {
        return new Encounter(setting, form, serviceDate, dischargeDate, known, policy);
    }

    public Encounter under(Policy other) {
        return new Encounter(setting, form, serviceDate, dischargeDate, patient, other);
    }

    public boolean inpatient() {
        return setting == Setting.INPATIENT;
    }

    /** The day that says which ICD-10 codes and rules hold: of an inpatient the discharge, else the date of service. */
    public LocalDate diagnosisDate() {
        return inpatient() && dischargeDate != null ? dischargeDate : serviceDate;
    }
}
