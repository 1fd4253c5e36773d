package org.superbill.billing.appeal;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.denial.AppealLevel;

/**
 * What came of appeals that were decided in some days.
 *
 * @param decided the denominator of the rate
 * @param overturned its numerator: overturned in whole or in part
 * @param overturnRate absent when nothing was decided
 * @param recoveredCents of {@code contestedCents}
 */
@Schema(name = "AppealFigures")
record AppealFigures(
        LocalDate from,
        LocalDate to,
        long decided,
        long overturned,
        @Nullable Double overturnRate,
        long contestedCents,
        long recoveredCents,
        List<Row> levels) {
    AppealFigures {
        levels = List.copyOf(levels);
    }

    /** One level. */
    @Schema(name = "AppealFigureRow")
    record Row(AppealLevel level, long decided, long overturned, long contestedCents, long recoveredCents) {}

    static AppealFigures of(LocalDate from, LocalDate to, List<Row> levels) {
        var decided = levels.stream().mapToLong(Row::decided).sum();
        var overturned = levels.stream().mapToLong(Row::overturned).sum();
        return new AppealFigures(
                from,
                to,
                decided,
                overturned,
                decided == 0 ? null : (double) overturned / decided,
                levels.stream().mapToLong(Row::contestedCents).sum(),
                levels.stream().mapToLong(Row::recoveredCents).sum(),
                levels);
    }
}
