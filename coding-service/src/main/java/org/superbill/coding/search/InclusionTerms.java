package org.superbill.coding.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.function.BiConsumer;
import java.util.zip.GZIPInputStream;

/**
 * The inclusion terms of the Tabular List of fiscal year 2021 (CDC/NCHS, public domain) as it ships with this service for the rules, as names to search by. Terms seldom
 * change their code, and a code that is gone is not found by them.
 */
final class InclusionTerms {
    private static final String RESOURCE = "/reference/facts/icd-10-cm-tabular-2021.tsv.gz";
    private static final String KIND = "inclusion-term";

    private InclusionTerms() {}

    /** @param consumer of each code in stored form and a term */
    static void each(BiConsumer<String, String> consumer) {
        try (var resource = InclusionTerms.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException("This build lacks its resource " + RESOURCE);
            }
            new BufferedReader(new InputStreamReader(new GZIPInputStream(resource), UTF_8))
                    .lines()
                    .map(line -> line.split("\t"))
                    .filter(fields -> fields.length > 2 && fields[1].equals(KIND) && !isBlock(fields[0]))
                    .forEach(fields -> consumer.accept(fields[0], fields[2]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a block of codes includes names none of them. */
    private static boolean isBlock(String code) {
        return code.indexOf('-') >= 0;
    }
}
