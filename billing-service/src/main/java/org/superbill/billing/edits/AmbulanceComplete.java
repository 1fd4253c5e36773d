package org.superbill.billing.edits;

import java.util.stream.Stream;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.billing.reference.Services;

/** A transport says from where to where, how far and why. Source: 005010X222A1, loop 2300, CR1; loops 2310E, 2310F. */
final class AmbulanceComplete implements Edit {
    private static final EditRule RULE = new EditRule(
            "ambulance-complete",
            1,
            Severity.ERROR,
            "005010X222A1, loop 2300, CR1; loops 2310E and 2310F",
            "A claim for a transport says from where to where, how far and why",
            "Complete the encounter again with claimDetails.ambulance");

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> check(ClaimFacts facts, EditContext context) {
        return !facts.isInstitutional()
                        && facts.encounter().details().ambulance() == null
                        && facts.encounter().lines().stream().anyMatch(Services::isAmbulance)
                ? Stream.of(RULE.finding(
                        "/encounter/claimDetails/ambulance", "The claim bills a transport and does not describe it"))
                : Stream.empty();
    }
}
