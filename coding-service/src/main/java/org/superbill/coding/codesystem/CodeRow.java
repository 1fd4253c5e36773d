package org.superbill.coding.codesystem;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One code of one release.
 *
 * @param code stored form: upper case, no dot
 * @param billable false for a header, which only groups the codes under it
 * @param display the short description
 * @param longDescription equal to {@code display} where the source has only one
 * @param validFrom the code's own first day, or null when it is as old as the release
 * @param validTo the code's own last day, or null when it has none
 * @param parent the header that the code stands under, or null; found out when a release is loaded, unless the file says it
 * @param attributes what else the file says of the code, a JSON object with its keys in alphabetical order, or null
 */
public record CodeRow(
        String code,
        boolean billable,
        String display,
        String longDescription,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String parent,
        @Nullable String attributes) {

    /** Of a code of which only this is known. */
    public CodeRow(
            String code,
            boolean billable,
            String display,
            String longDescription,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {
        this(code, billable, display, longDescription, validFrom, validTo, null, null);
    }

    public CodeRow under(@Nullable String header) {
        return new CodeRow(code, billable, display, longDescription, validFrom, validTo, header, attributes);
    }

    /** @param json an object with its keys in alphabetical order, or null */
    public CodeRow with(@Nullable String json) {
        return new CodeRow(code, billable, display, longDescription, validFrom, validTo, parent, json);
    }

    /** Whether the code's own dates, first and last day included, cover a day. */
    boolean covers(LocalDate on) {
        return (validFrom == null || !on.isBefore(validFrom)) && (validTo == null || !on.isAfter(validTo));
    }
}
