package org.superbill.billing.report;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.superbill.billing.ledger.AgeingBasis;

/** A report over a range of days, or of the end of the last of them. */
@Schema(name = "Report")
record ReportView(String name, String meaning, LocalDate from, LocalDate to, AgeingBasis by, List<Figure> figures) {

    /** A report that there is. */
    @Schema(name = "ReportSummary")
    record Summary(String name, String meaning) {}

    /** All of them. */
    @Schema(name = "ReportList")
    record Listed(List<Summary> items) {}
}
