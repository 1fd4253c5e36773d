package org.superbill.coding.visit;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Lesions of the skin that were destroyed or removed, by how many: warts, actinic keratoses, skin tags. Source: CPT, destruction of benign or premalignant lesions and
 * removal of skin tags, in our own words.
 */
final class Lesions {
    /** Below what organizations begin with as their threshold. */
    private static final double DOUBTFUL = 0.6;

    private static final int FEW = 14;
    private static final int FEW_TAGS = 15;
    private static final int TAGS_OF_A_UNIT = 10;
    private static final String HOW_MANY = "how many lesions were treated at this visit";

    private static final String FROZEN = "(?:cryo\\w*|LN2|liquid nitrogen|froze|frozen|destroy\\w*|cantharidin)";
    private static final String TREATED =
            FROZEN + "(?: (?:was|were|applied|done|performed|used|given|treatment|therapy)){0,3}(?: (?:to|of|on|for))?";
    private static final String UP_TO_THE_NOUN = "(?: (?!and\\b|if\\b)[\\w-]+){0,4} ";

    private static final String WARTS =
            "warts?|verruca\\w*|molluscum|condylom\\w*|(?:irritated|inflamed) seborrheic kerato\\w+";
    private static final String KERATOSES = "actinic kerato\\w+|AKs?";
    private static final String TAGS = "skin tags?|acrochordons?";

    private static final Kind OF_WARTS = new Kind(
            "\\b(?:%1$s)\\b[^.;\\n]{0,60}\\b%2$s|\\b%3$s%4$s(?:%1$s)\\b"
                    .formatted(WARTS, FROZEN, TREATED, UP_TO_THE_NOUN),
            WARTS);
    private static final Kind OF_KERATOSES = new Kind(
            "\\b(?:%1$s)\\b[^.;\\n]{0,60}\\b%2$s|\\b%3$s%4$s(?:%1$s)\\b"
                    .formatted(KERATOSES, FROZEN, TREATED, UP_TO_THE_NOUN),
            KERATOSES);
    private static final Kind OF_TAGS = new Kind(
            "\\b(?:%1$s)\\b[^.;\\n]{0,60}\\b(?:remov\\w*|snip\\w*|excis\\w*)|\\b(?:removed|removal of|snipped|excised)%2$s(?:%1$s)\\b"
                    .formatted(TAGS, UP_TO_THE_NOUN),
            TAGS);

    private static final Pattern MANY =
            Pattern.compile("(?i)\\b(?:multiple|numerous|many|dozens|extensive|innumerable|more than|over|>)\\b|>");

    /** What is treated alike. */
    private record Kind(Pattern treated, Counts counts, Pattern named, Pattern countedBehind) {
        /** @param called as notes have it in the singular and in the plural */
        Kind(String treated, String called) {
            this(
                    Pattern.compile("(?i)" + treated),
                    new Counts(called + "|lesions?"),
                    Pattern.compile("(?i)\\b(?:" + called + ")\\b"),
                    Pattern.compile(
                            "(?i)\\b(?:" + called
                                    + ")(?:,| \\() ?(?:x ?)?(\\d{1,2})\\)? (?:(?:were|was) )?(?:removed|snipped|excised|treated|frozen|destroyed)"));
        }

        Optional<MatchResult> doneIn(String text) {
            return treated.matcher(text)
                    .results()
                    .filter(said -> Done.isDone(text, said.start(), said.end()))
                    .findFirst();
        }

        /** What is said where they are treated, else wherever they are named. */
        Number number(String text, MatchResult said) {
            var clause = Done.clause(text, said.start(), said.end());
            var here = counts.in(clause);
            if (here.isPresent()) {
                return new Number(here.getAsInt(), false);
            }
            var behind = countedBehind.matcher(clause);
            if (behind.find()) {
                return new Number(Integer.parseInt(behind.group(1)), false);
            }
            var elsewhere = Done.clauses(text).stream()
                    .map(place -> text.substring(place.start(), place.end()))
                    .filter(words -> named.matcher(words).find())
                    .flatMapToInt(words -> counts.in(words).stream())
                    .max()
                    .orElse(0);
            return new Number(elsewhere, elsewhere == 0 && MANY.matcher(clause).find());
        }
    }

    /**
     * @param said 0 where the notes do not tell it
     * @param many whether they have words for many instead
     */
    private record Number(int said, boolean many) {
        String text() {
            return said == 0 ? "The note does not say how many" : "The note has %d".formatted(said);
        }
    }

    private Lesions() {}

    static void of(String text, List<Procedure> found) {
        OF_WARTS.doneIn(text).ifPresent(said -> warts(said, OF_WARTS.number(text, said), found));
        OF_KERATOSES.doneIn(text).ifPresent(said -> keratoses(text, said, OF_KERATOSES.number(text, said), found));
        OF_TAGS.doneIn(text).ifPresent(said -> tags(said, OF_TAGS.number(text, said), found));
    }

    private static void warts(MatchResult said, Number number, List<Procedure> found) {
        var title = "Destruction of warts, molluscum or other benign lesions, ";
        if (number.said() > FEW) {
            found.add(line("17111", title + "15 or more", 1, said, "17110", "there it is of up to " + FEW, number));
            return;
        }
        var few = line("17110", title + "up to 14", 1, said, "17111", "there it is of more than " + FEW, number);
        found.add(number.many() ? doubted(few, "17111") : few);
    }

    private static void keratoses(String text, MatchResult said, Number number, List<Procedure> found) {
        if (number.said() > FEW) {
            found.add(line(
                    "17004",
                    "Destruction of actinic keratoses, 15 or more",
                    1,
                    said,
                    "17000",
                    "there it is of up to " + FEW + " lesions",
                    number));
            return;
        }
        var neighbour = number.said() == 0
                ? "there it is of more than %d lesions".formatted(FEW)
                : "there it is of more than %d lesions, the note has %d".formatted(FEW, number.said());
        var first = line("17000", "Destruction of an actinic keratosis, first", 1, said, "17004", neighbour, number);
        found.add(number.many() ? doubted(first, "17004") : first);
        var title = "Destruction of actinic keratoses, each further";
        if (number.said() > 1) {
            found.add(line("17003", title, number.said() - 1, said, "17004", neighbour, number));
        } else if (number.said() == 0 && areSeveral(text, said)) {
            found.add(line("17003", title, 1, said, "17004", neighbour, number).doubted(0, number.text(), HOW_MANY));
        }
    }

    /** Whether the note has them in the plural. */
    private static boolean areSeveral(String text, MatchResult said) {
        return text.substring(said.start(), said.end()).matches("(?is).*\\b(?:keratoses|AKs)\\b.*");
    }

    private static void tags(MatchResult said, Number number, List<Procedure> found) {
        found.add(line(
                "11200",
                "Removal of skin tags, the first 15 or less",
                1,
                said,
                "11201",
                "that is beside it for each ten tags, or part of ten, beyond " + FEW_TAGS,
                number));
        if (number.said() > FEW_TAGS) {
            found.add(line(
                    "11201",
                    "Removal of skin tags, each further ten or part of ten",
                    (number.said() - FEW_TAGS + TAGS_OF_A_UNIT - 1) / TAGS_OF_A_UNIT,
                    said,
                    "11200",
                    "that is of the first " + FEW_TAGS,
                    number));
        }
    }

    private static Procedure line(
            String code, String title, int units, MatchResult said, String neighbour, String because, Number number) {
        return OfficeProcedures.procedure(
                code, title, units, said.start(), said.end(), Procedure.not(neighbour, because), number.text());
    }

    private static Procedure doubted(Procedure line, String neighbour) {
        return line.doubted(DOUBTFUL, "The note has words for many and no number: it may be " + neighbour, HOW_MANY);
    }
}
