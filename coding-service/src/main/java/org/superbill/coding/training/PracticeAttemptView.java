package org.superbill.coding.training;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codingcase.CaseCoding;
import org.superbill.coding.codingscore.Score;

/**
 * An attempt with what would have been right.
 *
 * @param first whether it counts for the coder's accuracy
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PracticeAttempt")
record PracticeAttemptView(
        UUID id,
        UUID practiceCaseId,
        String coder,
        CaseCoding coding,
        Score score,
        boolean first,
        CaseCoding gold,
        @Nullable String explanation,
        Instant madeAt) {
    static final String EXAMPLE = """
            {"id":"01980000-0000-7000-8000-000000000081","practiceCaseId":"01980000-0000-7000-8000-000000000080","coder":"ann",\
            "coding":{"diagnoses":["J029"],"presentOnAdmission":[],"lines":[],"procedures":[],"acknowledgements":[],"unrelatedConditions":[]},\
            "score":{"items":1,"right":0,"errors":[{"kind":"wrong","pointer":"/diagnoses/0","coded":"J029","correct":"J020"}]},\
            "first":true,"gold":{"diagnoses":["J020"],"presentOnAdmission":[],"lines":[],"procedures":[],"acknowledgements":[],"unrelatedConditions":[]},\
            "explanation":"The organism is named, so the pharyngitis is streptococcal.","madeAt":"2026-03-02T15:10:00Z"}""";
}
