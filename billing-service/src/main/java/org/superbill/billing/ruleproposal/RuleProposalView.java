package org.superbill.billing.ruleproposal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.editrule.ProposedRule;
import org.superbill.billing.edits.Finding;

/**
 * The rule that would have caught a denial.
 *
 * @param reason the payer's, in plain words
 * @param foundToday what today's edits say of the denied service: where one of them says it already, no rule is needed
 * @param rule to be looked at, narrowed or widened, and sent to {@code POST /claim-rules}; absent when the claim has no line
 */
@Schema(name = "ClaimRuleProposal")
@JsonInclude(JsonInclude.Include.NON_NULL)
record RuleProposalView(
        UUID denialId,
        String reason,
        List<Finding> foundToday,
        @Nullable ProposedRule rule) {}
