package org.superbill.billing.edits;

import java.util.stream.Stream;
import org.superbill.billing.reference.ClaimFacts;

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
    public Stream<Finding> check(ClaimFacts facts, EditContext context) {
        var address = facts.patient().address();
        return Stream.of(address.line1(), address.city(), address.state(), address.postalCode())
                        .anyMatch(String::isBlank)
                ? Stream.of(RULE.finding("/patient/address", "The patient's address is not complete"))
                : Stream.empty();
    }
}
