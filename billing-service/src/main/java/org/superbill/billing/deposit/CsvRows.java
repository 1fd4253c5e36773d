package org.superbill.billing.deposit;

import de.siegmar.fastcsv.reader.CsvReader;
import java.util.ArrayList;
import java.util.List;

/** The rows of a CSV text, quoted fields included. */
final class CsvRows {
    private CsvRows() {}

    static List<List<String>> of(String text) {
        var rows = new ArrayList<List<String>>();
        CsvReader.builder().ofCsvRecord(text).forEach(row -> rows.add(row.getFields()));
        return rows;
    }
}
