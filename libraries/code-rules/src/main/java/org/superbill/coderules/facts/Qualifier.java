package org.superbill.coderules.facts;

import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.superbill.coderules.CodeRange;

/** Reads which codes of its ranges a note means: {@code with fifth or sixth character 1-4 or 6}, {@code with .51-.52}, {@code with final characters -23}. */
final class Qualifier {
    private static final Pattern CHARACTER = Pattern.compile(
            "with (4th|fourth|5th|fifth|6th|sixth|7th|seventh|fifth or sixth|fifth or six) character \\.?([0-9A-Z](?:-[0-9])?(?: or [0-9A-Z])?)\\s*$");
    private static final Pattern FIFTH_AND_SIXTH = Pattern.compile("with fifth to sixth characters ([0-9]{2})\\s*$");
    private static final Pattern AFTER_THE_DOT = Pattern.compile("with ((?:\\.[0-9]+-?[,. ]*)+)$");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern ENDING = Pattern.compile("with final characters -([0-9]+)\\s*$");
    private static final Pattern ANY = Pattern.compile("\\bwith\\b");
    /** From 0. */
    private static final Map<String, Integer> PLACES =
            Map.of("4th", 3, "fourth", 3, "5th", 4, "fifth", 4, "6th", 5, "sixth", 5, "7th", 6, "seventh", 6);

    private static final int CATEGORY = 3;
    private static final int FIFTH = 4;
    private static final int SIXTH = 5;

    private Qualifier() {}

    /** Empty when the text means all codes of its ranges. What it means otherwise and cannot be read is no code, lest a rule finds too much. */
    static Optional<CodeRange.Only> of(String text) {
        return character(text)
                .or(() -> fifthAndSixth(text))
                .or(() -> afterTheDot(text))
                .or(() -> ending(text))
                .or(() -> ANY.matcher(text).find() ? Optional.of(code -> false) : Optional.empty());
    }

    private static Optional<CodeRange.Only> character(String text) {
        var character = CHARACTER.matcher(text);
        if (!character.find()) {
            return Optional.empty();
        }
        var allowed = characters(character.group(2));
        var place = PLACES.get(character.group(1));
        return Optional.of(place == null ? intent(allowed) : code -> has(code, place, allowed));
    }

    private static Optional<CodeRange.Only> fifthAndSixth(String text) {
        var both = FIFTH_AND_SIXTH.matcher(text);
        if (!both.find()) {
            return Optional.empty();
        }
        var characters = both.group(1);
        return Optional.of(code -> code.startsWith(characters, FIFTH));
    }

    /** {@code .51-.52} is from the one to the other, {@code .14, .24, .94} is each of them. */
    private static Optional<CodeRange.Only> afterTheDot(String text) {
        var dot = AFTER_THE_DOT.matcher(text);
        if (!dot.find()) {
            return Optional.empty();
        }
        var endings =
                DIGITS.matcher(dot.group(1)).results().map(MatchResult::group).toList();
        if (dot.group(1).contains("-.")) {
            var range = new CodeRange(endings.get(0), endings.get(endings.size() - 1), null);
            return Optional.of(code -> range.contains(afterCategory(code)));
        }
        return Optional.of(code -> endings.stream().anyMatch(afterCategory(code)::startsWith));
    }

    private static Optional<CodeRange.Only> ending(String text) {
        var ending = ENDING.matcher(text);
        if (!ending.find()) {
            return Optional.empty();
        }
        var characters = ending.group(1);
        return Optional.of(code -> code.endsWith(characters));
    }

    private static String afterCategory(String code) {
        return code.substring(Math.min(CATEGORY, code.length()));
    }

    /** The intent of a poisoning stands in the sixth place, or, where that is empty (X), in the fifth. Source: tabular list, T36-T65. */
    private static CodeRange.Only intent(String allowed) {
        return code -> code.length() > SIXTH && code.charAt(SIXTH) != 'X'
                ? has(code, SIXTH, allowed)
                : has(code, FIFTH, allowed);
    }

    private static boolean has(String code, int place, String allowed) {
        return code.length() > place && allowed.indexOf(code.charAt(place)) >= 0;
    }

    /** {@code 1-4 or 6} becomes {@code 12346}. */
    private static String characters(String list) {
        var all = new StringBuilder();
        for (var part : list.split(" or ")) {
            for (var c = part.charAt(0); c <= part.charAt(part.length() - 1); c++) {
                all.append(c);
            }
        }
        return all.toString();
    }
}
