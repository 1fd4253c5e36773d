package org.superbill.coderules.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.superbill.coderules.NoteKind;
import org.superbill.coderules.NotedEntry.Level;

/** Puts the rows of an edition together to a tabular list: a chapter, its blocks (one of blocks before those in it), each with its codes. */
final class TabularReading {
    private static final int CATEGORY = 3;

    private final Edition edition;
    private final List<TabularList.Entry> entries = new ArrayList<>();
    private final List<String> blocks = new ArrayList<>();
    private String chapter = "";
    private String block = "";

    TabularReading(Edition edition) {
        this.edition = edition;
    }

    private record Open(String subject, Level level, String title, String under, List<TabularList.Text> notes) {}

    TabularList list() {
        @Nullable Open open = null;
        for (var row : edition.rows()) {
            var level = level(row.fact());
            if (level.isPresent()) {
                close(open);
                var under = under(row.subject(), level.get());
                open = new Open(row.subject(), level.get(), row.detail(), under, new ArrayList<>());
            } else if (open != null) {
                var notes = open.notes();
                NoteKind.of(row.fact()).ifPresent(kind -> notes.add(new TabularList.Text(kind, row.detail())));
            }
        }
        close(open);
        return new TabularList(edition.label(), edition.effectiveFrom(), entries);
    }

    private void close(@Nullable Open open) {
        if (open != null) {
            entries.add(new TabularList.Entry(
                    open.subject(),
                    open.level(),
                    open.title(),
                    open.notes(),
                    open.under(),
                    edition.label(),
                    edition.effectiveFrom()));
        }
    }

    /** Also moves on to it. */
    private String under(String subject, Level level) {
        return switch (level) {
            case CHAPTER -> {
                chapter = subject;
                yield "";
            }
            case BLOCK -> {
                var outer = outer(subject);
                block = subject;
                blocks.add(subject);
                yield outer;
            }
            case CODE -> subject.length() == CATEGORY ? block : "";
        };
    }

    /** The innermost block before it that it lies in, else its chapter. */
    private String outer(String subject) {
        var first = TabularBlock.of(subject).first();
        for (var i = blocks.size() - 1; i >= 0; i--) {
            if (TabularBlock.of(blocks.get(i)).contains(first)) {
                return blocks.get(i);
            }
        }
        return chapter;
    }

    private static Optional<Level> level(String fact) {
        return switch (fact) {
            case FactRow.CHAPTER -> Optional.of(Level.CHAPTER);
            case FactRow.BLOCK -> Optional.of(Level.BLOCK);
            case FactRow.CODE -> Optional.of(Level.CODE);
            default -> Optional.empty();
        };
    }
}
