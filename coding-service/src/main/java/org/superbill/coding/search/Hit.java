package org.superbill.coding.search;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codesystem.CodeSystem;

/**
 * A code that was found.
 *
 * @param code stored form
 * @param to null while no release ends it
 * @param score for comparing hits of one search only
 */
record Hit(
        CodeSystem system,
        String code,
        boolean billable,
        String display,
        String longDescription,
        LocalDate from,
        @Nullable LocalDate to,
        float score) {

    boolean validOn(LocalDate on) {
        return !on.isBefore(from) && (to == null || !on.isAfter(to));
    }
}
