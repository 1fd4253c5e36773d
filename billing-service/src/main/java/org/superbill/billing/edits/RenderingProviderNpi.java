package org.superbill.billing.edits;

import java.util.function.Consumer;

/**
 * Who rendered the service is known by the NPI. The claim does not name them where they bill themselves, nor where a facility names who
 * attended, which other edits judge. Source: 005010X222A1, loop 2310B, NM109; 005010X223A2, loop 2310A, NM109.
 */
final class RenderingProviderNpi implements Edit {
    private static final EditRule RULE = new EditRule(
            "rendering-provider-npi",
            2,
            Severity.ERROR,
            "005010X222A1, loop 2310B, NM109; 005010X223A2, loop 2310A, NM109",
            "The rendering provider's NPI has a valid check digit",
            "Correct the practitioner's NPI");

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public void check(KnownClaim claim, Consumer<Finding> found) {
        if (isNamed(claim) && !Npi.isValid(claim.facts().practitioner().npi())) {
            found.accept(RULE.finding("/practitioner/npi", "The practitioner's NPI is not a valid NPI"));
        }
    }

    private static boolean isNamed(KnownClaim claim) {
        var facts = claim.facts();
        var facility = claim.encounter().details().institutional();
        return !facts.practitioner().npi().equals(facts.organization().npi())
                && (facility == null || facility.attendingProvider() == null);
    }
}
