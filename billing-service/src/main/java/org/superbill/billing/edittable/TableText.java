package org.superbill.billing.edittable;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Predicate;
import org.superbill.servicekit.problem.Problem;

/** A table as text, fields parted by tabs or commas, told by its beginning. CMS writes Windows-1252 in its texts, which we do not keep: codes and numbers are ASCII. */
final class TableText {
    private static final int HEAD = 1 << 14;
    private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";

    private TableText() {}

    /**
     * A row.
     *
     * @param line where it begins, from 1
     */
    record Row(long line, List<String> fields) {
        /** @return without blanks around it; empty for a column that the row or the table (-1) does not have */
        String field(int column) {
            return column < 0 || column >= fields.size()
                    ? ""
                    : fields.get(column).strip();
        }

        long filled() {
            return fields.stream().filter(field -> !field.isBlank()).count();
        }
    }

    /**
     * Gives each row until one is not wanted any more.
     *
     * @throws Problem {@code EDIT_TABLE_FILE_INVALID} when it is no table from some line on
     */
    static void each(InputStream content, Predicate<Row> wanted) throws IOException {
        var buffered = new BufferedInputStream(content, HEAD);
        buffered.mark(HEAD);
        var head = new String(buffered.readNBytes(HEAD - 1), ISO_8859_1);
        buffered.reset();
        if (head.startsWith(BYTE_ORDER_MARK)) {
            buffered.skipNBytes(BYTE_ORDER_MARK.length());
        }
        try (var records = CsvReader.builder()
                .fieldSeparator(separator(head))
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(new InputStreamReader(buffered, ISO_8859_1))) {
            for (CsvRecord csv : records) {
                if (!wanted.test(new Row(csv.getStartingLineNumber(), csv.getFields()))) {
                    return;
                }
            }
        } catch (CsvParseException e) {
            if (e.getCause() instanceof Problem problem) {
                throw problem; // of the reading itself: it unpacks to too much
            }
            throw new Problem(EditTableProblem.EDIT_TABLE_FILE_INVALID, "The file is no table from some line on");
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static char separator(String head) {
        var tabs = head.chars().filter(c -> c == '\t').count();
        var commas = head.chars().filter(c -> c == ',').count();
        return tabs > 0 && tabs * 2 > commas ? '\t' : ',';
    }
}
