package org.superbill.coding.cac;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.notetext.Sentence;

/**
 * A note read once: its sentences as words, what is said of each, and on which side the note puts which part of the body.
 */
final class ReadNote {
    private static final int SIDE_REACH = 2;

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

    private final String text;
    private final List<Sentence> sentences;
    private final List<Reading> readings;
    private final List<List<Dictionary.Match>> matches;
    private final List<Assertion[]> assertions;
    private final Map<String, Set<Side>> sides = new HashMap<>();
    private final Set<String> present = new HashSet<>();
    private final Map<Pattern, Boolean> looked = new HashMap<>();
    private @Nullable Optional<Measures.Found> weeks;

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
            learn(readings.get(i), assertions.get(i));
        }
    }

    String text() {
        return text;
    }

    /** Whether the text has it anywhere. It is looked for once: every mention asks. */
    boolean has(Pattern pattern) {
        return looked.computeIfAbsent(pattern, unseen -> unseen.matcher(text).find());
    }

    /** The weeks of gestation that the note says. */
    Optional<Measures.Found> weeks() {
        if (weeks == null) {
            weeks = Measures.weeks(text);
        }
        return weeks;
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

    /** Whether the note says the word anywhere of the patient today. */
    boolean says(String word) {
        return present.contains(word);
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

    /** The side of a mention: named beside it, else the only one that the note names for a part of the body among its words. */
    Side side(Mention mention) {
        var reading = readings.get(mention.sentence());
        var near = near(reading, mention.first(), mention.last());
        if (near != Side.NONE) {
            return near;
        }
        var elsewhere = new HashSet<Side>();
        for (var i = mention.first(); i <= mention.last(); i++) {
            elsewhere.addAll(sides.getOrDefault(reading.get(i).word(), Set.of()));
        }
        if (elsewhere.isEmpty() && mention.source() == Source.NEOPLASM_TABLE) {
            for (var word : Rewrites.plainWords(mention.path())) { // the site may have been named sentences before
                elsewhere.addAll(sides.getOrDefault(word, Set.of()));
            }
        }
        return elsewhere.size() == 1 ? elsewhere.iterator().next() : only(reading);
    }

    /** The side of a sentence that names but one. */
    private static Side only(Reading reading) {
        var found = Side.NONE;
        for (var i = 0; i < reading.size(); i++) {
            var side = sideAt(reading, i);
            if (side != Side.NONE && found != Side.NONE && side != found) {
                return Side.NONE;
            }
            found = side == Side.NONE ? found : side;
        }
        return found;
    }

    private static Side near(Reading reading, int first, int last) {
        var found = Side.NONE;
        for (var i = first; i <= last; i++) {
            found = both(found, sideAt(reading, i));
        }
        for (var distance = 1; found == Side.NONE && distance <= 5; distance++) {
            var before = first - distance;
            var after = last + distance;
            if (before >= 0 && distance <= 3 && isReachable(reading, before, first)) {
                found = both(found, sideAt(reading, before));
            }
            if (found == Side.NONE && after < reading.size() && isReachable(reading, last + 1, after)) {
                found = both(found, sideAt(reading, after));
            }
        }
        return found;
    }

    private static boolean isReachable(Reading reading, int from, int behind) {
        for (var i = from; i < behind; i++) {
            var plain = reading.get(i).plain();
            if (plain.equals(";")
                    || plain.equals(".") && i > 0 && reading.get(i - 1).plain().length() > 1) {
                return false;
            }
        }
        return true;
    }

    private static Side both(Side one, Side other) {
        if (one == Side.NONE || one == other) {
            return other;
        }
        return other == Side.NONE ? one : Side.BILATERAL;
    }

    private static Side sideAt(Reading reading, int at) {
        return switch (reading.get(at).plain()) {
            case "right" -> Side.RIGHT;
            case "left" -> Side.LEFT;
            case "bilateral", "bilaterally", "both" -> Side.BILATERAL;
            default -> Side.NONE;
        };
    }

    private void learn(Reading reading, Assertion[] said) {
        for (var i = 0; i < reading.size(); i++) {
            if (!isSaid(said[i])) {
                continue;
            }
            present.add(reading.get(i).word());
            var side = sideAt(reading, i);
            for (var next = i + 1; side != Side.NONE && next <= Math.min(i + SIDE_REACH, reading.size() - 1); next++) {
                if (reading.get(next).cost() == 1 && sideAt(reading, next) == Side.NONE) {
                    sides.computeIfAbsent(reading.get(next).word(), word -> new HashSet<>())
                            .add(side);
                }
            }
        }
    }

    private static boolean isSaid(Assertion assertion) {
        return assertion == Assertion.PRESENT || assertion == Assertion.UNCERTAIN || assertion == Assertion.RESOLVED;
    }
}
