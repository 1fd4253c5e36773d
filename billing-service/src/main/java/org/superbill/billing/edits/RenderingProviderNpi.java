package org.superbill.billing.edits;

import java.util.function.Consumer;

/** Who rendered the service is known by the NPI. Source: 005010X222A1, loop 2310B, NM109. */
final class RenderingProviderNpi implements Edit {
    private static final EditRule RULE = new EditRule(
            "rendering-provider-npi",
            1,
            Severity.ERROR,
            "005010X222A1, loop 2310B, NM109",
            "The rendering provider's NPI has a valid check digit",
            "Correct the practitioner's NPI");

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public void check(KnownClaim claim, Consumer<Finding> found) {
        if (!Npi.isValid(claim.facts().practitioner().npi())) {
            found.accept(RULE.finding("/practitioner/npi", "The practitioner's NPI is not a valid NPI"));
        }
    }
}
