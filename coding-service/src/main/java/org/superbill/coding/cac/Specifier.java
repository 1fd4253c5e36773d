package org.superbill.coding.cac;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
            "status");

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
     * @param trimester 1 to 3, or null
     * @param delivered whether the record is of a birth
     */
    record Record(
            ReadNote note,
            Set<String> near,
            Side side,
            Phase phase,
            boolean open,
            @Nullable Integer trimester,
            boolean delivered) {}

    /**
     * @param code billable and supported, or null
     * @param missing what would be needed, in words, when there is no code or only an unspecified one
     */
    record Specified(@Nullable String code, @Nullable String missing) {}

    private final CodeBook book;
    private final Reader reader;

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
            return new Specified(null, null);
        }
        if (candidates.size() == 1) {
            return new Specified(candidates.get(0).code(), null);
        }
        var known = new HashSet<>(reader.termWords(book.text(target)));
        String best = null;
        var bestScore = Double.NEGATIVE_INFINITY;
        for (var candidate : candidates) {
            var score = score(candidate, known, record, candidates);
            if (score > bestScore) {
                best = candidate.code();
                bestScore = score;
            }
        }
        if (best == null || bestScore < LEAST) {
            return new Specified(null, missing(candidates, record));
        }
        var unspecified = book.text(best).toLowerCase(Locale.ROOT).contains("unspecified");
        return new Specified(best, unspecified ? missing(candidates, record) : null);
    }

    /** Where a term leads to the code for an unknown side, the family of the sides decides. */
    private String withoutSide(String code) {
        var family = code;
        while (Side.of(book.text(family)) == Side.UNSPECIFIED
                && !book.parent(family).equals(family)) {
            family = book.parent(family);
        }
        return family;
    }

    private double score(CodeBook.Entry candidate, Set<String> known, Record record, List<CodeBook.Entry> all) {
        var title = candidate.text().toLowerCase(Locale.ROOT);
        var side = side(title, record, all);
        var score = phase(title, record) + trimester(title, record);
        if (side + score < WRONG / 2) {
            return side + score;
        }
        var rest = ENCOUNTER.matcher(title).replaceAll("");
        rest = TRIMESTER.matcher(rest).replaceAll("");
        var denied = DENIED.matcher(rest).replaceAll("");
        score += denied.equals(rest) ? 0 : UNSPECIFIED;
        rest = BRACKETS.matcher(denied).replaceAll(" ");
        if (title.contains("unspecified")) {
            score += UNSPECIFIED;
            rest = OPEN_SEGMENT.matcher(rest).replaceAll(" ");
        }
        if (title.contains("other")) {
            score += OTHER;
        }
        var unsaid = false;
        for (var word : reader.termWords(rest)) {
            if (!known.contains(word) && !TAKEN_FOR_GRANTED.contains(word)) {
                var near = record.near().contains(word);
                unsaid |= !near;
                score += near ? SAID : record.note().says(word) ? SAID_ELSEWHERE : NOT_SAID;
            }
        }
        return score + (unsaid && side > 0 ? 0 : side); // the right side of the wrong part is not right
    }

    private static double side(String title, Record record, List<CodeBook.Entry> all) {
        var side = Side.of(title);
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
            return record.open() ? (title.contains("type iiia") ? -1 : 1) : WRONG;
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

    private static String missing(List<CodeBook.Entry> candidates, Record record) {
        var sided = candidates.stream().anyMatch(entry -> Side.of(entry.text()) == Side.RIGHT);
        if (sided && record.side() == Side.NONE) {
            return "side";
        }
        return "type or severity";
    }
}
