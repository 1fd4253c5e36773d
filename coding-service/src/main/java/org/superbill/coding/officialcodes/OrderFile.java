package org.superbill.coding.officialcodes;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.superbill.coding.codesystem.CodeRow;
import org.superbill.coding.codesystem.CodeSystem;
import org.superbill.servicekit.problem.Problem;

/** An order file of ICD-10-CM or ICD-10-PCS, in fixed columns: order, code, header 0 or billable 1, short and long description. Source: CMS, icd10OrderFiles.pdf. */
final class OrderFile {
    private static final int CODE = 6;
    private static final int FLAG = 14;
    private static final int SHORT = 16;
    private static final int LONG = 77;

    private OrderFile() {}

    /** @throws Problem {@code CODE_FILE_INVALID} */
    static List<CodeRow> read(CodeSystem system, BufferedReader lines) throws IOException {
        var rows = new ArrayList<CodeRow>();
        var errors = new RowErrors();
        var number = 0;
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            if (line.length() <= LONG || (line.charAt(FLAG) != '0' && line.charAt(FLAG) != '1')) {
                errors.add(number, "", "not-an-order-line", "is not a line of an order file");
                continue;
            }
            var display = line.substring(SHORT, LONG).strip();
            var longDescription = line.substring(LONG).strip();
            var row = new CodeRow(
                    line.substring(CODE, FLAG).strip(),
                    line.charAt(FLAG) == '1',
                    display,
                    longDescription.equals(display) ? display : longDescription, // four in ten are alike, and kept once
                    null,
                    null);
            errors.check(number, system, row.code());
            rows.add(row);
        }
        errors.throwIfAny(rows.size());
        return rows;
    }
}
