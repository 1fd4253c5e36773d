package org.superbill.coding.suggestion;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the notes speak of and nothing is proposed for.
 *
 * @param system {@code icd-10-cm}, {@code cpt} or {@code hcpcs}
 * @param code the code or header that would be meant, as it is written; several numbers of CPT with " or " between them where the record does not tell which
 * @param reason why nothing is proposed
 * @param missing what the record would have to say
 * @param query the draft of a question to the provider, in words; absent where the record has no clinical indicator that it could quote
 * @param draft the same as {@code POST /coding-cases/{id}/queries} takes it; absent where the notes are not documents of the record, too
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AbstainedCode")
record AbstainedCode(
        String system,
        String code,
        String title,
        double confidence,
        List<Place> evidence,
        String reason,
        String missing,
        @Nullable String query,
        @Nullable QuestionDraft draft) {

    AbstainedCode {
        evidence = List.copyOf(evidence);
    }
}
