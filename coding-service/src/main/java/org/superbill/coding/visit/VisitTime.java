package org.superbill.coding.visit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The total time of a visit as its notes tell it: not what another service, the staff or the patient took. Source: CPT, evaluation and management guidelines, time: all that
 * the practitioner does for the patient on the day, without services that are reported by themselves.
 *
 * @param said where the notes say it, at least once
 */
record VisitTime(int minutes, List<Span> said) {
    VisitTime {
        said = List.copyOf(said);
    }

    private static final int HOUR = 60;
    private static final Comparator<VisitTime> BY_LENGTH = Comparator.comparingInt(VisitTime::minutes);
    private static final int WORDS_BEFORE = 120;
    private static final int WORDS_BEHIND = 60;

    private static final Pattern DURATION = Pattern.compile(
            "(?i)(?<![\\d.])(?:(\\d(?:\\.\\d+)?) ?-?h(?:ou)?rs?\\b(?:,? (?:and )?(\\d{1,2}) ?-?min(?:ute)?s?\\b)?|(\\d{1,3}) ?-?min(?:ute)?s?\\b)");
    private static final Pattern TOTAL_BEFORE =
            Pattern.compile("(?i)\\btotal (?:[\\w-]+ ){0,3}?time\\b[^.;\\n\\d]{0,90}$|\\btotal(?: of)?[ :=]*$");
    private static final Pattern TOTAL_BEHIND = Pattern.compile("(?i)^(?: [a-z]+){0,3} total\\b");
    private static final Pattern SPENT_BEFORE = Pattern.compile("(?i)\\b(?:spent|time)\\b[^.;,\\n\\d]{0,60}$");
    /** Behind a time that was spent. */
    private static final Pattern SPENT_TOO =
            Pattern.compile("(?i)\\bspent\\b[^.;\\n]{0,20}\\bmin(?:ute)?s?\\b[^.;\\n\\d]{0,60}\\band (?:another )?$");

    private static final Pattern SPENT_BEHIND = Pattern.compile("(?i)^(?: (?:was|were))? spent\\b");

    /** Of a time that is not called the total one: that it is the practitioner's, on the visit. */
    private static final Pattern OF_THE_VISIT = Pattern.compile(
            "(?i)\\b(?:I|we)\\b|face[- ]to[- ]face|\\bwith (?:the )?(?:patient|pt|family|parents?|mother|father|her|him|them)\\b|\\bvisit\\b|encounter|counsel|coordinat|\\bchart|record|document|\\bon the (?:date|day)\\b|\\btime spent\\b");

    private static final Pattern OF_ANOTHER_SERVICE = Pattern.compile(
            "(?i)tobacco|smok(?:ing|er)|cessation|vaping|advance (?:care|directive)|\\bACP\\b|\\bprocedure|psychotherap|critical care|nebuliz|infus|monitor(?:ed|ing)|observ|tourniquet|anesthe|operative|\\bbiops|\\brepair|\\bsutur");
    private static final Pattern OF_ANOTHER_PERSON = Pattern.compile(
            "(?i)\\b(?:he|she|they|patient|pt|child|(?:his|her) \\w+) (?:[a-z]+ ){0,2}?(?:spen[dt]s?|walks?|runs?|exercis\\w*|slept|sleeps|waited|works?)\\b|\\b(?:nurse|RN|LPN|MA|medical assistant|staff|interpreter|pharmacist|dietitian)\\b[^.;\\n]{0,30}\\bspent\\b|\\bgym\\b|\\btreadmill|\\bscreen time|\\bcommut|\\bwaiting\\b|\\bspent (?:by|with) (?:the )?(?:nurse|staff|MA|RN)\\b");
    private static final Pattern LEFT_OUT = Pattern.compile(
            "(?i)\\b(?:excluding|exclud\\w+|exclusive of|not (?:including|counting)|apart from|separate(?:ly)? from|in addition to|of which|including|plus|does not include)\\b");

    /** What a part of the time was for. What is of none, or of several, may have the others in it. */
    private enum Work {
        PATIENT("face|\\b(?:patient|pt|family|parents?|mother|father|her|him|them)\\b|counsel|\\bexam"),
        RECORD("\\bchart|record|document|\\breview"),
        COORDINATION("coordinat|\\bcalls?\\b|\\bcalling\\b");

        private final Pattern said;

        Work(String said) {
            this.said = Pattern.compile("(?i)" + said);
        }

        static Optional<Work> of(String words) {
            var works = Stream.of(values())
                    .filter(work -> work.said.matcher(words).find())
                    .toList();
            return works.size() == 1 ? Optional.of(works.get(0)) : Optional.empty();
        }
    }

    private record Part(VisitTime time, Optional<Work> of) {}

    /**
     * The total one where one is called so, the longest of several; else what its parts are together that are of different work, since a part may be told twice; where
     * one part may have the others in it, the longest.
     */
    static Optional<VisitTime> in(String text) {
        var totals = new ArrayList<VisitTime>();
        var parts = new ArrayList<Part>();
        DURATION.matcher(text).results().forEach(said -> read(text, said, totals, parts));
        if (!totals.isEmpty()) {
            return totals.stream().max(BY_LENGTH);
        }
        var longest = new EnumMap<Work, VisitTime>(Work.class);
        parts.forEach(
                part -> part.of().ifPresent(work -> longest.merge(work, part.time(), BinaryOperator.maxBy(BY_LENGTH))));
        var together = longest.values().stream().reduce(VisitTime::and);
        return Stream.concat(parts.stream().filter(part -> part.of().isEmpty()).map(Part::time), together.stream())
                .max(BY_LENGTH);
    }

    private VisitTime and(VisitTime other) {
        return new VisitTime(
                minutes + other.minutes,
                Stream.concat(said.stream(), other.said.stream()).toList());
    }

    private static void read(String text, MatchResult said, List<VisitTime> totals, List<Part> parts) {
        var clause = clause(text, said);
        var before = text.substring(clause.start(), said.start());
        var behind = text.substring(said.end(), clause.end());
        var words = text.substring(clause.start(), clause.end());
        if (isLeftOut(before) || OF_ANOTHER_PERSON.matcher(words).find()) {
            return;
        }
        var own = piece(before) + said.group() + firstPiece(behind);
        if (OF_ANOTHER_SERVICE.matcher(own).find()) {
            return;
        }
        var total = TOTAL_BEFORE.matcher(before);
        if (total.find()) {
            totals.add(time(said, clause.start() + total.start()));
        } else if (TOTAL_BEHIND.matcher(behind).find()) {
            totals.add(time(said, said.start()));
        } else {
            var spent = SPENT_BEFORE.matcher(before);
            var isSpent = spent.find();
            if ((isSpent
                            || SPENT_TOO.matcher(before).find()
                            || SPENT_BEHIND.matcher(behind).find())
                    && OF_THE_VISIT.matcher(words).find()) {
                parts.add(new Part(
                        time(said, isSpent ? clause.start() + spent.start() : said.start()),
                        Work.of(upToAnother(behind))));
            }
        }
    }

    /** Whether it is named as no part, or as a part, of a time before it. */
    private static boolean isLeftOut(String before) {
        var leaves = LEFT_OUT.matcher(before);
        return leaves.find()
                && DURATION.matcher(before.substring(0, leaves.start())).find();
    }

    private static VisitTime time(MatchResult said, int start) {
        var hours = said.group(1) == null ? 0 : Double.parseDouble(said.group(1));
        var beside = said.group(2) == null ? said.group(3) : said.group(2);
        return new VisitTime(
                (int) (hours * HOUR) + (beside == null ? 0 : Integer.parseInt(beside)),
                List.of(new Span(start, said.end())));
    }

    /** What stands between the ends of the sentence, no further away than a few words. */
    private static Span clause(String text, MatchResult said) {
        var start = said.start();
        while (start > Math.max(0, said.start() - WORDS_BEFORE) && !isEnd(text, start - 1)) {
            start--;
        }
        var end = said.end();
        while (end < Math.min(text.length(), said.end() + WORDS_BEHIND) && !isEnd(text, end)) {
            end++;
        }
        return new Span(start, end);
    }

    private static boolean isEnd(String text, int at) {
        return ".;\n".indexOf(text.charAt(at)) >= 0;
    }

    private static String piece(String before) {
        return before.substring(before.lastIndexOf(',') + 1);
    }

    private static String upToAnother(String behind) {
        var another = DURATION.matcher(behind);
        return another.find() ? behind.substring(0, another.start()) : behind;
    }

    /** Without what the time leaves out. */
    private static String firstPiece(String behind) {
        var comma = behind.indexOf(',');
        var words = comma < 0 ? behind : behind.substring(0, comma);
        var without = LEFT_OUT.matcher(words);
        return without.find() ? words.substring(0, without.start()) : words;
    }
}
