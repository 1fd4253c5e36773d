package org.superbill.coding.codesystem;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A code that took the place of others.
 *
 * @param from the first of the codes replaced, stored form
 * @param to the last of them; equal to {@code from} for one code, and with {@link #AND_ALL_UNDER} at its end where all that begin with it are meant
 * @param replacedBy stored form
 * @param togetherWith what is published, where several codes together became the one; else null
 * @param effectiveOn first day of the code that took the place
 */
public record Replacement(
        String from, String to, String replacedBy, @Nullable String togetherWith, LocalDate effectiveOn) {
    /** Sorts after every character of a code. */
    public static final String AND_ALL_UNDER = "~";
}
