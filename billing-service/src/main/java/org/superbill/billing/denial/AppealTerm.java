package org.superbill.billing.denial;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.deadline.PayerLimits;

/** A level of appeal to a payer. Pure. @param agreedDays what its contract gives, where that is entered; Medicare's days are the law's */
public record AppealTerm(AppealLevel level, @Nullable Integer agreedDays) {

    public static AppealTerm of(AppealLevel level, @Nullable UUID payerId, PayerLimits limits) {
        return new AppealTerm(
                level,
                payerId == null || level.isLaw()
                        ? null
                        : limits.appealDays(payerId, level.name()).orElse(null));
    }

    /** The last day on which it may be filed. @param decided the date of the decision that is contested */
    public LocalDate due(LocalDate decided) {
        return agreedDays == null ? level.due(decided) : decided.plusDays(agreedDays);
    }

    /** Why the last day is what it is, in a sentence. */
    public String basis() {
        return agreedDays == null
                ? level.basis()
                : "Level %d, %s: %d days from the decision by the payer's contract"
                        .formatted(level.number(), level.words(), agreedDays);
    }
}
