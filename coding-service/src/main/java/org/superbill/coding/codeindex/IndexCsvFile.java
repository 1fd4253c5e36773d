package org.superbill.coding.codeindex;

import de.siegmar.fastcsv.reader.CsvParseException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.NoSuchElementException;
import org.superbill.coding.codefile.CodeFileProblem;
import org.superbill.coding.codefile.FileLoad;
import org.superbill.coding.codefile.FileOutcome;
import org.superbill.coding.codefile.FileSample;
import org.superbill.coding.codefile.OfficialFile;
import org.superbill.coding.codefile.Packing;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.Problem;

/** The Alphabetic Index flattened into CSV. It does not say which release it is. */
@ApplicationScoped
class IndexCsvFile implements OfficialFile {
    private static final String KIND = "icd-10-cm-index-csv";

    private final Clock clock;

    IndexCsvFile(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean recognises(FileSample sample) {
        return sample.header().equals(IndexCsv.HEADER);
    }

    @Override
    public FileOutcome load(Connection connection, Path file, FileLoad load) throws IOException, SQLException {
        var label = load.release();
        if (label == null) {
            throw new Problem(
                    CodeFileProblem.CODE_FILE_RELEASE_NEEDED,
                    "The file does not name its release",
                    new FieldError("?release", "required", "release is missing"));
        }
        try (var content = Packing.openText(file)) {
            var terms = IndexCsv.read(content);
            var index = new IndexFile.Content(CodeIndexTable.ALPHABETIC, label, terms);
            return IndexFile.load(connection, KIND, index, load, clock);
        } catch (CsvParseException | NoSuchElementException | NumberFormatException e) {
            throw IndexFile.invalid("a row lacks a field or its level is no number");
        }
    }
}
