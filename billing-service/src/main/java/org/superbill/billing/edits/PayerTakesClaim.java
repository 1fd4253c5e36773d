package org.superbill.billing.edits;

import java.util.stream.Stream;
import org.superbill.billing.reference.ClaimFacts;

/** A payer that takes no claims of a form gets none. Source: the payer's profile. */
final class PayerTakesClaim implements Edit {
    private static final EditRule RULE = new EditRule(
            "payer-takes-claim",
            1,
            Severity.ERROR,
            "The payer's profile, professionalForm and institutionalForm",
            "The payer takes claims of this form",
            "Bill another coverage or the patient, or correct the payer's profile");

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> check(ClaimFacts facts, EditContext context) {
        var terms = facts.payer().profile().agreed();
        var form = facts.isInstitutional() ? terms.institutionalForm() : terms.professionalForm();
        return "none".equals(form)
                ? Stream.of(RULE.finding(
                        "/payer/profile/terms/" + (facts.isInstitutional() ? "institutionalForm" : "professionalForm"),
                        "The payer takes no %s claims"
                                .formatted(facts.isInstitutional() ? "institutional" : "professional")))
                : Stream.empty();
    }
}
