package org.superbill.billing.edittable;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the physician fee schedule pays for a code, before geography: (work × index + practice expense × index + malpractice × index) × conversion factor.
 *
 * @param modifier 26, TC or 53, or empty
 * @param work relative value units
 * @param conversionFactor dollars a unit
 * @param release the table's, with its first day
 */
@Schema(name = "RelativeValue")
public record RelativeValue(
        String procedureCode,
        String modifier,
        BigDecimal work,
        BigDecimal practiceExpenseNonFacility,
        BigDecimal practiceExpenseFacility,
        BigDecimal malpractice,
        BigDecimal conversionFactor,
        String release,
        LocalDate effectiveFrom) {}
