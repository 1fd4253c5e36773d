package org.superbill.billing.edittable;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What work, practice expense and malpractice weigh in a locality.
 *
 * @param contractor the Medicare administrative contractor's number
 * @param release the table's, with its first day
 */
@Schema(name = "GeographicIndex")
public record GeographicIndex(
        String contractor,
        String locality,
        BigDecimal work,
        BigDecimal practiceExpense,
        BigDecimal malpractice,
        String release,
        LocalDate effectiveFrom) {}
