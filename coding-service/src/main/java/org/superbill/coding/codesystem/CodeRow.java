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
 */
record CodeRow(
        String code,
        boolean billable,
        String display,
        String longDescription,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo) {}
