package org.superbill.coding.training;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codingscore.Share;

/**
 * How far a coder is in practice. Only the first attempt at each case counts.
 *
 * @param accuracy over all of them, by code
 * @param recent over the last ones, as many as the policy asks for
 * @param missing why the coder is not ready for real cases yet; absent when ready
 * @param days oldest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PracticeProgress")
record PracticeProgress(
        String coder,
        long cases,
        Share accuracy,
        Share recent,
        boolean ready,
        @Nullable String missing,
        List<Day> days) {
    PracticeProgress {
        days = List.copyOf(days);
    }

    static final String EXAMPLE = """
            {"coder":"ann","cases":20,"accuracy":{"right":93,"of":100,"share":0.93,"lower":0.8625,"upper":0.9657},\
            "recent":{"right":93,"of":100,"share":0.93,"lower":0.8625,"upper":0.9657},"ready":false,\
            "missing":"The accuracy in practice cases is below what the policy asks for",\
            "days":[{"day":"2026-03-02","cases":20,"accuracy":{"right":93,"of":100,"share":0.93,"lower":0.8625,"upper":0.9657}}]}""";

    /** One day's practice. */
    @Schema(name = "PracticeDay")
    record Day(LocalDate day, long cases, Share accuracy) {}
}
