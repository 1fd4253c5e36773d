package org.superbill.coding.cac;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.superbill.coding.notetext.Sentence;

/**
 * A note read once: its sentences as words, what is said of each, and on which side the note puts which part of the body.
 */
final class ReadNote {
    private static final int SIDE_REACH = 2;

    private final String text;
    private final List<Sentence> sentences;
    private final List<Reading> readings;
    private final List<Assertion[]> assertions;
    private final Map<String, Set<Side>> sides = new HashMap<>();
    private final Set<String> present = new HashSet<>();

    ReadNote(String text, List<Sentence> sentences, List<Reading> readings, List<Assertion[]> assertions) {
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
