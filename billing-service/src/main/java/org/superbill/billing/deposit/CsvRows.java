package org.superbill.billing.deposit;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.List;

/** The first rows of a CSV text, quoted fields included. */
final class CsvRows {
    private CsvRows() {}

    static List<List<String>> of(String text, long most) {
        return CsvReader.builder().ofCsvRecord(text).stream()
                .limit(most)
                .map(CsvRecord::getFields)
                .toList();
    }
}
