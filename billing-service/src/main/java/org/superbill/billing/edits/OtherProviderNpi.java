package org.superbill.billing.edits;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.superbill.events.ClaimDetails;

/**
 * A claim names more people than who bills and who rendered: who referred, ordered, supervised, attended, operated. One that is named without a number is for the payer
 * to judge. Source: 45 CFR 162.408; 005010X222A1, loops 2310A, 2310D, 2420A, 2420D, 2420E and 2420F, NM109; 005010X223A2, loops 2310A to 2310F, NM109.
 */
final class OtherProviderNpi implements Edit {
    private static final EditRule RULE = new EditRule(
            "other-provider-npi",
            1,
            Severity.ERROR,
            "45 CFR 162.408; 005010X222A1, loops 2310A, 2310D, 2420A, 2420D to 2420F, NM109; 005010X223A2, loops 2310A to 2310F, NM109",
            "Each other provider that the claim names has an NPI with a valid check digit",
            "Complete the encounter again with the right NPI of who referred, ordered, supervised, attended or operated");

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public void check(KnownClaim claim, Consumer<Finding> found) {
        var details = claim.encounter().details();
        check("referringProvider", details.referringProvider(), found);
        check("supervisingProvider", details.supervisingProvider(), found);
        var under = details.billedUnder();
        if (under != null
                && !under.provider().npi().equals(claim.facts().practitioner().npi())) {
            check("billedUnder/provider", under.provider(), found);
        }
        var facility = details.institutional();
        if (facility != null) {
            check("institutional/attendingProvider", facility.attendingProvider(), found);
            check("institutional/operatingProvider", facility.operatingProvider(), found);
            check("institutional/otherOperatingProvider", facility.otherOperatingProvider(), found);
        }
        for (var line : claim.lines()) {
            var more = line.line().more();
            check(line, "orderingProvider", more.orderingProvider(), found);
            check(line, "referringProvider", more.referringProvider(), found);
            check(line, "supervisingProvider", more.supervisingProvider(), found);
            var practitioner = claim.facts().renderingOf(line.line());
            if (practitioner.isPresent() && isWrong(practitioner.get())) {
                found.accept(RULE.finding(
                        line, "practitionerId", "The NPI of who gave line " + line.number() + " is not a valid NPI"));
            }
        }
    }

    private static void check(String field, ClaimDetails.@Nullable Provider provider, Consumer<Finding> found) {
        if (isWrong(provider)) {
            found.accept(
                    RULE.finding("/encounter/claimDetails/" + field + "/npi", "The provider's NPI is not a valid NPI"));
        }
    }

    private static void check(
            Lines line, String field, ClaimDetails.@Nullable Provider provider, Consumer<Finding> found) {
        if (isWrong(provider)) {
            found.accept(RULE.finding(
                    line,
                    "details/" + field + "/npi",
                    "The NPI of a provider of line " + line.number() + " is not a valid NPI"));
        }
    }

    private static boolean isWrong(ClaimDetails.@Nullable Provider provider) {
        return provider != null && !provider.npi().isEmpty() && !Npi.isValid(provider.npi());
    }
}
