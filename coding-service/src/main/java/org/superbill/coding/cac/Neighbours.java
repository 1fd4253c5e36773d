package org.superbill.coding.cac;

import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What tells a code from the one that fits next best. Source: ICD-10-CM Official Guidelines I.B.2 (highest specificity documented), I.B.13 (side). */
final class Neighbours {
    private final CodeBook book;
    private final Titles titles;

    Neighbours(CodeBook book, Titles titles) {
        this.book = book;
        this.titles = titles;
    }

    /** @return null when nothing that the record says tells them apart */
    @Nullable
    String against(String code, String neighbour, Circumstances record) {
        var side = record.side();
        if ((side == Side.RIGHT || side == Side.LEFT || side == Side.BILATERAL)
                && side(code) == side
                && side(neighbour) != side) {
            return "Guidelines I.B.13: not %s, for the note says %s"
                    .formatted(neighbour, side.name().toLowerCase(Locale.ROOT));
        }
        var more = said(code, neighbour);
        more.removeIf(word -> !isSaid(word, record));
        if (!more.isEmpty()) {
            return "Guidelines I.B.2: not %s, for the note says %s".formatted(neighbour, String.join(", ", more));
        }
        var unsaid = said(neighbour, code);
        unsaid.removeIf(word -> isSaid(word, record));
        return unsaid.isEmpty()
                ? null
                : "Guidelines I.B.2: not %s, for the note does not say %s"
                        .formatted(neighbour, String.join(", ", unsaid));
    }

    private Side side(String code) {
        return titles.side(book.text(code));
    }

    /** What the title of one says and that of the other does not, in the order of the alphabet. */
    private TreeSet<String> said(String one, String other) {
        var words = new TreeSet<>(Titles.telling(titles.said(lower(one))));
        words.removeAll(titles.words(book.text(other)));
        return words;
    }

    private String lower(String code) {
        return book.text(code).toLowerCase(Locale.ROOT);
    }

    private static boolean isSaid(String word, Circumstances record) {
        return record.near().contains(word) || record.note().says(word);
    }
}
