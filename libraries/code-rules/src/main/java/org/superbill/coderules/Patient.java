package org.superbill.coderules;

import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * What rules may know of a patient.
 *
 * @param ageYears on the first day of the encounter, for who does not say the birth date; the birth date wins
 */
public record Patient(
        @Nullable Sex sex,
        @Nullable LocalDate birthDate,
        @Nullable Integer ageYears) {
    public static final Patient UNKNOWN = new Patient(null, null, null);

    /** In completed years; null when nothing is known of it or the birth date is later. */
    public @Nullable Integer ageOn(LocalDate day) {
        if (birthDate == null) {
            return ageYears;
        }
        return birthDate.isAfter(day)
                ? null
                : (Integer) Period.between(birthDate, day).getYears();
    }
}
