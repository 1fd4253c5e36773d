package org.superbill.coding.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.superbill.coding.codesystem.CodeSystem;

/** What people type and the codes that they want, in two halves that the text itself decides: one to tune on, one only for the reported figure. */
final class CodeQueries {
    private static final Path FILE =
            Path.of(System.getProperty("superbill.root", ".."), "coding-service/src/test/resources/search/queries.tsv");

    private CodeQueries() {}

    /**
     * One query.
     *
     * @param system empty for all systems together
     * @param wanted codes in stored form, any of which will do; an asterisk at the end stands for whatever follows
     */
    record CodeQuery(String text, Optional<CodeSystem> system, List<String> wanted) {
        /** Odd checksums are for tuning. */
        boolean isForTuning() {
            var checksum = new CRC32();
            checksum.update(text.getBytes(UTF_8));
            return checksum.getValue() % 2 == 1;
        }

        boolean isAnsweredBy(String code) {
            return wanted.stream()
                    .anyMatch(one ->
                            one.endsWith("*") ? code.startsWith(one.substring(0, one.length() - 1)) : code.equals(one));
        }
    }

    /** Of systems that this build knows. */
    static List<CodeQuery> all() {
        return read(FILE);
    }

    static List<CodeQuery> read(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .filter(fields ->
                            fields[1].equals("-") || CodeSystem.of(fields[1]).isPresent())
                    .map(fields ->
                            new CodeQuery(fields[0], CodeSystem.of(fields[1]), Arrays.asList(fields[2].split(" "))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
