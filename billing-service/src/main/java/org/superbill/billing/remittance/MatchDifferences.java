package org.superbill.billing.remittance;

import java.util.ArrayList;
import java.util.List;
import org.superbill.billing.claim.ClaimContent;
import org.superbill.billing.ledger.Cents;

/** Why money may be for another claim than the one that a person names. Pure; in words without patient data. */
final class MatchDifferences {
    private MatchDifferences() {}

    static List<String> of(Remitted.Claim claim, ClaimContent content) {
        var differences = new ArrayList<String>();
        var facts = content.facts();
        var patient = claim.patient();
        if (patient != null
                && !patient.lastName().equalsIgnoreCase(facts.patient().lastName())
                && !facts.coverage().memberId().equals(patient.memberId())) {
            differences.add("the payment names another patient, by another member number");
        }
        var charge = Cents.of(Math.abs(claim.charge().value()));
        var ours = Cents.of(facts.totalChargeCents());
        if (!charge.equals(ours) && !Settled.isPart(content, charge, LineOfClaim.charges(claim, content))) {
            differences.add("its charge is %s, and the claim's is %s".formatted(charge.dollars(), ours.dollars()));
        }
        claim.lines().stream()
                .filter(line ->
                        !line.charge().isZero() && LineOfClaim.of(line, content).isEmpty())
                .forEach(line -> differences.add("the claim has no line %s of %s"
                        .formatted(line.billedProcedureCode(), line.charge().dollars())));
        return differences;
    }
}
