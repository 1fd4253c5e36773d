package org.superbill.billing.editrule;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.revision.Revision;

/**
 * A version of a rule as the API shows it.
 *
 * @param payerId absent: for every payer
 * @param state {@code draft}, {@code active} or {@code off}
 * @param owner who answers for it
 */
@Schema(name = "ClaimRule")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ClaimRuleView(
        UUID id,

        @Schema(examples = "key-insurance-visit-with-injection")
        String name,

        int version,
        @Nullable UUID payerId,
        @Schema(examples = "active") String state,
        RuleDefinition definition,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        String owner,
        String changedBy,
        Instant changedAt,
        @JsonIgnore long revision) {

    String etag() {
        return new Revision(revision).etag();
    }

    /** Only for the API's document. */
    @Schema(name = "ClaimRulePage")
    record Listed(List<ClaimRuleView> items, @Nullable String nextCursor) {}

    /** How the tests of a rule ended. */
    @Schema(name = "ClaimRuleTests")
    record Tested(boolean passed, List<RuleTest.Result> results) {}
}
