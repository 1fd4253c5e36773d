package org.superbill.coding.cac;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** The codes that ship with the service, read without a database. */
final class ShippedBook {
    private ShippedBook() {}

    static CodeBook of(String release) throws IOException {
        var resource = Objects.requireNonNull(
                ShippedBook.class.getResourceAsStream("/reference/icd-10-cm-" + release + ".tsv.gz"));
        try (var lines = new BufferedReader(new InputStreamReader(new GZIPInputStream(resource), UTF_8))) {
            return new CodeBook(
                    release,
                    lines.lines()
                            .map(line -> line.split("\t", -1))
                            .map(row ->
                                    new CodeBook.Entry(row[0], row[1].equals("B"), row[3].isEmpty() ? row[2] : row[3]))
                            .toList());
        }
    }
}
