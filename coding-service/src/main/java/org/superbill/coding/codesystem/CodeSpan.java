package org.superbill.coding.codesystem;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A code with one text over the days on which active releases have it so.
 *
 * @param from first day
 * @param to last day, or null while no release ends it
 */
public record CodeSpan(
        CodeSystem system,
        String code,
        boolean billable,
        String display,
        String longDescription,
        LocalDate from,
        @Nullable LocalDate to) {
    CodeSpan until(@Nullable LocalDate last) {
        return new CodeSpan(system, code, billable, display, longDescription, from, last);
    }

    /** Whether it has ended before a day. */
    boolean isOver(LocalDate day) {
        return to != null && to.isBefore(day);
    }
}
