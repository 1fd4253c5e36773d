package org.superbill.coderules.facts;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Descriptions of codes as words. */
final class Words {
    private Words() {}

    /** Equal for two descriptions that differ by nothing but accents, case, blanks and punctuation. */
    static String plain(String description) {
        var letters = new StringBuilder(description.length());
        Normalizer.normalize(description, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .chars()
                .filter(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
                .forEach(c -> letters.append((char) c));
        return letters.toString();
    }

    /** In lower case, in their order, singular and plural alike. */
    static List<String> of(String description) {
        var words = new ArrayList<String>();
        for (var word : description.toLowerCase(Locale.ROOT).split("[^a-z0-9']+")) {
            if (!word.isEmpty()) {
                words.add(word.length() > 3 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word);
            }
        }
        return words;
    }
}
