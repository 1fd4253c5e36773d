package org.superbill.coderules;

import org.jspecify.annotations.Nullable;

/**
 * Codes that a note names: from a code to a code, with all that is under both, and perhaps only those with certain characters.
 *
 * @param from stored form, without dashes
 * @param to equals {@code from} where the note names one code
 * @param only null when all of the range are meant
 */
public record CodeRange(String from, String to, @Nullable Only only) {

    /** Which codes of a range are meant. */
    public interface Only {
        boolean test(String code);
    }

    public boolean contains(String code) {
        return code.compareTo(from) >= 0
                && (code.compareTo(to) <= 0 || code.startsWith(to))
                && (only == null || only.test(code));
    }

    /** As it is written: {@code E08-E13}. */
    public String written() {
        var first = Terminology.ICD_10_CM.written(from);
        return from.equals(to) ? first : first + "-" + Terminology.ICD_10_CM.written(to);
    }
}
