package org.superbill.billing.edits;

import java.util.function.Consumer;

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
    public void check(KnownClaim claim, Consumer<Finding> found) {
        var institutional = claim.isInstitutional();
        var terms = claim.facts().payer().profile().agreed();
        if ("none".equals(institutional ? terms.institutionalForm() : terms.professionalForm())) {
            found.accept(RULE.finding(
                    "/payer/profile/terms/" + (institutional ? "institutionalForm" : "professionalForm"),
                    "The payer takes no %s claims".formatted(institutional ? "institutional" : "professional")));
        }
    }
}
