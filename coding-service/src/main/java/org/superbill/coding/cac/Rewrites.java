package org.superbill.coding.cac;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.superbill.coding.notetext.Token;
import org.superbill.coding.notetext.Tokens;

/** Abbreviations and everyday phrases, put into the words of the code systems; the longest phrase wins. */
final class Rewrites {
    private static final String CAPITALS = "upper";
    private static final String NEVER = "none";
    private static final String PAST = "past";

    /**
     * @param capitals holds only when it is written so
     * @param past holds only under a heading of what was before: "AVR" is a lead of an ECG elsewhere
     */
    private record Rewrite(List<String> from, List<String> to, boolean capitals, boolean past) {}

    /** A stretch of tokens and what it says; the tokens' own plain words where nothing is rewritten. */
    record Rewritten(List<String> words, int first, int behindLast) {}

    private final Map<String, List<Rewrite>> byFirstWord = new HashMap<>();

    /** @param rows phrase, what it says, and where it holds */
    Rewrites(List<String[]> rows) {
        for (var row : rows) {
            var condition = row.length > 2 ? row[2] : "";
            if (!condition.equals(NEVER)) {
                var from = written(row[0]);
                byFirstWord
                        .computeIfAbsent(from.get(0), word -> new ArrayList<>())
                        .add(new Rewrite(from, plainWords(row[1]), condition.equals(CAPITALS), condition.equals(PAST)));
            }
        }
        byFirstWord
                .values()
                .forEach(list -> list.sort(Comparator.comparingInt(
                                (Rewrite rewrite) -> rewrite.from().size())
                        .reversed()));
    }

    static Rewrites shipped() {
        return new Rewrites(DataFile.rows("cac/rewrites.tsv"));
    }

    /** As a note's words are told apart: "w/o" is one. */
    private static List<String> written(String phrase) {
        return Tokens.of(phrase).stream()
                .filter(Token::isWord)
                .map(token -> Words.american(Words.plain(token.text())))
                .toList();
    }

    /** The words of a phrase; it is told apart by hand, since 300,000 terms are read at a start. */
    static List<String> plainWords(String phrase) {
        var words = new ArrayList<String>();
        var at = 0;
        while (at < phrase.length()) {
            if (!Character.isLetterOrDigit(phrase.charAt(at))) {
                at++;
                continue;
            }
            var end = at;
            while (end < phrase.length()
                    && (Character.isLetterOrDigit(phrase.charAt(end)) || isPossessive(phrase, end))) {
                end++;
            }
            words.add(Words.plain(phrase.substring(at, end)));
            at = end;
        }
        return words;
    }

    private static boolean isPossessive(String phrase, int at) {
        return phrase.charAt(at) == '\'' && at + 1 < phrase.length() && Character.isLetter(phrase.charAt(at + 1));
    }

    /** The text in other words, from left to right. Marks come as themselves. @param past whether it stands under a heading of what was before */
    List<Rewritten> apply(List<Token> tokens, boolean past) {
        var said = new ArrayList<Rewritten>();
        var at = 0;
        while (at < tokens.size()) {
            var rewritten = at(tokens, at, past);
            said.add(rewritten);
            at = rewritten.behindLast();
        }
        return said;
    }

    private Rewritten at(List<Token> tokens, int at, boolean past) {
        var token = tokens.get(at);
        var plain = token.isWord() ? Words.plain(token.text()) : token.text();
        if (at > 0 && tokens.get(at - 1).text().equals("%")) {
            return new Rewritten(List.of(plain), at, at + 1); // "91% RA" is room air
        }
        for (var rewrite : byFirstWord.getOrDefault(Words.american(plain), List.of())) {
            var behind = rewrite.past() && !past ? 0 : matched(rewrite, tokens, at);
            if (behind > 0) {
                return new Rewritten(rewrite.to(), at, behind);
            }
        }
        return new Rewritten(List.of(plain), at, at + 1);
    }

    /** @return the index behind the phrase, or 0 when it is not there */
    private static int matched(Rewrite rewrite, List<Token> tokens, int at) {
        var next = at;
        for (var word : rewrite.from()) {
            while (next > at && next < tokens.size() && isJoint(tokens.get(next))) {
                next++;
            }
            if (next >= tokens.size()
                    || !Words.american(Words.plain(tokens.get(next).text())).equals(word)
                    || (rewrite.capitals() && !isCapital(tokens.get(next).text()))) {
                return 0;
            }
            next++;
        }
        return next;
    }

    /** "H. pylori" and "end-stage" are as good as "H pylori" and "end stage". */
    private static boolean isJoint(Token token) {
        return token.text().equals(".") || token.text().equals("-");
    }

    private static boolean isCapital(String text) {
        return Character.isUpperCase(text.charAt(0)) && (text.length() == 1 || Character.isUpperCase(text.charAt(1)));
    }
}
