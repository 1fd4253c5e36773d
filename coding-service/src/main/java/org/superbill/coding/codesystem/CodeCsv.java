package org.superbill.coding.codesystem;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codefile.Packing;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.Problem;

/**
 * A release as its owner brings it: CSV in UTF-8 with the header {@code code,display,billable}, and if wanted {@code longDescription,validFrom,validTo}. Every bad
 * row is named by its line; one bad row and nothing is loaded.
 */
final class CodeCsv {
    private static final List<String> REQUIRED = List.of("code", "display", "billable");
    private static final Set<String> KNOWN =
            Set.of("code", "display", "billable", "longDescription", "validFrom", "validTo");
    private static final int ERRORS_SHOWN = 50;
    private static final int LONGEST_TEXT = 4_000;

    private final CodeSystem system;
    private final List<FieldError> errors = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private long line;

    private CodeCsv(CodeSystem system) {
        this.system = system;
    }

    /** @throws Problem {@code CODE_RELEASE_ROWS_INVALID} */
    static List<CodeRow> read(CodeSystem system, InputStream csv) {
        return new CodeCsv(system).rows(csv);
    }

    private List<CodeRow> rows(InputStream csv) {
        var rows = new ArrayList<CodeRow>();
        try (var records = CsvReader.builder()
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofNamedCsvRecord(Packing.text(csv))) {
            for (var row : records) {
                line = row.getStartingLineNumber();
                if (rows.isEmpty() && errors.isEmpty()) {
                    header(row.getHeader());
                }
                if (errors.stream().noneMatch(error -> error.code().startsWith("header"))) {
                    rows.add(row(row));
                }
            }
        } catch (CsvParseException e) {
            error("", "not-csv", "is not CSV from here on");
        } catch (CharacterCodingException e) {
            error("", "not-utf-8", "has characters that are not UTF-8");
        } catch (UncheckedIOException e) {
            if (!(e.getCause() instanceof CharacterCodingException)) {
                throw e;
            }
            error("", "not-utf-8", "has characters that are not UTF-8, here or soon after");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (rows.isEmpty() && errors.isEmpty()) {
            error("", "empty", "the file has no codes");
        }
        if (!errors.isEmpty()) {
            throw new Problem(
                    CodeSystemProblem.CODE_RELEASE_ROWS_INVALID,
                    "%d errors in the file; nothing was loaded".formatted(errors.size()),
                    errors.subList(0, Math.min(errors.size(), ERRORS_SHOWN)));
        }
        return rows;
    }

    private void header(List<String> header) {
        line = 1;
        REQUIRED.stream()
                .filter(column -> !header.contains(column))
                .forEach(column -> error(column, "header-missing", "the header lacks the column " + column));
        if (!KNOWN.containsAll(header)) {
            error("", "header-unknown", "the header has a column other than " + String.join(", ", sorted(KNOWN)));
        }
        if (new HashSet<>(header).size() < header.size()) {
            error("", "header-twice", "the header has a column twice");
        }
    }

    private CodeRow row(NamedCsvRecord row) {
        line = row.getStartingLineNumber();
        var code = system.normalize(field(row, "code"));
        var display = field(row, "display");
        var longDescription = field(row, "longDescription");
        var validFrom = date(row, "validFrom");
        var validTo = date(row, "validTo");
        if (row.getFieldCount() != row.getHeader().size()) {
            error("", "field-count", "has another number of fields than the header");
        }
        if (!system.accepts(code)) {
            error("code", "not-a-code", "the code does not have the form of a code of " + system.id());
        } else if (!seen.add(code)) {
            error("code", "twice", "the code was there before");
        }
        if (display.isEmpty()) {
            error("display", "required", "the description is missing");
        }
        if (display.length() > LONGEST_TEXT || longDescription.length() > LONGEST_TEXT) {
            error("display", "too-long", "a description is longer than %d characters".formatted(LONGEST_TEXT));
        }
        if (validFrom != null && validTo != null && validTo.isBefore(validFrom)) {
            error("validTo", "before-valid-from", "the last day is before the first");
        }
        return new CodeRow(
                code,
                billable(row),
                display,
                longDescription.isEmpty() ? display : longDescription,
                validFrom,
                validTo);
    }

    private boolean billable(NamedCsvRecord row) {
        var text = field(row, "billable").toLowerCase(Locale.ROOT);
        if (!text.equals("true") && !text.equals("false")) {
            error("billable", "not-true-or-false", "billable is neither true nor false");
        }
        return text.equals("true");
    }

    private @Nullable LocalDate date(NamedCsvRecord row, String column) {
        var text = field(row, column);
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            error(column, "not-a-date", "the date is not of the form 2026-03-31");
            return null;
        }
    }

    private static String field(NamedCsvRecord row, String column) {
        return row.findField(column).map(String::strip).orElse("");
    }

    private void error(String column, String code, String message) {
        var pointer = "/lines/" + line + (column.isEmpty() ? "" : "/" + column);
        errors.add(new FieldError(pointer, code, "Line %d: %s".formatted(line, message)));
    }

    private static List<String> sorted(Set<String> columns) {
        return columns.stream().sorted().toList();
    }
}
