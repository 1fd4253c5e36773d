package org.superbill.coding.officialcodes;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.superbill.coding.codefile.CodeFileProblem;
import org.superbill.coding.codefile.FileLoad;
import org.superbill.coding.codefile.FileOutcome;
import org.superbill.coding.codefile.FileSample;
import org.superbill.coding.codefile.OfficialFile;
import org.superbill.coding.codesystem.CodeSystem;
import org.superbill.coding.codesystem.CodeTable;
import org.superbill.coding.codesystem.CodeTables;
import org.superbill.coding.codesystem.Replacement;
import org.superbill.servicekit.problem.Problem;

/**
 * The conversion table of ICD-10-CM, a spreadsheet: the current code, when it began, and what it was coded as before. A year stands for its 1 October ("unless otherwise
 * specified the code effective date is October 1 of the year listed"), a number for a day as spreadsheets count.
 */
@Singleton
class ConversionTable implements OfficialFile {
    private static final String HEADER = "Current code assignment";
    private static final Pattern EDITION =
            Pattern.compile("FY (20[0-9]{2}) \\(([A-Z][a-z]+) ([0-9]{1,2}), (20[0-9]{2}) Update\\)");
    private static final LocalDate SPREADSHEETS_COUNT_FROM = LocalDate.of(1899, 12, 30);
    private static final int A_YEAR = 9_999;

    private final CodeTables tables;

    ConversionTable(CodeTables tables) {
        this.tables = tables;
    }

    @Override
    public String kind() {
        return CodeTable.ICD_10_CM_CONVERSION;
    }

    @Override
    public boolean recognises(FileSample sample) {
        return sample.zipEntries().contains("xl/workbook.xml");
    }

    @Override
    public FileOutcome load(Connection connection, Path file, FileLoad load) throws IOException, SQLException {
        var sheet = sheet(file);
        var replacements = replacements(sheet);
        var name = ReleaseName.of(load, file, said(sheet).orElse(null));
        var table = new CodeTable(
                kind(),
                name.label(),
                name.effectiveFrom(),
                "CDC/NCHS, ICD-10-CM conversion table, fiscal year " + name.label());
        return TableOutcomes.of(
                table,
                replacements.size(),
                tables.loadReplacements(connection, table, CodeSystem.ICD_10_CM, replacements, load.preview()));
    }

    /** @throws Problem {@code CODE_FILE_UNKNOWN} for another spreadsheet */
    static List<Row> sheet(Path file) throws IOException {
        try (var content = Files.newInputStream(file);
                var workbook = new ReadableWorkbook(content);
                var rows = workbook.getFirstSheet().openStream()) {
            var sheet = rows.toList();
            if (sheet.stream().limit(5).noneMatch(row -> text(row, 0).equals(HEADER))) {
                throw new Problem(
                        CodeFileProblem.CODE_FILE_UNKNOWN,
                        "Of spreadsheets only the conversion table of ICD-10-CM is taken");
            }
            return sheet;
        } catch (ExcelReaderException e) {
            throw new Problem(CodeFileProblem.CODE_FILE_UNREADABLE, "The spreadsheet cannot be read");
        }
    }

    static List<Replacement> replacements(List<Row> sheet) {
        var found = new ArrayList<Replacement>();
        var errors = new RowErrors();
        var headerSeen = false;
        for (var row : sheet) {
            var current = text(row, 0).strip();
            if (headerSeen && !current.isEmpty()) {
                var code = CodeSystem.ICD_10_CM.normalize(current);
                if (!CodeSystem.ICD_10_CM.accepts(code)) {
                    errors.add(row.getRowNum(), "A", "not-a-code", "is no code of icd-10-cm");
                } else {
                    add(found, errors, row, code);
                }
            }
            headerSeen = headerSeen || current.equals(HEADER);
        }
        errors.throwIfAny(found.size());
        return found;
    }

    private static void add(List<Replacement> found, RowErrors errors, Row row, String code) {
        var began = day(text(row, 1).strip());
        if (began.isEmpty()) {
            errors.add(row.getRowNum(), "B", "not-a-date", "is neither a year nor a day");
            return;
        }
        var previous = PreviousCodes.of(text(row, 2));
        for (var range : previous.ranges()) {
            found.add(new Replacement(range.from(), range.to(), code, previous.together(), began.get()));
        }
    }

    private static Optional<LocalDate> day(String text) {
        if (!text.matches("[0-9]{4,5}")) {
            return Optional.empty();
        }
        var number = Integer.parseInt(text);
        return Optional.of(
                number <= A_YEAR ? LocalDate.of(number, Month.OCTOBER, 1) : SPREADSHEETS_COUNT_FROM.plusDays(number));
    }

    private static Optional<ReleaseName> said(List<Row> sheet) {
        var top = sheet.stream().limit(2).map(row -> text(row, 0)).collect(Collectors.joining(" "));
        var edition = EDITION.matcher(top);
        if (!edition.find()) {
            return Optional.empty();
        }
        var month = Month.valueOf(edition.group(2).toUpperCase(Locale.ROOT));
        return Optional.of(new ReleaseName(
                edition.group(1),
                LocalDate.of(Integer.parseInt(edition.group(4)), month, Integer.parseInt(edition.group(3)))));
    }

    private static String text(Row row, int column) {
        return row.getCellCount() > column && row.getCell(column) != null
                ? Optional.ofNullable(row.getCell(column).getRawValue()).orElse("")
                : "";
    }
}
