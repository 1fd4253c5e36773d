package org.superbill.coding.cac;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What tells a code from the one that fits next best. Source: ICD-10-CM Official Guidelines I.A.9 (other and unspecified), I.B.2 (highest specificity documented), I.B.13 (side). */
final class Neighbours {
    private static final Pattern OTHER = Pattern.compile("\\bother\\b|elsewhere classified");
    private static final Pattern AGAINST = Pattern.compile("^Guidelines I\\.(?:A\\.9|B\\.2|B\\.13): not (\\w+) .*");
    private static final int CATEGORY = 3;

    private final CodeBook book;
    private final Titles titles;

    Neighbours(CodeBook book, Titles titles) {
        this.book = book;
        this.titles = titles;
    }

    /**
     * What the record says where a code comes from.
     *
     * @param near the words of the sentences
     * @param sides that the note names for it
     * @param said the words that led to the code, as written; empty where none did
     */
    record Said(ReadNote note, Set<String> near, Set<Side> sides, String said) {
        static Said of(ReadNote note, List<Mention> mentions) {
            return new Said(
                    note,
                    mentions.stream()
                            .flatMap(mention -> note.wordsFor(mention).stream())
                            .collect(Collectors.toSet()),
                    mentions.stream().map(note::side).collect(Collectors.toSet()),
                    mentions.isEmpty()
                            ? ""
                            : note.text()
                                    .substring(
                                            mentions.get(0).start(),
                                            mentions.get(0).end()));
        }

        boolean says(String word) {
            return near.contains(word) || note.says(word);
        }
    }

    /** @param unsaid how many words of its title the note lacks */
    private record Near(String code, int unsaid) {}

    /** Whether one of the reasons for a code names its neighbour. */
    static boolean isNamedIn(List<String> reasons) {
        return reasons.stream().anyMatch(reason -> AGAINST.matcher(reason).matches());
    }

    /**
     * Whether a reason names a code that is none to be told apart any more: a rule has taken that one all the same, or has chosen a code of another category since.
     *
     * @param proposed the code itself among them
     */
    static boolean isPast(String reason, String code, Collection<String> proposed) {
        var against = AGAINST.matcher(reason);
        return against.matches()
                && (proposed.contains(against.group(1)) || !against.group(1).startsWith(code.substring(0, CATEGORY)));
    }

    /**
     * The nearest code that is not proposed, and what in the record speaks against it or is missing for it; where there is no other code that says so.
     *
     * @param proposed codes that the record supports too: they are no neighbours to be told apart
     */
    String nearest(String code, Said record, Collection<String> proposed) {
        var category = code.substring(0, Math.min(CATEGORY, code.length()));
        if (book.billable(category).size() == 1) {
            return "Category %s has no other code".formatted(category);
        }
        var circle = code;
        while (circle.length() > CATEGORY && !book.parent(circle).equals(circle)) {
            circle = book.parent(circle);
            var nearest = book.billable(circle).stream()
                    .map(CodeBook.Entry::code)
                    .filter(other -> !other.equals(code) && !proposed.contains(other))
                    .map(other -> new Near(other, unsaid(code, other, record).size()))
                    .sorted(Comparator.comparingInt(Near::unsaid))
                    .map(near -> against(code, near.code(), record))
                    .filter(Objects::nonNull)
                    .findFirst();
            if (nearest.isPresent()) {
                return nearest.get();
            }
        }
        return "No other code of category %s is told apart from it by what the note says or leaves out"
                .formatted(category);
    }

    /** @return null when nothing that the record says tells them apart */
    @Nullable
    String against(String code, String neighbour, Said record) {
        var side = side(code);
        if (side != side(neighbour) && side != Side.NONE) {
            if (side != Side.UNSPECIFIED && record.sides().contains(side)) {
                return not("I.B.13", neighbour, "the note says " + side.name().toLowerCase(Locale.ROOT));
            }
            if (side == Side.UNSPECIFIED && record.sides().equals(Set.of(Side.NONE))) {
                return not("I.B.13", neighbour, "the note names no side");
            }
        }
        var more = without(titles.telling(book.title(code)), neighbour);
        more.removeIf(word -> !record.says(word));
        Collections.sort(more);
        if (!more.isEmpty()) {
            return not(
                    "I.B.2",
                    neighbour,
                    "the note says "
                            + more.stream().map(record.note()::asWritten).collect(Collectors.joining(", ")));
        }
        var unsaid = unsaid(code, neighbour, record);
        if (!unsaid.isEmpty()) {
            return not("I.B.2", neighbour, "the note does not say " + String.join(", ", unsaid));
        }
        return kind(code, neighbour, record);
    }

    /** Where the titles differ only in being of other or of unspecified forms. */
    private @Nullable String kind(String code, String neighbour, Said record) {
        var isOther = OTHER.matcher(book.title(code)).find();
        if (OTHER.matcher(book.title(neighbour)).find() && !isOther) {
            return not("I.A.9", neighbour, "the note names no form without a code of its own");
        }
        return isOther
                        && book.title(neighbour).contains("unspecified")
                        && !record.said().isEmpty()
                ? not("I.A.9", neighbour, "the note says which: \"%s\"".formatted(record.said()))
                : null;
    }

    private String not(String section, String neighbour, String why) {
        return "Guidelines %s: not %s (%s), for %s".formatted(section, neighbour, book.text(neighbour), why);
    }

    private Side side(String code) {
        return titles.side(book.title(code));
    }

    /** What the neighbour's title says, the kind of encounter too, and neither the code's title nor the note; in the order of the alphabet. */
    private List<String> unsaid(String code, String neighbour, Said record) {
        var words = without(titles.telling(book.title(neighbour)), code);
        if (words.isEmpty()) {
            words = without(Titles.telling(titles.words(book.text(neighbour))), code);
        }
        words.removeIf(record::says);
        Collections.sort(words);
        return words;
    }

    /** The words that the code's title does not have. */
    private List<String> without(Set<String> said, String code) {
        var known = titles.words(book.text(code));
        var words = new ArrayList<String>();
        for (var word : said) {
            if (!known.contains(word)) {
                words.add(word);
            }
        }
        return words;
    }
}
