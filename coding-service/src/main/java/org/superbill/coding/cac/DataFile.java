package org.superbill.coding.cac;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Reads the lists that ship with the engine and with what reads notes beside it: rows of fields parted by tabs; lines that begin with {@code #} and empty ones are for readers. */
public final class DataFile {
    private DataFile() {}

    /** @param name under {@code resources}, e.g. {@code cac/words.tsv}; unzipped when it ends in {@code .gz} */
    public static List<String[]> rows(String name) {
        try (var in = open(name)) {
            return in.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedReader open(String name) throws IOException {
        InputStream resource = DataFile.class.getResourceAsStream("/" + name);
        if (resource == null) {
            throw new FileNotFoundException("No resource " + name);
        }
        return new BufferedReader(
                new InputStreamReader(name.endsWith(".gz") ? new GZIPInputStream(resource) : resource, UTF_8));
    }
}
