package org.superbill.billing.paperform;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.Map;

/** A text in the letters that the form's font has (Courier, Latin 1): a name must print, and be recognised, whatever alphabet it comes from. */
final class PrintedText {
    private static final String MARKS = "\\p{M}+";
    /** Letters and punctuation that do not decompose. */
    private static final Map<String, String> ALIKE = Map.of(
            "\u0141", "L", "\u0110", "D", "\u0126", "H", "\u0166", "T", "\u0152", "OE", "\u2018", "'", "\u2019", "'",
            "\u2010", "-", "\u2013", "-", "\u2014", "-");

    private static final String UNKNOWN = "?";

    private PrintedText() {}

    static String of(String text) {
        var printed = new StringBuilder(text.length());
        Normalizer.normalize(text.strip().toUpperCase(Locale.ROOT), Form.NFC)
                .codePoints()
                .forEach(letter -> printed.append(isInFont(letter) ? Character.toString(letter) : alike(letter)));
        return printed.toString();
    }

    private static String alike(int letter) {
        var base = Normalizer.normalize(Character.toString(letter), Form.NFKD).replaceAll(MARKS, "");
        var known = ALIKE.getOrDefault(base, base);
        return !known.isEmpty() && known.codePoints().allMatch(PrintedText::isInFont) ? known : UNKNOWN;
    }

    private static boolean isInFont(int letter) {
        return letter >= ' ' && letter <= '~' || letter >= '\u00C0' && letter <= '\u00FF';
    }
}
