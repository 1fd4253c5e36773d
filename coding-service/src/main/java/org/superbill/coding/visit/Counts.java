package org.superbill.coding.visit;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** How many things of a kind a note speaks of, in digits or in words. */
final class Counts {
    private static final List<String> WORDS = List.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty");

    /** A number that counts: neither a measure nor a time nor a step of the procedure. */
    private static final String DIGITS_OR_WORD = "((?:\\d{1,3}|(?:" + String.join("|", WORDS) + "))\\b)"
            + "(?![.,]\\d|[- ]?(?:mm|cm|mg|ml|cc|%|/|-\\d|x\\b|y/?o\\b|yrs?|years?|months?|weeks?|days?|hours?|min\\w*|sec\\w*|cycles?|freeze|times?|passes|sutures?|units?))";

    private static final String NUMBER = "(?<![\\w.#/-])" + DIGITS_OR_WORD;

    private static final Pattern TOTAL = Pattern.compile(
            "(?i)\\b(?:total(?: of)?|altogether|in all)[ :]+%1$s|%1$s(?: \\w+)? (?:in )?total\\b".formatted(NUMBER));
    private static final Pattern AT_A_PLACE =
            Pattern.compile("(?i)%s(?: (?:on|of|at|over|to|from))(?: (?:the|his|her|left|right)\\b)".formatted(NUMBER));

    private final Pattern before;
    private final Pattern behind;

    /** @param noun a pattern for the things, one or several */
    Counts(String noun) {
        before = Pattern.compile(
                "(?i)%s(?:[ -]+(?!and\\b|or\\b|of\\b|on\\b)[a-z]+){0,3}?[ -]+(?:%s)\\b".formatted(NUMBER, noun));
        behind = Pattern.compile("(?i)\\b(?:%s)\\b,? ?(?:[x\\u00d7] ?|\\(|: ?)%s".formatted(noun, DIGITS_OR_WORD));
    }

    /** What words say of how many; empty where they say nothing of it. The numbers of several places are added up. */
    OptionalInt in(String words) {
        var total = TOTAL.matcher(words);
        if (total.find()) {
            return OptionalInt.of(number(total.group(1) == null ? total.group(2) : total.group(1)));
        }
        var named = sum(before, words) + sum(behind, words);
        var first = before.matcher(words);
        var placed = named > 0 && first.find() ? sum(AT_A_PLACE, words.substring(first.end())) : 0;
        return named == 0 ? OptionalInt.empty() : OptionalInt.of(named == placed ? named : named + placed);
    }

    private static int sum(Pattern pattern, String words) {
        return pattern.matcher(words)
                .results()
                .mapToInt(found -> number(found.group(1)))
                .sum();
    }

    static int number(String said) {
        var word = WORDS.indexOf(said.toLowerCase(Locale.ROOT));
        return word >= 0 ? word : Integer.parseInt(said);
    }
}
