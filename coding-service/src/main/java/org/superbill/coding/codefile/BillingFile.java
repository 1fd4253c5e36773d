package org.superbill.coding.codefile;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Official files that belong to billing: known, so that whoever brings one is told where it will go. */
enum BillingFile {
    NCCI_EDITS("NCCI procedure-to-procedure edits", header -> header.contains("column1,column2,")),
    UNLIKELY_UNITS("medically unlikely edits", header -> header.contains("mue_units") || header.contains("mue values")),
    ADD_ON_CODES("add-on code edits", header -> header.contains("add_on_code") || header.contains("add-on_code")),
    RELATIVE_VALUES(
            "the physician fee schedule", header -> header.contains("rvu_work") || header.contains("glob,pre_op")),
    GEOGRAPHIC_INDICES("geographic practice cost indices", header -> header.contains("gpci_work"));

    private final String what;
    private final Predicate<String> header;

    BillingFile(String what, Predicate<String> header) {
        this.what = what;
        this.header = header;
    }

    static Optional<BillingFile> of(FileSample sample) {
        if (!sample.zipEntries().isEmpty()) {
            return Optional.empty();
        }
        var first = sample.header().toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(file -> file.header.test(first)).findFirst();
    }

    String detail() {
        return "This is %s: send it to billing-service (POST /api/v1/edit-tables)".formatted(what);
    }
}
