package org.superbill.coding.cac;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Narrows a header to the one billable code that the record supports: side, kind of encounter, open or closed, trimester, stage, and whatever else the titles under
 * the header say and the sentence says too. Source: ICD-10-CM Official Guidelines I.B.2 (highest specificity documented) and I.B.18 (unspecified where the record is).
 */
final class Specifier {
    private static final double SAID = 1.5;
    private static final double SAID_ELSEWHERE = 0.4;
    private static final double NOT_SAID = -0.8;
    private static final double LEAST = -1.7;

    /** A margin over nothing. */
    static final double NO_OTHER = 3;

    private static final Set<String> COURSE = Set.of("remission", "relapse", "recurrent");
    private static final int CATEGORY = 3;
    private static final Pattern JOINED = Pattern.compile("([a-z]+) and ([a-z]+)");

    /**
     * @param code billable and supported, or null
     * @param missing what would be needed, in words, when there is no code or only an unspecified one
     * @param margin how much better it fits than the next one; {@link #NO_OTHER} where there is none
     * @param neighbour the next one and what speaks against it, or null
     */
    record Specified(
            @Nullable String code,
            @Nullable String missing,
            double margin,
            @Nullable String neighbour) {}

    private final CodeBook book;
    private final Titles titles;
    private final Neighbours neighbours;
    private final Map<String, List<String>> saying = new ConcurrentHashMap<>();

    Specifier(CodeBook book, Reader reader) {
        this.book = book;
        this.titles = new Titles(reader);
        this.neighbours = new Neighbours(book, titles);
    }

    /** See {@link Neighbours#nearest}. */
    String nearest(String code, ReadNote note, List<Mention> mentions, Collection<String> proposed) {
        return neighbours.nearest(code, Neighbours.Said.of(note, mentions), proposed);
    }

    /** The words of a title, each once. */
    Set<String> words(String title) {
        return titles.words(title);
    }

    /** The words of a code's title that say something, see {@link Titles#said}. */
    Set<String> said(String code) {
        return titles.said(book.title(code));
    }

    Specified specify(String named, Circumstances record) {
        var target = withoutSide(named);
        var candidates = book.billable(target);
        if (candidates.isEmpty()) {
            return new Specified(null, null, 0, null);
        }
        if (candidates.size() == 1) {
            return new Specified(candidates.get(0).code(), null, NO_OTHER, null);
        }
        var known = new HashSet<>(titles.words(book.text(target)));
        var apart = apart(target, candidates);
        known.addAll(titles.common(candidates));
        String best = null;
        String next = null;
        var bestScore = Double.NEGATIVE_INFINITY;
        var nextScore = Double.NEGATIVE_INFINITY;
        for (var candidate : candidates) {
            var score = score(candidate, known, record, candidates) + ofOne(candidate, apart, record);
            if (score > bestScore) {
                next = best;
                best = candidate.code();
                nextScore = bestScore;
                bestScore = score;
            } else if (score > nextScore) {
                next = candidate.code();
                nextScore = score;
            }
        }
        if (best == null || bestScore < LEAST) {
            return new Specified(null, missing(candidates, record), 0, null);
        }
        var unspecified = book.title(best).contains("unspecified");
        return new Specified(
                best,
                unspecified ? missing(candidates, record) : null,
                Math.min(NO_OTHER, bestScore - nextScore),
                next == null ? null : neighbours.against(best, next, record.words()));
    }

    /** "Subluxation and dislocation of hip" is a header over codes of the one and codes of the other: the two words tell them apart. */
    private Set<String> apart(String header, List<CodeBook.Entry> candidates) {
        var apart = new HashSet<String>();
        var joined = JOINED.matcher(book.title(header));
        while (joined.find()) {
            var one = titles.words(joined.group(1));
            var other = titles.words(joined.group(2));
            if (isOnly(one, other, candidates) && isOnly(other, one, candidates)) {
                apart.addAll(one);
                apart.addAll(other);
            }
        }
        return apart;
    }

    private double ofOne(CodeBook.Entry candidate, Set<String> apart, Circumstances record) {
        return titles.words(candidate.text()).stream()
                .filter(apart::contains)
                .mapToDouble(word -> record.near().contains(word) ? SAID : NOT_SAID)
                .sum();
    }

    private boolean isOnly(Set<String> said, Set<String> unsaid, List<CodeBook.Entry> candidates) {
        return candidates.stream()
                .map(entry -> titles.words(entry.text()))
                .anyMatch(words -> words.containsAll(said) && Collections.disjoint(words, unsaid));
    }

    /** Whether there are codes for the right and the left under it and none for both. Source: Guidelines I.B.13. */
    boolean hasNoneForBothSides(String named) {
        var sides = book.billable(withoutSide(named)).stream()
                .map(entry -> titles.side(book.title(entry.code())))
                .collect(Collectors.toSet());
        return sides.contains(Side.RIGHT) && sides.contains(Side.LEFT) && !sides.contains(Side.BILATERAL);
    }

    /** Where a term leads to the code for an unknown side or trimester, the family decides. */
    private String withoutSide(String code) {
        var family = code;
        while ((titles.side(book.title(family)) == Side.UNSPECIFIED
                        || book.title(family).contains("unspecified trimester"))
                && !book.parent(family).equals(family)) {
            family = book.parent(family);
        }
        return family;
    }

    private double score(CodeBook.Entry candidate, Set<String> known, Circumstances record, List<CodeBook.Entry> all) {
        var title = book.title(candidate.code());
        var side = side(title, record, all);
        var score = record.agrees(title);
        if (side + score < Circumstances.WRONG / 2) {
            return side + score;
        }
        var choice = titles.choice(title);
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
    private static boolean isSaidElsewhere(String word, Circumstances record) {
        return !COURSE.contains(word) && record.note().says(word);
    }

    /**
     * A more specific code beside one that leaves something open: its title has all that the term says, and every word more is said beside it.
     *
     * @return empty when there is none, or more than one
     */
    Optional<String> refined(String code, Circumstances record) {
        var title = book.title(code);
        if (!Titles.isOpen(title) || code.length() < CATEGORY + 1) {
            return Optional.empty();
        }
        var best = new ArrayList<String>();
        var most = 0;
        for (var sibling : saying.computeIfAbsent(code, this::sayingMore)) {
            var more = more(sibling, code, record);
            if (more > 0 && more >= most) {
                if (more > most) {
                    best.clear();
                }
                most = more;
                best.add(sibling);
            }
        }
        return best.size() == 1 ? Optional.of(best.get(0)) : Optional.empty();
    }

    /** Siblings whose titles have all that the code's says; not those for what is specified otherwise. */
    private List<String> sayingMore(String code) {
        var base = titles.said(book.title(code));
        return book.billable(code.substring(0, CATEGORY)).stream()
                .map(CodeBook.Entry::code)
                .filter(sibling -> !sibling.equals(code)
                        && !book.title(sibling).startsWith("other ")
                        && !book.title(sibling).contains("other specified")
                        && titles.said(book.title(sibling)).containsAll(base))
                .toList();
    }

    /** How many words a sibling's title says more, all of them said of the patient; 0 when one is not, or nothing is more. */
    private int more(String sibling, String code, Circumstances record) {
        var title = book.title(sibling);
        var words = new HashSet<>(titles.telling(title));
        words.removeAll(titles.said(book.title(code)));
        if (!record.beside().containsAll(words)
                || record.agrees(title) < 0
                || titles.side(title) != Side.NONE && titles.side(title) != record.side()) {
            return 0;
        }
        if (record.denies() && !Collections.disjoint(words, titles.denied(book.text(code)))) {
            return 0; // "migraine without aura" is none with it
        }
        return words.size();
    }

    /** How much of what a code's title says stands in the sentences that led to it, 0 to 1. */
    double share(String code, ReadNote note, List<Mention> mentions) {
        var wanted = new HashSet<>(titles.telling(book.title(code)));
        if (wanted.isEmpty()) {
            return 1;
        }
        var all = wanted.size();
        for (var mention : mentions) {
            note.reading(mention.sentence()).items().forEach(item -> wanted.remove(item.word()));
        }
        return 1 - (double) wanted.size() / all;
    }

    private double side(String title, Circumstances record, List<CodeBook.Entry> all) {
        var side = titles.side(title);
        if (side == Side.NONE) {
            return 0;
        }
        if (record.side() == Side.NONE) {
            return side == Side.UNSPECIFIED ? 1 : all.size() <= 2 ? -3 : -4;
        }
        if (side == record.side()) {
            return 2;
        }
        return side == Side.UNSPECIFIED ? 0 : Circumstances.WRONG;
    }

    private String missing(List<CodeBook.Entry> candidates, Circumstances record) {
        var sided = candidates.stream().anyMatch(entry -> titles.side(book.title(entry.code())) == Side.RIGHT);
        return sided && record.side() == Side.NONE ? "side" : "type or severity";
    }
}
