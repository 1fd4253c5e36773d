package org.superbill.coding.cac;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Words around a mention that change what it says, after NegEx (Chapman 2001) and ConText (Harkema 2009): each has a direction and a scope, which ends with the
 * clause, with a word that begins another idea, or with the next such trigger. The longest phrase wins; some phrases only look like triggers.
 */
final class Triggers {
    private static final int FAR_AHEAD = 14;
    private static final int FAR_BACK = 10;

    /** After these even what is said of a relative is over. */
    private static final Set<String> PARTING = Set.of(
            "but",
            "however",
            "although",
            "today",
            "now",
            "presents",
            "presented",
            "noticed",
            "consulted",
            "attended",
            "came",
            "complained",
            "reported");

    /** What the phrase does. */
    private enum Kind {
        NEGATED(Assertion.NEGATED),
        UNCERTAIN(Assertion.UNCERTAIN),
        CONSISTENT(Assertion.CONSISTENT),
        HYPOTHETICAL(Assertion.HYPOTHETICAL),
        HISTORICAL(Assertion.HISTORICAL),
        RESOLVED(Assertion.RESOLVED),
        FAMILY(Assertion.FAMILY),
        OTHER(Assertion.OTHER_PERSON),
        END(null),
        NONE(null);

        private final @Nullable Assertion assertion;

        Kind(@Nullable Assertion assertion) {
            this.assertion = assertion;
        }
    }

    private record Trigger(List<String> words, Kind kind, boolean before, int reach) {}

    private record Found(Trigger trigger, int from, int behind) {}

    private static final Trigger IN_A_YEAR = new Trigger(List.of("in"), Kind.HISTORICAL, false, 6);

    private final Map<String, List<Trigger>> byFirstWord = new HashMap<>();

    /** @param rows kind, direction, reach in words or 0, phrase */
    Triggers(List<String[]> rows) {
        for (var row : rows) {
            var words = Rewrites.plainWords(row[3]);
            byFirstWord
                    .computeIfAbsent(words.get(0), word -> new ArrayList<>())
                    .add(new Trigger(
                            words,
                            Kind.valueOf(row[0].toUpperCase(Locale.ROOT)),
                            row[1].equals("before"),
                            Integer.parseInt(row[2])));
        }
        byFirstWord
                .values()
                .forEach(list -> list.sort(Comparator.comparingInt(
                                (Trigger trigger) -> trigger.words().size())
                        .reversed()));
    }

    static Triggers shipped() {
        return new Triggers(DataFile.rows("cac/triggers.tsv"));
    }

    /**
     * For each item of the sentence the strongest that is said of it.
     *
     * @param inTerms the items that are words of a term: "without" in "migraine without aura" denies nothing
     */
    Assertion[] assertions(Reading reading, BitSet inTerms) {
        var said = new Assertion[reading.size()];
        Arrays.fill(said, Assertion.PRESENT);
        var found = find(reading);
        for (var i = 0; i < found.size(); i++) {
            var assertion = found.get(i).trigger().kind().assertion;
            if (assertion != null && !inTerms.get(found.get(i).from())) {
                mark(reading, found, i, assertion, said);
            }
        }
        return said;
    }

    /** Several may begin at one word: one that looks ahead and one that looks back. */
    private List<Found> find(Reading reading) {
        var found = new ArrayList<Found>();
        var at = 0;
        while (at < reading.size()) {
            var next = at + 1;
            Found longest = null;
            for (var trigger : byFirstWord.getOrDefault(reading.get(at).plain(), List.of())) {
                var behind = matched(trigger, reading, at);
                if (behind > 0 && (longest == null || behind == longest.behind())) {
                    longest = new Found(trigger, at, behind);
                    found.add(longest);
                    next = behind;
                }
            }
            if (longest == null && isYear(reading, at)) {
                found.add(new Found(IN_A_YEAR, at, at + 2));
            }
            at = next;
        }
        return found;
    }

    /** "in 2018" */
    private static boolean isYear(Reading reading, int at) {
        return reading.get(at).plain().equals("in")
                && at + 1 < reading.size()
                && reading.get(at + 1).plain().matches("(19|20)\\d\\d");
    }

    private static int matched(Trigger trigger, Reading reading, int at) {
        var next = at;
        for (var word : trigger.words()) {
            while (next > at
                    && next < reading.size()
                    && reading.get(next).plain().equals("-")) {
                next++;
            }
            if (next >= reading.size() || !reading.get(next).plain().equals(word)) {
                return 0;
            }
            next++;
        }
        return next;
    }

    private static void mark(Reading reading, List<Found> found, int index, Assertion assertion, Assertion[] said) {
        var trigger = found.get(index);
        var reach = trigger.trigger().reach();
        if (trigger.trigger().before()) {
            var left = reach == 0 ? FAR_AHEAD : reach;
            for (var i = trigger.behind(); i < said.length && left > 0; i++) {
                if (ends(reading, i)
                        || assertion == Assertion.NEGATED && turns(reading, i)
                        || interrupted(found, index, i, assertion)) {
                    return;
                }
                claim(said, i, assertion);
                left -= isWord(reading, i) ? 1 : 0;
            }
        } else {
            var left = reach == 0 ? FAR_BACK : reach + 2;
            for (var i = trigger.from() - 1; i >= 0 && left > 0; i--) {
                var mark = reading.get(i).plain();
                if (ends(reading, i)
                        || mark.equals("positive")
                        || mark.equals(".")
                                && i > 0
                                && reading.get(i - 1).plain().length() > 2
                        || mark.equals(",") && reach > 0 && i < trigger.from() - 1
                        || begins(found, i)) {
                    return;
                }
                claim(said, i, assertion);
                left -= isWord(reading, i) ? 1 : 0;
            }
        }
    }

    /** "Without treatment, with a family history of …": what follows is there. */
    private static boolean turns(Reading reading, int at) {
        return reading.get(at).plain().equals(",")
                && at + 1 < reading.size()
                && reading.get(at + 1).plain().equals("with");
    }

    private static boolean ends(Reading reading, int at) {
        var mark = reading.get(at).plain();
        return mark.equals(";")
                || mark.equals(")")
                || mark.equals("-")
                        && at + 1 < reading.size()
                        && reading.get(at + 1).start() > reading.get(at).end();
    }

    /** Another trigger, or a word that begins another idea, ends a scope; two of one kind do not disturb each other. */
    private static boolean interrupted(List<Found> found, int index, int at, Assertion assertion) {
        for (var i = index + 1; i < found.size() && found.get(i).from() <= at; i++) {
            var other = found.get(i);
            if (other.from() == at && other.trigger().kind() != Kind.NONE) {
                var says = other.trigger().kind().assertion;
                if (says == null
                        && isOfSomebody(assertion)
                        && !PARTING.contains(other.trigger().words().get(0))) {
                    continue; // "mother had": the verb goes with the relative
                }
                if (says == null || other.trigger().before() && says != assertion && !isInside(assertion, says)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** "No history of", "mother had a history of", "family history of possible": the outer one holds through the inner. */
    private static boolean isInside(Assertion outer, Assertion inner) {
        return outer == Assertion.FAMILY
                || outer == Assertion.NEGATED && (inner == Assertion.HISTORICAL || inner == Assertion.FAMILY);
    }

    private static boolean isOfSomebody(Assertion assertion) {
        return assertion == Assertion.FAMILY || assertion == Assertion.OTHER_PERSON;
    }

    private static boolean begins(List<Found> found, int at) {
        for (var other : found) {
            if (other.behind() - 1 == at
                    && (other.trigger().kind() == Kind.END || other.trigger().kind().assertion != null)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWord(Reading reading, int at) {
        return Character.isLetterOrDigit(reading.get(at).plain().charAt(0));
    }

    private static void claim(Assertion[] said, int at, Assertion assertion) {
        if (assertion.compareTo(said[at]) > 0) {
            said[at] = assertion;
        }
    }
}
