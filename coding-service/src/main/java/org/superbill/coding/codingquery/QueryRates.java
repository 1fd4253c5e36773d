package org.superbill.coding.codingquery;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codingscore.Share;

/**
 * What became of the queries that were asked in some days.
 *
 * @param from first day of asking
 * @param to last day of asking
 */
@Schema(name = "CodingQueryRates")
record QueryRates(LocalDate from, LocalDate to, String by, List<Row> rows) {
    QueryRates {
        rows = List.copyOf(rows);
    }

    static final String EXAMPLE = """
            {"from":"2026-03-01","to":"2026-03-31","by":"coder","rows":[{"key":"ann","asked":40,\
            "answered":{"right":36,"of":40,"share":0.90,"lower":0.7695,"upper":0.9604},\
            "confirmed":{"right":30,"of":36,"share":0.8333,"lower":0.6811,"upper":0.9213},\
            "unableToDetermine":2,"withdrawn":1,"open":3,"overdue":1,"reminders":9,"medianResponseHours":26.50}]}""";

    /**
     * Of one coder, clinician, purpose, specialty, payer or day.
     *
     * @param answered {@code right} of all asked ones
     * @param confirmed {@code right} of the answered ones
     * @param overdue of the open ones
     * @param medianResponseHours from asking to answering; absent without an answer
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CodingQueryRatesRow")
    record Row(
            String key,
            long asked,
            Share answered,
            Share confirmed,
            long unableToDetermine,
            long withdrawn,
            long open,
            long overdue,
            long reminders,
            @Nullable BigDecimal medianResponseHours) {}
}
