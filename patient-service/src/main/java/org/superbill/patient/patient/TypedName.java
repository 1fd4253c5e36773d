package org.superbill.patient.patient;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What somebody typed to find a patient by name: {@code LOPEZ, María}, {@code o'brien}, {@code smi}. Each of its words is the beginning of a
 * word of the patient's names, in any order. Names are registered in the letters A to Z (X12), so that accents fall away here.
 */
final class TypedName {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s,;]+");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^a-z0-9]+");

    /** Letters that are no letter with an accent to Unicode. */
    private static final Map<String, String> WRITTEN_AS =
            Map.of("ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "ł", "l", "đ", "d", "ð", "d", "þ", "th", "ı", "i");

    private TypedName() {}

    /** As they are stored: small letters and digits, {@code obrien}. None where nothing but marks was typed. */
    static List<String> words(String typed) {
        return Arrays.stream(BETWEEN_WORDS.split(typed))
                .map(TypedName::folded)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    private static String folded(String word) {
        var plain = ACCENTS.matcher(Normalizer.normalize(word, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        for (var letter : WRITTEN_AS.entrySet()) {
            plain = plain.replace(letter.getKey(), letter.getValue());
        }
        return NEITHER_LETTER_NOR_DIGIT.matcher(plain).replaceAll("");
    }
}
