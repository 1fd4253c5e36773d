package org.superbill.coding.search;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What may be the number of a code, or its beginning, among what was typed. */
final class CodeNumber {
    /** At least one digit: words have none, codes have. */
    private static final Pattern LIKE_A_CODE = Pattern.compile("(?=.*[0-9])[0-9A-Z]{2,13}");

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    /** An injury's code that lacks the placeholders before its 7th character: S67.01A. */
    private static final Pattern SEVENTH_CHARACTER_TOO_EARLY = Pattern.compile("[A-Z][0-9][0-9A-Z][0-9A-Z]{0,2}[A-S]");

    /** Of ICD-10-CM and of most others: a letter, a digit and one more. */
    private static final Pattern CATEGORY = Pattern.compile("[A-Z][0-9][0-9A-Z].*");

    /** The bones of the spine, and what lies between them: C5, T12, S1. */
    private static final Pattern VERTEBRA = Pattern.compile("C[1-8]|T[1-9]|T1[0-2]|L[1-5]|S[1-5]");

    private static final int INJURY_LENGTH = 7;
    private static final int LONG = 5;

    private CodeNumber() {}

    static List<String> tokens(String text) {
        return BLANKS.splitAsStream(text.strip()).toList();
    }

    static boolean isLike(String token) {
        return LIKE_A_CODE.matcher(stored(token)).matches();
    }

    static String stored(String token) {
        return token.replace(".", "").toUpperCase(Locale.ROOT);
    }

    /** Whether it is as long as a category at least, and has the form of one. */
    static boolean isCategory(String stored) {
        return CATEGORY.matcher(stored).matches();
    }

    /** Longer than a figure among words is. */
    static boolean isLong(String stored) {
        return stored.length() >= LONG;
    }

    static boolean isVertebra(String token) {
        return VERTEBRA.matcher(stored(token)).matches();
    }

    /** With placeholders X before the last character, as 7-character codes have them. Source: ICD-10-CM Official Guidelines, I.A.4. */
    static Optional<String> withPlaceholders(String stored) {
        if (!SEVENTH_CHARACTER_TOO_EARLY.matcher(stored).matches()) {
            return Optional.empty();
        }
        var last = stored.length() - 1;
        return Optional.of(
                stored.substring(0, last) + "X".repeat(INJURY_LENGTH - stored.length()) + stored.charAt(last));
    }
}
