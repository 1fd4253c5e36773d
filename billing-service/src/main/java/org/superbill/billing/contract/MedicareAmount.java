package org.superbill.billing.contract;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.superbill.billing.ledger.Cents;

/**
 * What Medicare's physician fee schedule pays for one unit: (work × its index + practice expense × its index + malpractice × its
 * index) × conversion factor, rounded half up to a cent. Source: 42 CFR 414.20 to 414.26; CMS Claims Processing Manual, chapter 12,
 * section 20.
 *
 * @param work relative value units, as are practice expense and malpractice
 * @param conversionFactor dollars
 */
public record MedicareAmount(
        BigDecimal work,
        BigDecimal practiceExpense,
        BigDecimal malpractice,
        BigDecimal workIndex,
        BigDecimal practiceExpenseIndex,
        BigDecimal malpracticeIndex,
        BigDecimal conversionFactor) {

    public Cents cents() {
        return Cents.of(work.multiply(workIndex)
                .add(practiceExpense.multiply(practiceExpenseIndex))
                .add(malpractice.multiply(malpracticeIndex))
                .multiply(conversionFactor)
                .movePointRight(2)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact());
    }

    /** What of it is for practice expense, in cents; not rounded. */
    BigDecimal practiceExpenseCents() {
        return practiceExpense
                .multiply(practiceExpenseIndex)
                .multiply(conversionFactor)
                .movePointRight(2);
    }
}
