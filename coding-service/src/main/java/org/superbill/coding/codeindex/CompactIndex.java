package org.superbill.coding.codeindex;

import java.io.BufferedReader;
import java.io.Reader;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How an index ships, and what its hash is of: one line a term, fields parted by tabs: level, title, modifiers, see, see also, codes parted by semicolons. */
final class CompactIndex {
    private static final int FIELDS = 6;

    private CompactIndex() {}

    static String write(List<IndexTerm> terms) {
        return terms.stream()
                .map(term -> String.join(
                                "\t",
                                Integer.toString(term.level()),
                                term.title(),
                                term.modifiers(),
                                text(term.see()),
                                text(term.seeAlso()),
                                String.join(";", term.codes()))
                        + "\n")
                .collect(Collectors.joining());
    }

    static List<IndexTerm> read(Reader reader) {
        return new BufferedReader(reader).lines().map(CompactIndex::term).toList();
    }

    private static IndexTerm term(String line) {
        var fields = line.split("\t", -1);
        if (fields.length != FIELDS) {
            throw new IllegalArgumentException("A term of a shipped index has %d fields".formatted(fields.length));
        }
        return new IndexTerm(
                Integer.parseInt(fields[0]),
                fields[1],
                fields[2],
                orNull(fields[3]),
                orNull(fields[4]),
                fields[5].isEmpty() ? List.of() : Arrays.asList(fields[5].split(";", -1)));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
