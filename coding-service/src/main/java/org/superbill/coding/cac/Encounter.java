package org.superbill.coding.cac;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an encounter beside its notes.
 *
 * @param on the day whose rules hold: discharge for an inpatient, else the date of service
 * @param ageYears full years, null when unknown
 */
public record Encounter(
        Setting setting,
        LocalDate on,
        @Nullable Sex sex,
        @Nullable Integer ageYears) {

    /** Of the patient, as far as codes depend on it. */
    public enum Sex {
        FEMALE,
        MALE
    }
}
