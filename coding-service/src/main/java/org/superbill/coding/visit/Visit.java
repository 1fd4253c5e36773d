package org.superbill.coding.visit;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An outpatient visit as far as its procedures depend on it.
 *
 * @param text the note
 * @param on the date of service
 * @param ageYears full years, or null when unknown
 * @param lastSeenOn when a practitioner of the same specialty and group last saw the patient face to face; null when never, or not known
 * @param firstVisit whether it is known that there was no such visit; null when that is not known
 * @param medicare whether Medicare's own codes hold
 * @param problems what the visit dealt with
 */
public record Visit(
        String text,
        LocalDate on,
        @Nullable Integer ageYears,
        @Nullable LocalDate lastSeenOn,
        @Nullable Boolean firstVisit,
        boolean medicare,
        List<Problem> problems) {

    public Visit {
        problems = List.copyOf(problems);
    }

    /**
     * A condition that was dealt with.
     *
     * @param code ICD-10-CM, without the dot
     * @param words what the note says, and what stands around it
     */
    public record Problem(String code, String words) {}
}
