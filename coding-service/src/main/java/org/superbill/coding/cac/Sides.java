package org.superbill.coding.cac;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** On which side a note puts which part of the body. */
final class Sides {
    private static final int REACH = 2;

    /** Sentences over which "the cornea" is that of the eye that was spoken of. */
    private static final int LASTS = 8;

    /** How many times as often as the other. */
    private static final int MOST = 3;

    private static final Set<String> EYE = Set.of("eye", "visual", "retina", "corneal", "ocular");
    private static final Set<String> EAR = Set.of("ear", "tympanic", "hearing", "auditory");
    private static final String FIRST_OF_EAR = "H60";

    private final List<Reading> readings;
    private final Map<String, Set<Side>> byWord = new HashMap<>();

    /** @param assertions of each word of each reading */
    Sides(List<Reading> readings, List<Assertion[]> assertions) {
        this.readings = readings;
        for (var i = 0; i < readings.size(); i++) {
            learn(readings.get(i), assertions.get(i));
        }
    }

    private void learn(Reading reading, Assertion[] said) {
        for (var i = 0; i < reading.size(); i++) {
            var side = ReadNote.isSaid(said[i]) ? at(reading, i) : Side.NONE;
            for (var next = i + 1; side != Side.NONE && next <= Math.min(i + REACH, reading.size() - 1); next++) {
                if (reading.get(next).cost() == 1 && at(reading, next) == Side.NONE) {
                    byWord.computeIfAbsent(reading.get(next).word(), word -> new HashSet<>())
                            .add(side);
                }
            }
        }
    }

    /** The side of a mention: named beside it, else the only one that the note names for a part of the body among its words; of an eye or ear the one last spoken of. */
    Side of(Mention mention) {
        var reading = readings.get(mention.sentence());
        var near = near(reading, mention.first(), mention.last());
        if (near != Side.NONE) {
            return near;
        }
        var elsewhere = new HashSet<Side>();
        for (var i = mention.first(); i <= mention.last(); i++) {
            elsewhere.addAll(byWord.getOrDefault(reading.get(i).word(), Set.of()));
        }
        if (elsewhere.isEmpty() && mention.source() == Source.NEOPLASM_TABLE) {
            for (var word : Rewrites.plainWords(mention.path())) { // the site may have been named sentences before
                elsewhere.addAll(byWord.getOrDefault(word, Set.of()));
            }
        }
        if (elsewhere.size() == 1) {
            return elsewhere.iterator().next();
        }
        if (mention.target().startsWith("C77")
                || mention.target().startsWith("C78")
                || mention.target().startsWith("C79")) {
            return Side.NONE; // the side of the sentence is the primary's
        }
        var only = only(reading);
        return only == Side.NONE ? lastSpokenOf(mention) : only;
    }

    private Side lastSpokenOf(Mention mention) {
        var target = mention.target();
        if (!target.startsWith("H") && !target.startsWith("T8684") && !target.startsWith("T8685")) {
            return Side.NONE;
        }
        var organ = target.startsWith("H") && target.compareTo(FIRST_OF_EAR) >= 0 ? EAR : EYE;
        for (var i = mention.sentence(); i >= Math.max(0, mention.sentence() - LASTS); i--) {
            var reading = readings.get(i);
            var side = only(reading);
            if ((side == Side.LEFT || side == Side.RIGHT)
                    && reading.items().stream().anyMatch(item -> organ.contains(item.word()))) {
                return side;
            }
        }
        return mostSpokenOf(organ);
    }

    /** A report on one eye names the other one or two times. */
    private Side mostSpokenOf(Set<String> organ) {
        var right = 0;
        var left = 0;
        for (var reading : readings) {
            for (var i = 1; i < reading.size(); i++) {
                if (organ.contains(reading.get(i).word())) {
                    right += at(reading, i - 1) == Side.RIGHT ? 1 : 0;
                    left += at(reading, i - 1) == Side.LEFT ? 1 : 0;
                }
            }
        }
        return right >= MOST * Math.max(1, left)
                ? Side.RIGHT
                : left >= MOST * Math.max(1, right) ? Side.LEFT : Side.NONE;
    }

    /** The side of a sentence that names but one. */
    private static Side only(Reading reading) {
        var found = Side.NONE;
        for (var i = 0; i < reading.size(); i++) {
            var side = at(reading, i);
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
            found = both(found, at(reading, i));
        }
        for (var distance = 1; found == Side.NONE && distance <= 5; distance++) {
            var before = first - distance;
            var after = last + distance;
            if (before >= 0 && distance <= 3 && isReachable(reading, before, first)) {
                found = both(found, at(reading, before));
            }
            if (found == Side.NONE && after < reading.size() && isReachable(reading, last + 1, after)) {
                found = both(found, at(reading, after));
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

    private static Side at(Reading reading, int at) {
        return switch (reading.get(at).plain()) {
            case "right" -> Side.RIGHT;
            case "left" -> Side.LEFT;
            case "bilateral", "bilaterally", "both" -> Side.BILATERAL;
            default -> Side.NONE;
        };
    }
}
