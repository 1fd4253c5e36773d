package org.superbill.coding.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.superbill.coderules.facts.TabularList;

/**
 * The inclusion terms of a Tabular List as names to search by: of the one that was loaded, else of that of fiscal year 2021 (CDC/NCHS, public domain), which ships with this
 * service for the rules. Terms seldom change their code, and a code that is gone is not found by them.
 */
final class InclusionTerms {
    private static final String RESOURCE = "/reference/facts/icd-10-cm-tabular-2021.tsv.gz";
    private static final String KIND = "inclusion-term";

    private InclusionTerms() {}

    /** Rows of code, block or chapter, kind of entry or note, text. */
    static List<String[]> shipped() {
        try (var resource = InclusionTerms.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException("This build lacks its resource " + RESOURCE);
            }
            return new BufferedReader(new InputStreamReader(new GZIPInputStream(resource), UTF_8))
                    .lines()
                    .map(line -> line.split("\t"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@link #shipped}. */
    static List<String[]> rows(TabularList list) {
        return list.rows().stream()
                .map(row -> new String[] {row.subject(), row.fact(), row.detail()})
                .toList();
    }

    /** The term, of a row that is one of a code. */
    static Optional<String> of(String[] row) {
        return row.length > 2 && row[1].equals(KIND) && !isBlock(row[0]) ? Optional.of(row[2]) : Optional.empty();
    }

    /** What a block of codes includes names none of them. */
    private static boolean isBlock(String code) {
        return code.indexOf('-') >= 0;
    }
}
