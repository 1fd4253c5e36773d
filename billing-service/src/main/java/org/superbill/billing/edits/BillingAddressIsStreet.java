package org.superbill.billing.edits;

import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The billing provider is at a street; where checks and letters go is the pay-to address (loop 2010AB). Source: 005010X222A1 and
 * 005010X223A2, loop 2010AA, N3.
 */
final class BillingAddressIsStreet implements Edit {
    private static final EditRule RULE = new EditRule(
            "billing-street-address",
            1,
            Severity.ERROR,
            "005010X222A1, loop 2010AA, N3",
            "The billing provider's address is a street, no post office box and no lock box",
            "Enter the street address of the organization, and the box as its pay-to address");
    private static final Pattern BOX = Pattern.compile(
            "(?i)\\b(p\\.?\\s*o\\.?\\s*box|p\\.?\\s*o\\.?\\s*drawer|post\\s+office\\s+(box|drawer)|lock\\s*box)\\b");

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public void check(KnownClaim claim, Consumer<Finding> found) {
        var address = claim.facts().organization().address();
        if (Stream.of(address.line1(), address.line2() == null ? "" : address.line2())
                .anyMatch(line -> BOX.matcher(line).find())) {
            found.accept(RULE.finding(
                    "/organization/address/line1", "The organization's address is a box, where nobody is treated"));
        }
    }
}
