package org.superbill.coding.codesystem;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a code on a day.
 *
 * @param code stored form, without the dot
 * @param validity whether it may be used on that day
 * @param release the release in force on that day, or null when there is none
 * @param display short description; empty when the code is unknown
 * @param warnings e.g. that the release in force is past its year
 */
public record CodeStatus(
        CodeSystem system,
        String code,
        LocalDate on,
        Validity validity,
        boolean billable,
        @Nullable String release,
        String display,
        String longDescription,
        @Nullable String parent,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        List<String> warnings) {

    /** Whether a code may be used on a day. */
    public enum Validity {
        /** In the release in force and within the code's own dates. */
        VALID,
        /** Another release has it, or its own dates do not cover the day. */
        NOT_ON_THIS_DATE,
        /** No active release has it. */
        UNKNOWN
    }

    public CodeStatus {
        warnings = List.copyOf(warnings);
    }

    public boolean known() {
        return validity != Validity.UNKNOWN;
    }

    public boolean valid() {
        return validity == Validity.VALID;
    }
}
