package org.superbill.billing.edits;

import java.util.stream.Stream;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.billing.reference.Services;

/** Medicare pays for laboratory and imaging only when the claim names who ordered it. Source: 42 CFR 424.507; 005010X222A1, loops 2310A and 2420E. */
final class OrderedByNamed implements Edit {
    private static final EditRule RULE = new EditRule(
            "ordered-by",
            1,
            Severity.ERROR,
            "42 CFR 424.507; 005010X222A1, loops 2310A and 2420E",
            "A Medicare claim for laboratory or imaging names who ordered or referred",
            "Complete the encounter again with claimDetails.referringProvider, or details.orderingProvider on the service");

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> check(ClaimFacts facts, EditContext context) {
        if (facts.isInstitutional()
                || !"MB".equals(facts.payer().claimFilingIndicator())
                || facts.encounter().details().referringProvider() != null) {
            return Stream.empty();
        }
        return Lines.of(facts)
                .filter(line -> (Services.isLaboratory(line.line()) || Services.isImaging(line.line()))
                        && line.line().more().orderingProvider() == null
                        && line.line().more().referringProvider() == null)
                .map(line -> RULE.finding(
                        line.pointer("details/orderingProvider"),
                        "Line " + line.number() + " is laboratory or imaging and nobody is named who ordered it"));
    }
}
