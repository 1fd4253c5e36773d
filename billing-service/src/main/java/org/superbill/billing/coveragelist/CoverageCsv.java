package org.superbill.billing.coveragelist;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.superbill.coderules.Terminology;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.Problem;

/**
 * A coverage list as CSV: header {@code procedure,diagnosis} and, if wanted, {@code effect} ({@code covered}, as without it, or {@code not-covered}). A diagnosis is a code, a
 * category or a range {@code E08-E13}. Every bad row is named by its line; one bad row and nothing is loaded.
 */
final class CoverageCsv {
    private static final int ERRORS_SHOWN = 50;

    private final List<FieldError> errors = new ArrayList<>();
    private final List<CoverageRow> rows = new ArrayList<>();

    private CoverageCsv() {}

    /** @throws Problem {@code COVERAGE_LIST_ROWS_INVALID} */
    static Map<String, Diagnoses> read(byte[] csv) {
        var reading = new CoverageCsv();
        reading.all(csv);
        if (!reading.errors.isEmpty()) {
            throw new Problem(
                    CoverageListProblem.COVERAGE_LIST_ROWS_INVALID,
                    "%d errors in the file; nothing was loaded".formatted(reading.errors.size()),
                    reading.errors.subList(0, Math.min(reading.errors.size(), ERRORS_SHOWN)));
        }
        return byProcedure(reading.rows);
    }

    static Map<String, Diagnoses> byProcedure(List<CoverageRow> rows) {
        var builders = new HashMap<String, Diagnoses.Builder>();
        rows.forEach(row -> builders.computeIfAbsent(row.procedure(), any -> new Diagnoses.Builder())
                .add(row));
        var made = new HashMap<String, Diagnoses>();
        builders.forEach((procedure, builder) -> made.put(procedure, builder.build()));
        return Map.copyOf(made);
    }

    private void all(byte[] csv) {
        try (var records = CsvReader.builder()
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofNamedCsvRecord(new InputStreamReader(new ByteArrayInputStream(csv), UTF_8))) {
            for (var row : records) {
                if (!row.getHeader().containsAll(List.of("procedure", "diagnosis"))) {
                    error(1, "header", "the header is procedure,diagnosis and, if wanted, effect");
                    return;
                }
                row(row);
            }
        } catch (CsvParseException e) {
            error(rows.size() + 2L, "not-csv", "is not CSV from here on");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (rows.isEmpty() && errors.isEmpty()) {
            error(1, "empty", "the file has no rows");
        }
    }

    private void row(NamedCsvRecord row) {
        var line = row.getStartingLineNumber();
        var procedure = row.findField("procedure").orElse("").strip();
        if (!Terminology.CPT.accepts(procedure) && !Terminology.HCPCS.accepts(procedure)) {
            error(line, "procedure", "is neither a CPT nor an HCPCS Level II code");
            return;
        }
        var ends = row.findField("diagnosis").orElse("").split("-", -1);
        var first = Terminology.ICD_10_CM.stored(ends[0]);
        var last = Terminology.ICD_10_CM.stored(ends[ends.length - 1]);
        if (ends.length > 2
                || !Terminology.ICD_10_CM.accepts(first)
                || !Terminology.ICD_10_CM.accepts(last)
                || first.compareTo(last) > 0) {
            error(line, "diagnosis", "is no ICD-10-CM code, category or range");
            return;
        }
        var effect = row.findField("effect").orElse("").strip();
        if (!List.of("", "covered", "not-covered").contains(effect)) {
            error(line, "effect", "is neither covered nor not-covered");
            return;
        }
        rows.add(new CoverageRow(procedure, first, last, !effect.equals("not-covered")));
    }

    private void error(long line, String code, String message) {
        errors.add(new FieldError("/" + line, code, message));
    }
}
