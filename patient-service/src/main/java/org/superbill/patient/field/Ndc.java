package org.superbill.patient.field;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The National Drug Code in the eleven digits that claims carry: five, four and two. A label's ten digits become eleven by a zero before
 * the part that is short, which only the hyphens tell. Source: 45 CFR 162.1002; 005010X222A1, loop 2410, LIN03.
 */
public final class Ndc {
    private static final Pattern WITH_HYPHENS = Pattern.compile("([0-9]{4,5})-([0-9]{3,4})-([0-9]{1,2})");

    private Ndc() {}

    /** Eleven digits where the hyphens tell them, else as it was, for validation to refuse. */
    public static @Nullable String elevenDigits(@Nullable String value) {
        if (value == null) {
            return null;
        }
        var parts = WITH_HYPHENS.matcher(value.strip());
        if (!parts.matches() || parts.group().length() < 12) {
            return value.strip();
        }
        return padded(parts.group(1), 5) + padded(parts.group(2), 4) + padded(parts.group(3), 2);
    }

    private static String padded(String digits, int length) {
        return "0".repeat(length - digits.length()) + digits;
    }
}
