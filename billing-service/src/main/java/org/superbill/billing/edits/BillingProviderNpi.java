package org.superbill.billing.edits;

import java.util.function.Consumer;

/** The billing provider is known to every payer by its NPI. Source: 005010X222A1, loop 2010AA, NM109. */
final class BillingProviderNpi implements Edit {
    private static final EditRule RULE = new EditRule(
            "billing-provider-npi",
            1,
            Severity.ERROR,
            "005010X222A1, loop 2010AA, NM109",
            "The billing provider's NPI has a valid check digit",
            "Correct the organization's NPI");

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public void check(KnownClaim claim, Consumer<Finding> found) {
        if (!Npi.isValid(claim.facts().organization().npi())) {
            found.accept(RULE.finding("/organization/npi", "The organization's NPI is not a valid NPI"));
        }
    }
}
