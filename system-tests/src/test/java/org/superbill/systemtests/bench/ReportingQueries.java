package org.superbill.systemtests.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;

/** The queries of {@code coding-service/src/test/resources/search/queries.tsv}, of which half is never looked at while the search is tuned. */
final class ReportingQueries {
    private static final Path FILE = Path.of("coding-service/src/test/resources/search/queries.tsv");
    private static final String ALL_SYSTEMS = "-";

    private ReportingQueries() {}

    /**
     * One query.
     *
     * @param system empty for all systems together
     * @param wanted codes without the dot, any of which will do; an asterisk at the end stands for whatever follows
     */
    record Query(String text, String system, List<String> wanted) {
        boolean isAnsweredBy(List<String> codes) {
            return codes.stream()
                    .map(code -> code.replace(".", ""))
                    .anyMatch(code -> wanted.stream()
                            .anyMatch(one -> one.endsWith("*")
                                    ? code.startsWith(one.substring(0, one.length() - 1))
                                    : code.equals(one)));
        }
    }

    /** The half for reporting: even checksums. Of another file, all of it. */
    static List<Query> reporting(String... anotherFile) throws IOException {
        return anotherFile.length > 0
                ? read(Path.of(anotherFile[0]))
                : read(FILE).stream()
                        .filter(query -> checksum(query.text()) % 2 == 0)
                        .toList();
    }

    private static List<Query> read(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> line.split("\t"))
                .map(fields -> new Query(
                        fields[0], fields[1].equals(ALL_SYSTEMS) ? "" : fields[1], Arrays.asList(fields[2].split(" "))))
                .toList();
    }

    private static long checksum(String text) {
        var checksum = new CRC32();
        checksum.update(text.getBytes(UTF_8));
        return checksum.getValue();
    }
}
