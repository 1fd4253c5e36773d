package org.superbill.patient.field;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How text that people typed is tidied before it is judged. Each of these lets a missing value through, which is the business of
 * validation afterwards.
 */
public final class Texts {
    private Texts() {}

    /** Without the blanks around it: X12 has none at an element's end. */
    public static String trimmed(String value) {
        return value == null ? value : value.strip();
    }

    /** Without the blanks around it; absent when nothing else is there. */
    public static @Nullable String trimmedOrAbsent(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** A code as code lists write it. */
    public static String code(String value) {
        return value == null ? value : value.strip().toUpperCase(Locale.ROOT);
    }

    /** Without what people put between digits: 33111-0000, (305) 555-2222, 58-7654321. Letters stay, to be refused. */
    public static String digits(String value) {
        return value == null ? value : value.replaceAll("[\\s().-]", "");
    }

    /** As {@link #digits}; absent when nothing else is there. */
    public static @Nullable String digitsOrAbsent(@Nullable String value) {
        var present = trimmedOrAbsent(value);
        return present == null ? null : digits(present);
    }
}
