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
 * @param kind of the name that matched best
 * @param name that name, where it is not the description
 */
record Hit(
        CodeSystem system,
        String code,
        boolean billable,
        Laterality laterality,
        String chapter,
        String display,
        String longDescription,
        LocalDate from,
        @Nullable LocalDate to,
        float score,
        NameKind kind,
        @Nullable String name) {

    boolean validOn(LocalDate on) {
        return !on.isBefore(from) && (to == null || !on.isAfter(to));
    }
}
