package org.superbill.coding.search;

import java.util.Set;

/** Marks in a text the words that match: {@code <em>} around them, all else escaped for HTML. */
final class Highlight {
    private Highlight() {}

    static String of(String text, Set<String> stems) {
        var words = new Words();
        var marked = new StringBuilder();
        var start = 0;
        for (var i = 0; i <= text.length(); i++) {
            var inWord = i < text.length() && isOfWord(text.charAt(i));
            if (!inWord) {
                word(marked, text.substring(start, i), stems, words);
                if (i < text.length()) {
                    escape(marked, text.substring(i, i + 1));
                }
                start = i + 1;
            }
        }
        return marked.toString();
    }

    private static void word(StringBuilder marked, String word, Set<String> stems, Words words) {
        var matches = Words.telling(word).stream().map(words::stem).anyMatch(stems::contains);
        if (matches) {
            marked.append("<em>");
        }
        escape(marked, word);
        if (matches) {
            marked.append("</em>");
        }
    }

    private static boolean isOfWord(char c) {
        return Character.isLetterOrDigit(c) || c == '\'';
    }

    private static void escape(StringBuilder marked, String text) {
        marked.append(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    }
}
