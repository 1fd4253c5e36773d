package org.superbill.coderules.facts;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/** Descriptions of codes as words. */
final class Words {
    private Words() {}

    /** Equal for two descriptions that differ by nothing but accents, case, blanks and punctuation. */
    static String plain(String description) {
        var letters = new StringBuilder(description.length());
        var decomposed = isAscii(description) ? description : Normalizer.normalize(description, Normalizer.Form.NFD);
        for (var i = 0; i < decomposed.length(); i++) {
            var c = lowerCase(decomposed.charAt(i));
            if (isLetterOrDigit(c)) {
                letters.append(c);
            }
        }
        return letters.toString();
    }

    /** In lower case, in their order, singular and plural alike. By hand, since a start of the service asks for a hundred thousand descriptions. */
    static List<String> of(String description) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        for (var i = 0; i <= description.length(); i++) {
            var c = i == description.length() ? ' ' : lowerCase(description.charAt(i));
            if (isLetterOrDigit(c) || c == '\'') {
                word.append(c);
            } else if (!word.isEmpty()) {
                var length = word.length();
                words.add(
                        length > 3 && word.charAt(length - 1) == 's' ? word.substring(0, length - 1) : word.toString());
                word.setLength(0);
            }
        }
        return words;
    }

    private static boolean isAscii(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }

    private static char lowerCase(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }
}
