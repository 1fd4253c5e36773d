package org.superbill.coding.figure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codingcase.CaseFigures;
import org.superbill.coding.codingcase.FigureBy;
import org.superbill.coding.codingcase.FigureFilter;
import org.superbill.coding.codingpolicy.CodingPolicies;
import org.superbill.coding.reference.Reference;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.KitProblem;
import org.superbill.servicekit.problem.Problem;

/** What coding comes to; each public method is one transaction. */
@ApplicationScoped
class Figures {
    /** Over which average revenue is told, as the field does. */
    private static final int REVENUE_DAYS = 90;

    private final CaseFigures figures;
    private final CodingPolicies policies;
    private final Reference reference;

    Figures(CaseFigures figures, CodingPolicies policies, Reference reference) {
        this.figures = figures;
        this.policies = policies;
        this.reference = reference;
    }

    /**
     * @param from first day of finalizing, where the organization is
     * @param to last day of finalizing
     */
    @Transactional
    CodingFigures coded(FigureBy by, FigureFilter filter, LocalDate from, LocalDate to) {
        var zone = reference.zone();
        var rows = figures.coded(
                by,
                filter,
                from.atStartOfDay(zone).toInstant(),
                to.plusDays(1).atStartOfDay(zone).toInstant(),
                zone);
        return new CodingFigures(
                from, to, by.id(), rows.stream().map(CodingFigures.Row::of).toList());
    }

    /**
     * Days are always of the whole organization's revenue, so that parts add up.
     *
     * @param asOf what was not billed when this day was over; today when null
     * @throws Problem {@code VALIDATION_FAILED} for a day to come
     */
    @Transactional
    Unbilled unbilled(FigureBy by, FigureFilter filter, @Nullable LocalDate asOf) {
        var today = reference.today();
        var day = asOf == null ? today : asOf;
        if (day.isAfter(today)) {
            throw new Problem(
                    KitProblem.VALIDATION_FAILED,
                    "A query parameter is not valid",
                    new FieldError("?asOf", "after-today", "Nobody knows what will not be billed then"));
        }
        var isToday = day.equals(today);
        var before = day.plusDays(1).atStartOfDay(reference.zone()).toInstant();
        return Unbilled.of(
                day,
                by.id(),
                REVENUE_DAYS,
                figures.revenueCents(day, before, isToday, REVENUE_DAYS),
                figures.unbilled(
                        by,
                        filter,
                        day,
                        before,
                        isToday,
                        policies.current().times().billHoldDays()),
                isToday);
    }
}
