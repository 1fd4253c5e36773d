package org.superbill.coding.codingquery;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The words of a question, as rules compare them. */
final class Words {
    /** They say nothing of which condition is meant. */
    private static final Set<String> SMALL = Set.of(
            "a", "an", "and", "as", "at", "by", "due", "for", "in", "is", "of", "on", "or", "the", "to", "was", "with");

    private Words() {}

    /** Title, question and options, each with its pointer. */
    static <T> Stream<T> ofAsking(QueryText text, BiFunction<String, String, T> use) {
        return Stream.concat(
                Stream.of(use.apply("/title", text.title()), use.apply("/question", text.question())),
                IntStream.range(0, text.options().size())
                        .mapToObj(i -> use.apply(
                                "/options/%d/text".formatted(i),
                                text.options().get(i).text())));
    }

    /** Whether a text has every word of a phrase, in any order; the small ones do not count. */
    static boolean hasAll(String text, String phrase) {
        var there = of(text);
        var wanted = of(phrase);
        return !wanted.isEmpty() && there.containsAll(wanted);
    }

    private static List<String> of(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty() && !SMALL.contains(word))
                .toList();
    }
}
