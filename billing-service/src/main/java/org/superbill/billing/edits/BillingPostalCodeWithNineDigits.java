package org.superbill.billing.edits;

import java.util.function.Consumer;

/** The billing provider's ZIP code has nine digits; some payers reject five. Source: 005010X222A1, loop 2010AA, N403. */
final class BillingPostalCodeWithNineDigits implements Edit {
    private static final EditRule RULE = new EditRule(
            "billing-postal-code",
            1,
            Severity.WARNING,
            "005010X222A1, loop 2010AA, N403",
            "The billing provider's postal code has nine digits",
            "Look up the ZIP+4 of the organization's address");

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public void check(KnownClaim claim, Consumer<Finding> found) {
        if (claim.facts().organization().address().postalCode().replace("-", "").length() != 9) {
            found.accept(RULE.finding(
                    "/organization/address/postalCode", "The organization's postal code has not nine digits"));
        }
    }
}
