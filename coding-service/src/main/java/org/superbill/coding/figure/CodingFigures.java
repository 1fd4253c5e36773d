package org.superbill.coding.figure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codingcase.CodedFigures;
import org.superbill.coding.codingscore.Share;

/**
 * What was finalized in some days.
 *
 * @param from first day of finalizing
 * @param to last day of finalizing
 * @param by what the rows tell apart
 */
@Schema(name = "CodingFigures")
record CodingFigures(LocalDate from, LocalDate to, String by, List<Row> rows) {
    CodingFigures {
        rows = List.copyOf(rows);
    }

    static final String EXAMPLE = """
            {"from":"2026-03-01","to":"2026-03-31","by":"coder","rows":[{"key":"ann","finalized":200,"passedThrough":0,\
            "chargeCents":4200000,"workHours":16.6667,"casesPerHour":12.00,"averageTurnaroundHours":20.50,"medianTurnaroundHours":18.25,\
            "queries":12,"casesWithQuery":{"right":10,"of":200,"share":0.05,"lower":0.0274,"upper":0.0896},\
            "accuracy":{"right":97,"of":100,"share":0.97,"lower":0.9155,"upper":0.9897},"undecidedErrors":1}]}""";

    /**
     * Of one coder, specialty, payer, kind or day.
     *
     * @param key the coder's subject, the taxonomy code, the payer's id, the kind or the day; empty text for the total, and where it is
     *     not known
     * @param passedThrough of the finalized cases those without a coder; they count neither as work nor in turnaround
     * @param workHours that coders had the cases open, four decimals: of a second it is not nothing
     * @param casesPerHour absent without work
     * @param averageTurnaroundHours from completion of the encounter, or from when the case was opened again, to finalizing; absent when no coder
     *     finalized any
     * @param queries asked about these cases
     * @param casesWithQuery {@code right} of all finalized ones
     * @param accuracy by code, of all audits of what was finalized in these days: what two audits judged counts in both; a coder's is of what that coder coded, whoever amended
     *     it since. Codes that are judged wrong count as wrong until the coder is agreed with
     * @param undecidedErrors how many of the wrong codes in {@code accuracy} their coder has not been heard on, or nobody has decided
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CodingFiguresRow")
    record Row(
            String key,
            long finalized,
            long passedThrough,
            long chargeCents,
            BigDecimal workHours,
            @Nullable BigDecimal casesPerHour,
            @Nullable BigDecimal averageTurnaroundHours,
            @Nullable BigDecimal medianTurnaroundHours,
            long queries,
            Share casesWithQuery,
            Share accuracy,
            long undecidedErrors) {
        private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3_600);
        private static final int DECIMALS = 2;
        private static final int DECIMALS_OF_WORK = 4;

        static Row of(CodedFigures counted) {
            var byCoders = counted.finalized() - counted.passedThrough();
            return new Row(
                    counted.key(),
                    counted.finalized(),
                    counted.passedThrough(),
                    counted.chargeCents(),
                    hours(counted.workSeconds(), 1, DECIMALS_OF_WORK),
                    counted.workSeconds() == 0
                            ? null
                            : BigDecimal.valueOf(byCoders)
                                    .multiply(SECONDS_PER_HOUR)
                                    .divide(BigDecimal.valueOf(counted.workSeconds()), DECIMALS, RoundingMode.HALF_UP),
                    byCoders == 0 ? null : hours(counted.turnaroundSeconds(), byCoders, DECIMALS),
                    byCoders == 0 ? null : hours(counted.medianTurnaroundSeconds(), 1, DECIMALS),
                    counted.queries(),
                    Share.of(counted.withQuery(), counted.finalized()),
                    Share.of(counted.auditRight(), counted.auditItems()),
                    counted.auditUndecided());
        }

        private static BigDecimal hours(long seconds, long of, int decimals) {
            return BigDecimal.valueOf(seconds)
                    .divide(SECONDS_PER_HOUR.multiply(BigDecimal.valueOf(of)), decimals, RoundingMode.HALF_UP);
        }
    }
}
