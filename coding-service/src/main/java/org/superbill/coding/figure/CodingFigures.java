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
            "chargeCents":4200000,"workHours":16.67,"casesPerHour":12.00,"averageTurnaroundHours":20.50,"medianTurnaroundHours":18.25,\
            "queries":12,"casesWithQuery":{"right":10,"of":200,"share":0.05,"lower":0.0274,"upper":0.0896},\
            "accuracy":{"right":97,"of":100,"share":0.97,"lower":0.9155,"upper":0.9897}}]}""";

    /**
     * Of one coder, specialty, payer, kind or day.
     *
     * @param key the coder's subject, the taxonomy code, the payer's id, the kind or the day; empty text for the total, and where it is
     *     not known
     * @param passedThrough of the finalized cases those without a coder; they count neither as work nor in turnaround
     * @param workHours that coders had the cases open
     * @param casesPerHour absent without work
     * @param averageTurnaroundHours from completion of the encounter, or from when the case was opened again, to finalizing; absent when no coder
     *     finalized any
     * @param queries asked about these cases
     * @param casesWithQuery {@code right} of all finalized ones
     * @param accuracy by code, of the last audit of each case; a coder's is of what that coder coded
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
            Share accuracy) {
        private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3_600);
        private static final int DECIMALS = 2;

        static Row of(CodedFigures counted) {
            var byCoders = counted.finalized() - counted.passedThrough();
            return new Row(
                    counted.key(),
                    counted.finalized(),
                    counted.passedThrough(),
                    counted.chargeCents(),
                    hours(counted.workSeconds(), 1),
                    counted.workSeconds() == 0
                            ? null
                            : BigDecimal.valueOf(byCoders)
                                    .multiply(SECONDS_PER_HOUR)
                                    .divide(BigDecimal.valueOf(counted.workSeconds()), DECIMALS, RoundingMode.HALF_UP),
                    byCoders == 0 ? null : hours(counted.turnaroundSeconds(), byCoders),
                    byCoders == 0 ? null : hours(counted.medianTurnaroundSeconds(), 1),
                    counted.queries(),
                    Share.of(counted.withQuery(), counted.finalized()),
                    Share.of(counted.auditRight(), counted.auditItems()));
        }

        private static BigDecimal hours(long seconds, long of) {
            return BigDecimal.valueOf(seconds)
                    .divide(SECONDS_PER_HOUR.multiply(BigDecimal.valueOf(of)), DECIMALS, RoundingMode.HALF_UP);
        }
    }
}
