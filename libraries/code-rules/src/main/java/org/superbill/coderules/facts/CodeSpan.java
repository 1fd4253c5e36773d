package org.superbill.coderules.facts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A code as it was over some days.
 *
 * @param code stored form
 * @param description the long one
 * @param to the last day; null while there is none
 */
public record CodeSpan(
        String code,
        boolean billable,
        String description,
        LocalDate from,
        @Nullable LocalDate to) {
    boolean covers(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
}
