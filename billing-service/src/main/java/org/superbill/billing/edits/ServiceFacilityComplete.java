package org.superbill.billing.edits;

import java.util.function.Consumer;

/** A place that is not the billing provider's own is named with its NPI and address. Source: 005010X222A1, loop 2310C, NM109 and N3. */
final class ServiceFacilityComplete implements Edit {
    private static final EditRule RULE = new EditRule(
            "service-facility-complete",
            1,
            Severity.ERROR,
            "005010X222A1, loop 2310C, NM109 and N3",
            "A service location other than the billing provider's has a valid NPI and an address",
            "Complete the location, or leave NPI and address out when it is the organization's own");

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public void check(KnownClaim claim, Consumer<Finding> found) {
        var location = claim.facts().location();
        if (location.npi() == null && location.address() == null) {
            return;
        }
        if (location.npi() != null && !Npi.isValid(location.npi())) {
            found.accept(RULE.finding("/location/npi", "The location's NPI is not a valid NPI"));
        }
        if (location.address() == null) {
            found.accept(RULE.finding("/location/address", "The location has an NPI but no address"));
        }
    }
}
