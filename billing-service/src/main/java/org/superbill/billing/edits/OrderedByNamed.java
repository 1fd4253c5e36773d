package org.superbill.billing.edits;

import java.util.function.Consumer;
import org.superbill.billing.reference.Services;

/** Medicare pays for laboratory and imaging only when the claim names who ordered it. Source: 42 CFR 424.507; 005010X222A1, loops 2310A and 2420E. */
final class OrderedByNamed implements Edit {
    private static final EditRule RULE = new EditRule(
            "ordered-by",
            2,
            Severity.ERROR,
            "42 CFR 424.507; 005010X222A1, loops 2310A and 2420E",
            "A Medicare claim for laboratory or imaging names who ordered or referred",
            "Complete the encounter again with claimDetails.referringProvider, or details.orderingProvider on the service");

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public void check(KnownClaim claim, Consumer<Finding> found) {
        if (claim.isInstitutional()
                || !"MB".equals(claim.facts().payer().claimFilingIndicator())
                || claim.encounter().details().referringProvider() != null) {
            return;
        }
        for (var line : claim.lines()) {
            if ((Services.isLaboratory(line.line()) || Services.isImaging(line.line()))
                    && line.line().more().orderingProvider() == null
                    && line.line().more().referringProvider() == null) {
                found.accept(RULE.finding(
                        line,
                        "details/orderingProvider",
                        "Line " + line.number() + " is laboratory or imaging and nobody is named who ordered it"));
            }
        }
    }
}
