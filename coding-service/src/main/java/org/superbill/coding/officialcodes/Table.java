package org.superbill.coding.officialcodes;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.superbill.coding.codefile.CodeFileProblem;
import org.superbill.coding.codefile.FileSample;
import org.superbill.coding.codefile.Packing;
import org.superbill.servicekit.problem.Problem;

/** A table as text: the names of its columns in the first line, fields parted by commas. */
final class Table {
    private Table() {}

    /** @param columns the names that the first line must have, in any order */
    static boolean has(FileSample sample, String... columns) {
        return sample.zipEntries().isEmpty()
                && List.of(sample.header().split(",")).containsAll(List.of(columns));
    }

    /** @throws Problem {@code CODE_FILE_INVALID} when it is no table from some line on */
    static List<NamedCsvRecord> read(Path file) throws IOException {
        var rows = new ArrayList<NamedCsvRecord>();
        try (var records = CsvReader.builder()
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofNamedCsvRecord(Packing.openText(file))) {
            records.forEach(rows::add);
        } catch (CsvParseException e) {
            throw new Problem(CodeFileProblem.CODE_FILE_INVALID, "The file is no table from some line on");
        }
        return rows;
    }

    /** The text of a field in one line, or an empty one. */
    static String field(NamedCsvRecord row, String column) {
        return row.findField(column).map(Table::plain).orElse("");
    }

    /** Line ends and double blanks within a text are how the file was made, not what it says. */
    static String plain(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
