package org.superbill.billing.edits;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a text file beside this class says of ranges of procedures, which do not overlap: {@code first|last|…}, {@code #} before a remark. */
final class ProcedureRanges<T> {
    private final TreeMap<String, Range<T>> byFirst = new TreeMap<>();

    private record Range<T>(String last, T value) {}

    /** @param row makes a value of the fields of a row, all of them */
    static <T> ProcedureRanges<T> read(String resource, Function<String[], T> row) {
        var ranges = new ProcedureRanges<T>();
        rows(resource, fields -> ranges.byFirst.put(fields[0], new Range<>(fields[1], row.apply(fields))));
        return ranges;
    }

    /** What consumes a row of a file. */
    interface Row {
        void read(String[] fields);
    }

    static void rows(String resource, Row row) {
        try (var stream = Objects.requireNonNull(ProcedureRanges.class.getResourceAsStream(resource), resource)) {
            new String(stream.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> row.read(line.split("\\|", -1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Null for a procedure of no range. */
    @Nullable
    T of(String procedure) {
        var range = byFirst.floorEntry(procedure);
        return range != null
                        && procedure.compareTo(range.getValue().last()) <= 0
                        && procedure.length() == range.getKey().length()
                ? range.getValue().value()
                : null;
    }
}
