package org.superbill.coding.codingquery;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The words of a question, as rules compare them. */
final class Words {
    /** They say nothing of which condition is meant. */
    private static final Set<String> SMALL = Set.of(
            "a",
            "an",
            "and",
            "as",
            "at",
            "by",
            "due",
            "for",
            "in",
            "is",
            "of",
            "on",
            "or",
            "the",
            "to",
            "was",
            "with",
            "growth",
            "finding",
            "findings",
            "result",
            "results");

    /** Not of "abscess", "pelvis" or "thrombus". */
    private static final Pattern PLURAL = Pattern.compile("(?<=\\p{L}{3}[^isu])s$");

    private static final int LONGEST_TERM = 12;

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}]+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");
    private static final Pattern POINTED = Pattern.compile("(?<![\\p{L}\\p{N}])(?:\\p{L}\\.){2,}");

    private Words() {}

    /** Title, question and options as they read, each with its pointer. */
    static <T> Stream<T> ofAsking(QueryText text, BiFunction<String, String, T> use) {
        return Stream.concat(
                Stream.of(use.apply("/title", asRead(text.title())), use.apply("/question", asRead(text.question()))),
                IntStream.range(0, text.options().size())
                        .mapToObj(i -> use.apply(
                                "/options/%d/text".formatted(i),
                                asRead(text.options().get(i).text()))));
    }

    /** What looks the same is the same: wide and styled letters, invisible characters, curly apostrophes, several spaces, "D.R.G.". */
    static String asRead(String text) {
        var plain = INVISIBLE
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("");
        plain = SPACES.matcher(plain).replaceAll(" ").replace('\u2019', '\'').replace('\u2018', '\'');
        return POINTED.matcher(plain).replaceAll(letters -> letters.group().replace(".", ""));
    }

    /** Whether a text has every word of a phrase, in any order; the small ones do not count. */
    static boolean hasAll(String text, String phrase) {
        var there = of(text);
        var wanted = of(phrase);
        return !wanted.isEmpty() && there.containsAll(wanted);
    }

    /** Plurals as what they are several of. */
    static List<String> of(String text) {
        return Arrays.stream(asRead(text).toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty() && !SMALL.contains(word))
                .map(word -> PLURAL.matcher(word).replaceFirst(""))
                .toList();
    }

    /** What is left of a phrase, as it stands, when words are left out before and behind; of a long one, which no term is, nothing. */
    static Stream<String> partsOf(String phrase) {
        var words = asRead(phrase).split(" ");
        return words.length > LONGEST_TERM
                ? Stream.of()
                : IntStream.range(0, words.length)
                        .boxed()
                        .flatMap(from -> IntStream.rangeClosed(from + 1, words.length)
                                .mapToObj(to ->
                                        String.join(" ", Arrays.asList(words).subList(from, to))));
    }
}
