package org.superbill.coding.cac;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.notetext.SectionKind;
import org.superbill.coding.notetext.Sentence;

/**
 * A note read once: its sentences as words, what is said of each, and on which side the note puts which part of the body.
 */
final class ReadNote {
    /** Each goes with one condition of a sentence. */
    private static final Set<String> QUALIFIERS = Set.of(
            "acute",
            "chronic",
            "subacute",
            "recurrent",
            "persistent",
            "severe",
            "moderate",
            "mild",
            "acquired",
            "congenital",
            "primary",
            "secondary",
            "malignant",
            "benign",
            "1",
            "2",
            "3",
            "4",
            "5");

    private static final Pattern TRIMESTER = Pattern.compile("(?i)\\b(first|second|third) trimester\\b");

    private final String text;
    private final List<Sentence> sentences;
    private final List<Reading> readings;
    private final List<List<Dictionary.Match>> matches;
    private final List<Assertion[]> assertions;
    private final Sides sides;
    private final Set<String> present = new HashSet<>();
    private final Map<Pattern, Boolean> looked = new HashMap<>();
    private final Map<Pattern, Boolean> lookedBeforePlan = new HashMap<>();
    private @Nullable Optional<Measures.Found> weeks;
    private @Nullable Optional<Integer> trimester;

    /** @param matches of each sentence, the terms that were found in it */
    ReadNote(
            String text,
            List<Sentence> sentences,
            List<Reading> readings,
            List<List<Dictionary.Match>> matches,
            List<Assertion[]> assertions) {
        this.matches = matches;
        this.text = text;
        this.sentences = sentences;
        this.readings = readings;
        this.assertions = assertions;
        for (var i = 0; i < readings.size(); i++) {
            for (var at = 0; at < readings.get(i).size(); at++) {
                if (isSaid(assertions.get(i)[at])) {
                    present.add(readings.get(i).get(at).word());
                }
            }
        }
        this.sides = new Sides(readings, assertions);
    }

    String text() {
        return text;
    }

    /** Whether the text has it anywhere. It is looked for once: every mention asks. */
    boolean has(Pattern pattern) {
        return looked.computeIfAbsent(pattern, unseen -> unseen.matcher(text).find());
    }

    /** Whether something is said anywhere but among what is planned. */
    boolean hasBeforePlan(Pattern pattern) {
        return lookedBeforePlan.computeIfAbsent(
                pattern,
                unseen -> sentences.stream()
                        .filter(sentence -> sentence.section() != SectionKind.PLAN)
                        .anyMatch(sentence -> unseen.matcher(text)
                                .region(sentence.start(), sentence.end())
                                .find()));
    }

    /** The weeks of gestation that the note says. */
    Optional<Measures.Found> weeks() {
        if (weeks == null) {
            weeks = Measures.weeks(text);
        }
        return weeks;
    }

    /** 1 to 3, by the weeks; where the note has none, the only one that it names. Source: ICD-10-CM Official Guidelines I.C.15.a.3 (first to 13 weeks and 6 days, second to 27 weeks and 6 days). */
    @Nullable
    Integer trimester() {
        if (trimester == null) {
            trimester = weeks().map(Measures.Found::value)
                    .map(value -> value < 14 ? 1 : value < 28 ? 2 : 3)
                    .or(this::trimesterSaid);
        }
        return trimester.orElse(null);
    }

    private Optional<Integer> trimesterSaid() {
        var said = TRIMESTER
                .matcher(text)
                .results()
                .map(found -> found.group(1).toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        return said.size() == 1
                ? Optional.of(1 + List.of("first", "second", "third").indexOf(said.get(0)))
                : Optional.empty();
    }

    List<Sentence> sentences() {
        return sentences;
    }

    Reading reading(int sentence) {
        return readings.get(sentence);
    }

    Assertion[] assertions(int sentence) {
        return assertions.get(sentence);
    }

    /** What is said of the word at an offset of the text; outside all sentences nothing but that it is there. */
    Assertion assertionAt(int at) {
        for (var i = 0; i < sentences.size(); i++) {
            if (sentences.get(i).start() <= at && at < sentences.get(i).end()) {
                var reading = readings.get(i);
                for (var item = 0; item < reading.size(); item++) {
                    if (at < reading.get(item).end()) {
                        return assertions.get(i)[item];
                    }
                }
            }
        }
        return Assertion.PRESENT;
    }

    /** Whether a text of the note that the pattern fits is said of the patient, and not denied or taken for possible. */
    boolean says(Pattern pattern, int start, int end) {
        return pattern.matcher(text)
                .region(start, end)
                .results()
                .anyMatch(found -> isSaid(assertionAt(found.start())) && isSaid(assertionAt(found.end() - 1)));
    }

    /** Whether the note says the word anywhere of the patient today. */
    boolean says(String word) {
        return present.contains(word);
    }

    /** A word that the note says of the patient, with the characters that stand for it where they are others: {@code right ("Rt")}. */
    String asWritten(String word) {
        for (var i = 0; i < readings.size(); i++) {
            for (var at = 0; at < readings.get(i).size(); at++) {
                var item = readings.get(i).get(at);
                if (item.word().equals(word) && isSaid(assertions.get(i)[at])) {
                    var written = text.substring(item.start(), item.end());
                    return written.equalsIgnoreCase(word) ? word : "%s (\"%s\")".formatted(word, written);
                }
            }
        }
        return word;
    }

    /** The words that a sentence says of the patient, not what it denies. */
    Set<String> wordsOf(int sentence) {
        var words = new HashSet<String>();
        var reading = readings.get(sentence);
        for (var i = 0; i < reading.size(); i++) {
            if (isSaid(assertions.get(sentence)[i])) {
                words.add(reading.get(i).word());
            }
        }
        return words;
    }

    /** The words that may say more of a mention: those of its sentence, but not how acute or grave something else is. */
    Set<String> wordsFor(Mention mention) {
        var words = wordsOf(mention.sentence());
        var reading = readings.get(mention.sentence());
        var others = new HashSet<String>();
        for (var match : matches.get(mention.sentence())) {
            if (match.first() != mention.first() && match.positions().length > 1) {
                for (var position : match.positions()) {
                    others.add(reading.get(position).word());
                }
            }
        }
        others.retainAll(QUALIFIERS);
        for (var at = mention.first(); at <= mention.last(); at++) {
            others.remove(reading.get(at).word());
        }
        if (mention.first() > 0) {
            others.remove(reading.get(mention.first() - 1).word());
        }
        words.removeAll(others);
        return words;
    }

    /** Those of them that stand in its own clause: one comma may part them from it, but no second and no "and". */
    Set<String> wordsBeside(Mention mention) {
        var reading = readings.get(mention.sentence());
        var beside = new HashSet<String>();
        for (var step : List.of(-1, 1)) {
            var commas = 0;
            for (var at = step < 0 ? mention.last() : mention.first(); at >= 0 && at < reading.size(); at += step) {
                var plain = reading.get(at).plain();
                var outside = at < mention.first() || at > mention.last();
                commas += outside && (plain.equals(",") || plain.equals("(")) ? 1 : 0;
                if (outside && (commas > 1 || plain.equals("and") || plain.equals(";"))) {
                    break;
                }
                beside.add(reading.get(at).word());
            }
        }
        beside.retainAll(wordsFor(mention));
        return beside;
    }

    /** Whether a word of the clinic stands beside it and is part of no term: then the mention may say less than the note does. */
    boolean isQualified(Mention mention, Predicate<String> isClinical) {
        var reading = readings.get(mention.sentence());
        var at = mention.first() - 1;
        if (at < 0
                || reading.get(at).cost() < 1
                || !isClinical.test(reading.get(at).word())) {
            return false;
        }
        return matches.get(mention.sentence()).stream()
                .noneMatch(match -> Arrays.stream(match.positions()).anyMatch(position -> position == at));
    }

    /** See {@link Sides#of}. */
    Side side(Mention mention) {
        return sides.of(mention);
    }

    static boolean isSaid(Assertion assertion) {
        return assertion == Assertion.PRESENT || assertion == Assertion.UNCERTAIN || assertion == Assertion.RESOLVED;
    }
}
