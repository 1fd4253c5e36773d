package org.superbill.billing.edits;

import java.util.function.Consumer;

/** Payers pay to a tax id. Source: 005010X222A1, loop 2010AA, REF*EI. */
final class BillingProviderTaxId implements Edit {
    private static final EditRule RULE = new EditRule(
            "billing-provider-tax-id",
            1,
            Severity.ERROR,
            "005010X222A1, loop 2010AA, REF*EI",
            "The billing provider's tax id has nine digits",
            "Correct the organization's tax id");

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public void check(KnownClaim claim, Consumer<Finding> found) {
        if (!Form.digits(claim.facts().organization().taxId(), 9)) {
            found.accept(RULE.finding("/organization/taxId", "The organization's tax id is not nine digits"));
        }
    }
}
