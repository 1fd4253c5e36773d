package org.superbill.billing.report;

import java.time.LocalDate;
import org.superbill.billing.ledger.AgeingBasis;

/**
 * What a report is asked for.
 *
 * @param from the first day of its range
 * @param to the last, and the day whose end it shows
 * @param by from which date ageing counts
 */
record ReportQuery(LocalDate from, LocalDate to, AgeingBasis by) {}
