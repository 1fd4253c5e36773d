package org.superbill.coding.cac;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Narrows a header to the one billable code that the record supports: side, kind of encounter, open or closed, trimester, stage, and whatever else the titles under
 * the header say and the sentence says too. Source: ICD-10-CM Official Guidelines I.B.2 (highest specificity documented) and I.B.18 (unspecified where the record is).
 */
final class Specifier {
    private static final double SAID = 1.5;
    private static final double SAID_ELSEWHERE = 0.4;
    private static final double NOT_SAID = -0.8;
    private static final double OTHER = -0.5;
    private static final double UNSPECIFIED = 0.3;
    private static final double LEAST = -1.7;
    private static final double WRONG = -100;

    /** A margin over nothing. */
    static final double NO_OTHER = 3;

    /** What a title says of the ordinary case, and what is found in another way. */
    private static final Set<String> TAKEN_FOR_GRANTED = Set.of(
            "right",
            "left",
            "bilateral",
            "unilateral",
            "other",
            "specified",
            "primary",
            "affecting",
            "side",
            "essential",
            "native",
            "body",
            "complicating",
            "childbirth",
            "puerperium",
            "trimester",
            "disease",
            "disorder",
            "syndrome",
            "part",
            "region",
            "site",
            "status",
            "type",
            "predominantly",
            "displaced", // unless it is documented otherwise: Guidelines I.C.19.c
            "female",
            "male"); // the sex is the patient's

    private static final Pattern DENIED = Pattern.compile(
            ",? (without|not intractable|not having|not specified as|uncomplicated)[^,]*(?: or [^,]*)?");
    private static final Pattern OPEN_SEGMENT =
            Pattern.compile("unspecified (?:[a-z]+ )?[a-z]+|,? ?unspecified$|\\bunspecified\\b");
    private static final Pattern BRACKETS = Pattern.compile("\\[[^]]*]|\\([^)]*\\)");
    private static final Pattern ENCOUNTER = Pattern.compile(",? (initial|subsequent) encounter.*$|, sequela.*$");
    private static final Pattern TRIMESTER = Pattern.compile(
            ",? ?(first|second|third|unspecified) trimester|,? fetus \\d|,? not applicable or unspecified|,? other fetus");

    /** What a code is for, in the seventh place and beside it. */
    enum Phase {
        INITIAL,
        SUBSEQUENT,
        SEQUELA
    }

    /**
     * What the record says beside the words of the term.
     *
     * @param near the words of the sentence
     * @param openOfTypeThree by Gustilo's classification
     * @param trimester 1 to 3, or null
     * @param delivered whether the record is of a birth
     * @param sex of the patient, or null
     * @param said the words of the mention, from its first to its last
     */
    record Record(
            ReadNote note,
            Set<String> near,
            Side side,
            Phase phase,
            boolean open,
            boolean openOfTypeThree,
            @Nullable Integer trimester,
            boolean delivered,
            Encounter.@Nullable Sex sex,
            String said) {}

    /**
     * @param code billable and supported, or null
     * @param missing what would be needed, in words, when there is no code or only an unspecified one
     * @param margin how much better it fits than the next one; {@link #NO_OTHER} where there is none
     */
    record Specified(@Nullable String code, @Nullable String missing, double margin) {}

    /**
     * What a title says that chooses its code among others.
     *
     * @param forItself what speaks for the code, or against it, without the record
     * @param words which the record should say too
     */
    private record Choice(double forItself, Set<String> words, Side side) {}

    private static final Set<String> COURSE = Set.of("remission", "relapse", "recurrent");
    private static final Pattern MALE = Pattern.compile("\\bmale\\b");
    private static final Pattern WITHOUT = Pattern.compile("without ([^,]*)");
    private static final Pattern DENYING = Pattern.compile("(?i)\\bw/o\\b|\\bwithout\\b|\\bno\\b");
    private static final Pattern OPEN_WORDS =
            Pattern.compile("\\bunspecified(?: (?:organism|site|severity|type|cause|trimester))?\\b|\\bnos\\b");
    private static final Set<String> SIDES = Set.of("right", "left", "bilateral", "unilateral");
    private static final int CATEGORY = 3;

    private final CodeBook book;
    private final Reader reader;
    /** By title, in lower case: a header has up to two thousand codes under it, and each mention looks at all of them. */
    private final Map<String, Choice> choices = new ConcurrentHashMap<>();

    private final Map<String, Set<String>> titles = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> sayings = new ConcurrentHashMap<>();

    Specifier(CodeBook book, Reader reader) {
        this.book = book;
        this.reader = reader;
    }

    /** The words of a title, each once. */
    Set<String> words(String title) {
        return new HashSet<>(reader.termWords(title));
    }

    Specified specify(String named, Record record) {
        var target = withoutSide(named);
        var candidates = book.billable(target);
        if (candidates.isEmpty()) {
            return new Specified(null, null, 0);
        }
        if (candidates.size() == 1) {
            return new Specified(candidates.get(0).code(), null, NO_OTHER);
        }
        var known = new HashSet<>(titleWords(book.text(target)));
        known.addAll(common(candidates));
        String best = null;
        var bestScore = Double.NEGATIVE_INFINITY;
        var nextScore = Double.NEGATIVE_INFINITY;
        for (var candidate : candidates) {
            var score = score(candidate, known, record, candidates);
            if (score > bestScore) {
                best = candidate.code();
                nextScore = bestScore;
                bestScore = score;
            } else {
                nextScore = Math.max(nextScore, score);
            }
        }
        if (best == null || bestScore < LEAST) {
            return new Specified(null, missing(candidates, record), 0);
        }
        var unspecified = book.text(best).toLowerCase(Locale.ROOT).contains("unspecified");
        return new Specified(
                best, unspecified ? missing(candidates, record) : null, Math.min(NO_OTHER, bestScore - nextScore));
    }

    /** Where a term leads to the code for an unknown side, the family of the sides decides. */
    private String withoutSide(String code) {
        var family = code;
        while (sideOf(book.text(family)) == Side.UNSPECIFIED
                && !book.parent(family).equals(family)) {
            family = book.parent(family);
        }
        return family;
    }

    private double score(CodeBook.Entry candidate, Set<String> known, Record record, List<CodeBook.Entry> all) {
        var title = candidate.text().toLowerCase(Locale.ROOT);
        var side = side(title, record, all);
        var score = phase(title, record) + trimester(title, record) + sex(title, record);
        if (side + score < WRONG / 2) {
            return side + score;
        }
        var choice = choices.computeIfAbsent(title, this::choice);
        score += choice.forItself();
        var unsaid = false;
        for (var word : choice.words()) {
            if (!known.contains(word)) {
                var near = record.near().contains(word);
                unsaid |= !near;
                score += near ? SAID : isSaidElsewhere(word, record) ? SAID_ELSEWHERE : NOT_SAID;
            }
        }
        return score + (unsaid && side > 0 ? 0 : side); // the right side of the wrong part is not right
    }

    /** How far a disease has come is said beside it or not at all: the remission of the end of a report is none at its beginning. */
    private static boolean isSaidElsewhere(String word, Record record) {
        return !COURSE.contains(word) && record.note().says(word);
    }

    private Choice choice(String title) {
        var forItself = 0.0;
        var rest = TRIMESTER.matcher(ENCOUNTER.matcher(title).replaceAll("")).replaceAll("");
        var denied = DENIED.matcher(rest).replaceAll("");
        forItself += denied.equals(rest) ? 0 : UNSPECIFIED;
        rest = BRACKETS.matcher(denied).replaceAll(" ");
        if (title.contains("unspecified")) {
            forItself += UNSPECIFIED;
            rest = OPEN_SEGMENT.matcher(rest).replaceAll(" ");
        }
        if (title.contains("other")) {
            forItself += OTHER;
        }
        var words = new HashSet<>(reader.termWords(rest));
        words.removeAll(TAKEN_FOR_GRANTED);
        return new Choice(forItself, Set.copyOf(words), Side.of(title));
    }

    private Side sideOf(String title) {
        return choices.computeIfAbsent(title.toLowerCase(Locale.ROOT), this::choice)
                .side();
    }

    /** What all the titles under a header say tells none of them from the others. */
    private Set<String> common(List<CodeBook.Entry> candidates) {
        var common = new HashSet<>(titleWords(candidates.get(0).text()));
        for (var candidate : candidates) {
            common.retainAll(titleWords(candidate.text()));
        }
        return common;
    }

    private Set<String> titleWords(String title) {
        return titles.computeIfAbsent(title, unseen -> Set.copyOf(reader.termWords(unseen)));
    }

    private static double sex(String title, Record record) {
        var female = title.contains("female");
        if (record.sex() == null || !female && !MALE.matcher(title).find()) {
            return 0;
        }
        return female == (record.sex() == Encounter.Sex.FEMALE) ? 0 : WRONG;
    }

    /**
     * A more specific code beside one that leaves something open: its title has all that the term says, and every word more is said in the sentence.
     *
     * @return empty when there is none, or more than one
     */
    Optional<String> refined(String code, Record record) {
        var title = book.text(code).toLowerCase(Locale.ROOT);
        if (!isOpen(title) || code.length() < CATEGORY + 1) {
            return Optional.empty();
        }
        var base = said(title);
        var best = new ArrayList<String>();
        var most = 0;
        for (var sibling : book.billable(code.substring(0, CATEGORY))) {
            var more = more(sibling, code, base, record);
            if (more > 0 && more >= most) {
                if (more > most) {
                    best.clear();
                }
                most = more;
                best.add(sibling.code());
            }
        }
        return best.size() == 1 ? Optional.of(best.get(0)) : Optional.empty();
    }

    /** How many words a sibling's title says more, all of them said of the patient; 0 when one is not, or nothing is more. */
    private int more(CodeBook.Entry sibling, String code, Set<String> base, Record record) {
        var title = sibling.text().toLowerCase(Locale.ROOT);
        if (sibling.code().equals(code) || title.startsWith("other ") || title.contains("other specified")) {
            return 0;
        }
        if (phase(title, record) + trimester(title, record) + sex(title, record) < 0
                || sideOf(title) != Side.NONE && sideOf(title) != record.side()) {
            return 0;
        }
        var words = new HashSet<>(said(title));
        if (!words.containsAll(base)) {
            return 0;
        }
        words.removeAll(base);
        words.removeAll(TAKEN_FOR_GRANTED);
        if (DENYING.matcher(record.said()).find() && !Collections.disjoint(words, denied(code))) {
            return 0; // "migraine without aura" is none with it
        }
        return record.near().containsAll(words) ? words.size() : 0;
    }

    /** How much of what a code's title says stands in the sentences that led to it, 0 to 1. */
    double share(String code, ReadNote note, List<Mention> mentions) {
        var wanted = new HashSet<>(said(book.text(code).toLowerCase(Locale.ROOT)));
        wanted.removeAll(TAKEN_FOR_GRANTED);
        if (wanted.isEmpty()) {
            return 1;
        }
        var all = wanted.size();
        for (var mention : mentions) {
            note.reading(mention.sentence()).items().forEach(item -> wanted.remove(item.word()));
        }
        return 1 - (double) wanted.size() / all;
    }

    private Set<String> denied(String code) {
        var words = new HashSet<String>();
        var without = WITHOUT.matcher(book.text(code).toLowerCase(Locale.ROOT));
        while (without.find()) {
            words.addAll(titleWords(without.group(1)));
        }
        return words;
    }

    private static boolean isOpen(String title) {
        return title.contains("unspecified")
                || title.contains("without")
                || title.contains("uncomplicated")
                || title.contains("not intractable");
    }

    /** The words of a title that say something: not what it denies or leaves open, nor the kind of encounter. */
    private Set<String> said(String title) {
        return sayings.computeIfAbsent(title, unseen -> {
            var rest =
                    TRIMESTER.matcher(ENCOUNTER.matcher(unseen).replaceAll("")).replaceAll("");
            rest = BRACKETS.matcher(DENIED.matcher(rest).replaceAll("")).replaceAll(" ");
            return Set.copyOf(reader.termWords(OPEN_WORDS.matcher(rest).replaceAll(" ")).stream()
                    .filter(word -> !SIDES.contains(word))
                    .toList());
        });
    }

    private double side(String title, Record record, List<CodeBook.Entry> all) {
        var side = sideOf(title);
        if (side == Side.NONE) {
            return 0;
        }
        if (record.side() == Side.NONE) {
            return side == Side.UNSPECIFIED ? 1 : all.size() <= 2 ? -3 : -4;
        }
        if (side == record.side()) {
            return 2;
        }
        return side == Side.UNSPECIFIED ? 0 : WRONG;
    }

    private static double phase(String title, Record record) {
        var phase = title.contains("subsequent encounter")
                ? Phase.SUBSEQUENT
                : title.endsWith("sequela")
                        ? Phase.SEQUELA
                        : title.contains("initial encounter") ? Phase.INITIAL : null;
        if (phase == null) {
            return 0;
        }
        if (phase != record.phase()) {
            return WRONG;
        }
        if (phase == Phase.SUBSEQUENT) {
            return title.contains("routine healing")
                            || !title.contains("healing") && !title.contains("nonunion") && !title.contains("malunion")
                    ? title.contains("open fracture") ? -1 : 0
                    : -2;
        }
        if (title.contains("open fracture")) {
            var grave = title.contains("type iiia");
            return record.open() ? (grave == record.openOfTypeThree() ? 1 : -1) : WRONG;
        }
        return title.contains("closed fracture") && record.open() ? WRONG : 0;
    }

    private static double trimester(String title, Record record) {
        var named = title.contains("first trimester")
                ? 1
                : title.contains("second trimester") ? 2 : title.contains("third trimester") ? 3 : 0;
        var score = title.contains("fetus") && !title.contains("not applicable") ? -3.0 : 0;
        if (record.delivered() && title.contains("complicating childbirth")) {
            return score + 3;
        }
        if (named == 0) {
            return score
                    + (title.contains("unspecified trimester") ? -0.5 : 0)
                    + (title.contains("complicating the puerperium") || title.contains("complicating childbirth")
                            ? -1
                            : 0);
        }
        if (record.trimester() == null) {
            return score - 2;
        }
        return named == record.trimester() ? score + 2 : WRONG;
    }

    private String missing(List<CodeBook.Entry> candidates, Record record) {
        var sided = candidates.stream().anyMatch(entry -> sideOf(entry.text()) == Side.RIGHT);
        if (sided && record.side() == Side.NONE) {
            return "side";
        }
        return "type or severity";
    }
}
