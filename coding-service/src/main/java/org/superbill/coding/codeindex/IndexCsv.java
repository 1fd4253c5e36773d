package org.superbill.coding.codeindex;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the Alphabetic Index where it has been flattened into rows in index order: a term's level gives the nesting. */
final class IndexCsv {
    static final String HEADER = "RowID,Letter,Level,Term,See,SeeAlso,NonEssModif,Code";

    private IndexCsv() {}

    static List<IndexTerm> read(Reader csv) throws IOException {
        try (var rows = CsvReader.builder().ofNamedCsvRecord(csv)) {
            return rows.stream().map(IndexCsv::term).toList();
        }
    }

    private static IndexTerm term(NamedCsvRecord row) {
        var code = row.getField("Code").strip();
        return new IndexTerm(
                Integer.parseInt(row.getField("Level")),
                plain(row.getField("Term")),
                plain(row.getField("NonEssModif")),
                orNull(row.getField("See")),
                orNull(row.getField("SeeAlso")),
                code.isEmpty() ? List.of() : List.of(code));
    }

    private static @Nullable String orNull(String text) {
        return text.isBlank() ? null : plain(text);
    }

    private static String plain(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
