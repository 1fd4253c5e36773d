package org.superbill.billing.edits;

import java.util.function.Consumer;

/** The patient's address is sent, be the patient the subscriber or not. Source: 005010X222A1, loops 2010BA and 2010CA, N3 and N4. */
final class PatientAddressComplete implements Edit {
    private static final EditRule RULE = new EditRule(
            "patient-address",
            1,
            Severity.ERROR,
            "005010X222A1, loops 2010BA and 2010CA, N3 and N4",
            "The patient has a complete address",
            "Complete the patient's address");

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public void check(KnownClaim claim, Consumer<Finding> found) {
        var address = claim.facts().patient().address();
        if (address.line1().isBlank()
                || address.city().isBlank()
                || address.state().isBlank()
                || address.postalCode().isBlank()) {
            found.accept(RULE.finding("/patient/address", "The patient's address is not complete"));
        }
    }
}
