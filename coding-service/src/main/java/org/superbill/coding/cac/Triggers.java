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

    /** With a plural verb what is said is said of a whole list. */
    private static final Set<String> PLURALS = Set.of("were", "are");

    private static final Set<String> VERBS =
            Set.of("was", "were", "is", "are", "had", "has", "have", "did", "showed", "revealed");
    /** Behind one of these another thing is said. */
    private static final Set<String> COPULAS = Set.of("was", "were", "is", "are");

    /** "Treated in January, resolved" */
    private static final Set<String> GOING_ON = Set.of("treated", "on", "started", "has", "which", "underwent");

    private static final Set<String> ANOTHER = Set.of("he", "she", "they", "there", "it", "we");
    private static final int LIST = 24;

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
        /** A scale, score or questionnaire is named for the disease that it measures, whatever comes of it. */
        SCALE(Assertion.HYPOTHETICAL),
        /** Said of the cancer of the sentence, wherever it stands before. Source: ICD-10-CM Official Guidelines I.C.2.m. */
        CURED(Assertion.HISTORICAL),
        NONE(null);

        private final @Nullable Assertion assertion;

        Kind(@Nullable Assertion assertion) {
            this.assertion = assertion;
        }
    }

    private record Trigger(List<String> words, Kind kind, boolean before, int reach) {}

    private record Found(Trigger trigger, int from, int behind) {}

    private static final List<String> OLD = List.of("old");

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
     * @param matches the terms of the sentence: "without" in "migraine without aura" denies nothing
     * @param year of the encounter
     */
    Assertion[] assertions(Reading reading, List<Dictionary.Match> matches, int year) {
        var said = new Assertion[reading.size()];
        Arrays.fill(said, Assertion.PRESENT);
        var inTerms = inTerms(matches);
        var found = find(reading, matches, year);
        for (var i = 0; i < found.size(); i++) {
            var assertion = found.get(i).trigger().kind().assertion;
            if (assertion != null && !inTerms.get(found.get(i).from())) {
                mark(reading, matches, found, i, assertion, said);
            }
        }
        return said;
    }

    /** Several may begin at one word: one that looks ahead and one that looks back. */
    private List<Found> find(Reading reading, List<Dictionary.Match> matches, int year) {
        var found = new ArrayList<Found>();
        var at = 0;
        while (at < reading.size()) {
            var next = at + 1;
            Found longest = null;
            for (var trigger : byFirstWord.getOrDefault(reading.get(at).plain(), List.of())) {
                var behind = matched(trigger, reading, at);
                if (behind > 0
                        && (longest == null || behind == longest.behind())
                        && (!trigger.words().equals(OLD) || Years.isOldDisease(reading, matches, behind))) {
                    longest = new Found(trigger, at, behind);
                    found.add(longest);
                    next = behind;
                }
            }
            if (longest == null && Years.isIn(reading, at)) {
                found.add(new Found(IN_A_YEAR, at, at + 2));
            } else if (longest == null && Years.isOfEntry(reading, matches, at, year)) {
                found.add(new Found(IN_A_YEAR, at, at + 1));
            }
            at = next;
        }
        return found;
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

    private static void mark(
            Reading reading,
            List<Dictionary.Match> matches,
            List<Found> found,
            int index,
            Assertion assertion,
            Assertion[] said) {
        var trigger = found.get(index);
        var reach = trigger.trigger().reach();
        if (trigger.trigger().kind() == Kind.CURED) {
            Cancers.cured(reading, matches, trigger.from(), at -> claim(said, at, assertion));
        } else if (trigger.trigger().before()) {
            var left = reach == 0 ? FAR_AHEAD : reach;
            var part = isOfSomebody(assertion) && Relatives.isPerson(reading, trigger.from(), trigger.behind())
                    ? Relatives.part(reading, trigger.from(), trigger.behind())
                    : Relatives.Part.HAS_IT;
            if (part == Relatives.Part.TELLS) {
                return;
            }
            if (part == Relatives.Part.HAS_WHAT_STANDS_BEFORE) {
                for (var i = Relatives.start(reading, trigger.from()); i < trigger.from(); i++) {
                    claim(said, i, assertion);
                }
                return;
            }
            if (assertion == Assertion.HYPOTHETICAL
                    && TestsForDiseases.isIn(reading, trigger.from(), trigger.behind())
                    && TestsForDiseases.isFoundBehind(reading, trigger.behind() + 1)) {
                return;
            }
            for (var i = trigger.behind(); i < said.length && left > 0; i++) {
                if (ends(reading, i)
                        || part == Relatives.Part.HAS_WHAT_THE_CLAUSE_SAYS
                                && i > trigger.behind() + 1
                                && reading.get(i).plain().equals(",")
                        || isOfSomebody(assertion) && Relatives.isBackAtPatient(reading, i)
                        || assertion == Assertion.HISTORICAL
                                && i > trigger.behind()
                                && ANOTHER.contains(reading.get(i).plain())
                        || i > trigger.behind()
                                && Years.ends(
                                        trigger.trigger().words(),
                                        reading.get(i).plain())
                        || assertion == Assertion.NEGATED
                                && (Qualifiers.turns(reading, i)
                                        || Qualifiers.endsAt(reading, matches, trigger.from(), trigger.behind(), i)
                                        || i > trigger.behind()
                                                && COPULAS.contains(
                                                        reading.get(i).plain()))
                        || interrupted(found, index, i, assertion)) {
                    return;
                }
                claim(said, i, assertion);
                left -= reading.isWord(i) ? 1 : 0;
            }
        } else {
            var scale = trigger.trigger().kind() == Kind.SCALE;
            if (assertion == Assertion.HYPOTHETICAL
                            && !scale
                            && TestsForDiseases.isFoundBehind(reading, trigger.behind())
                    || assertion == Assertion.UNCERTAIN
                            && SharedSubjects.isOfAnother(reading, trigger.from(), trigger.behind())
                    || ActiveVerbs.isOfWhatFollows(
                            reading, trigger.trigger().words().get(0), trigger.behind())
                    || isOfNoThought(reading, found, index)) {
                return;
            }
            var list = isOfList(reading, trigger, assertion);
            var left = list ? LIST : reach == 0 ? FAR_BACK : reach + 2;
            var over = assertion == Assertion.RESOLVED && SharedSubjects.isWithoutSubject(reading, trigger.from());
            for (var i = subject(reading, found, trigger, assertion); i >= 0 && left > 0; i--) {
                var mark = reading.get(i).plain();
                if (ends(reading, i) && !(over && mark.equals("-"))
                        || scale && (mark.equals(",") || Reader.JOINTS.contains(mark) && !mark.equals("of"))
                        || mark.equals("positive")
                        || list && VERBS.contains(mark) && i < trigger.from() - 2
                        || mark.equals(".")
                                && i > 0
                                && reading.get(i - 1).plain().length() > 2
                        || mark.equals(",") && reach > 0 && !list && i < trigger.from() - 1
                        || begins(found, i, over)) {
                    return;
                }
                claim(said, i, assertion);
                left -= reading.isWord(i) ? 1 : 0;
            }
        }
    }

    /** "Rejected surgery", "was dismissed on day 3": what was not thought of is not given up. */
    private static boolean isOfNoThought(Reading reading, List<Found> found, int index) {
        var words = found.get(index).trigger().words();
        return ActiveVerbs.isOfGivingUp(words.get(words.size() - 1))
                && !ActiveVerbs.isOfThought(reading, found.get(index).from())
                && found.stream()
                        .limit(index)
                        .noneMatch(other -> other.trigger().kind() == Kind.UNCERTAIN);
    }

    /** Where what a phrase behind it denies ends: another verb, or "which", may stand between. */
    private static int subject(Reading reading, List<Found> found, Found trigger, Assertion assertion) {
        var before = trigger.from() - 1;
        if (assertion != Assertion.NEGATED || trigger.trigger().reach() > 0) {
            return before;
        }
        var led = SharedSubjects.before(reading, trigger.from());
        if (led.joins() || led.refers()) {
            for (var i = found.indexOf(trigger) - 1; i >= 0; i--) {
                var other = found.get(i);
                if (other.trigger().kind() == Kind.UNCERTAIN
                        && !other.trigger().before()
                        && !SharedSubjects.isOfWhatFollows(reading, other.from())
                        && led.at() - other.behind() < FAR_BACK
                        && !hasVerb(reading, other.behind(), led.at())) {
                    return other.from() - 1;
                }
            }
        }
        return led.refers() ? led.at() : before;
    }

    private static boolean hasVerb(Reading reading, int from, int to) {
        for (var i = from; i <= to; i++) {
            if (VERBS.contains(reading.get(i).plain()) || reading.get(i).plain().equals(";")) {
                return true;
            }
        }
        return false;
    }

    /** "A, B and C were ruled out", "PCR for A, B and C was negative": what is said at the end is said of all. */
    private static boolean isOfList(Reading reading, Found trigger, Assertion assertion) {
        if (assertion != Assertion.NEGATED && assertion != Assertion.UNCERTAIN) {
            return false;
        }
        for (var i = trigger.from(); i >= Math.max(0, trigger.from() - 2); i--) {
            if (PLURALS.contains(reading.get(i).plain())) {
                return true;
            }
        }
        if (assertion == Assertion.UNCERTAIN) {
            return false;
        }
        for (var i = trigger.from() - 2; i >= Math.max(0, trigger.from() - LIST); i--) {
            var word = reading.get(i).plain();
            if (VERBS.contains(word) || word.equals(";")) {
                return false;
            }
            if (TestsForDiseases.WORDS.contains(word)) {
                return true;
            }
        }
        return false;
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

    /** @param over of what was treated and is over: such a verb goes on with its subject */
    private static boolean begins(List<Found> found, int at, boolean over) {
        for (var other : found) {
            if (other.behind() - 1 == at
                    && !(over
                            && other.trigger().kind() == Kind.END
                            && GOING_ON.contains(other.trigger().words().get(0)))
                    && !(other.trigger().kind() == Kind.HYPOTHETICAL
                            && !other.trigger().before()) // "serologies were negative"
                    && (other.trigger().kind() == Kind.END || other.trigger().kind().assertion != null)) {
                return true;
            }
        }
        return false;
    }

    private static BitSet inTerms(List<Dictionary.Match> matches) {
        var items = new BitSet();
        for (var match : matches) {
            if (match.positions().length > 1) {
                for (var position : match.positions()) {
                    items.set(position);
                }
            }
        }
        return items;
    }

    private static void claim(Assertion[] said, int at, Assertion assertion) {
        if (assertion.compareTo(said[at]) > 0) {
            said[at] = assertion;
        }
    }
}
