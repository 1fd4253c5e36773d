package org.superbill.billing.edits;

import java.util.Set;
import java.util.function.Consumer;
import org.superbill.billing.reference.Services;

/** Medicare and Medicaid pay for a test only where the laboratory is certified for it. Source: 42 CFR 493. */
final class LaboratoryCertified implements Edit {
    private static final EditRule RULE = new EditRule(
            "laboratory-certified",
            2,
            Severity.ERROR,
            "42 CFR 493; 005010X222A1, loop 2300, REF*X4; CMS Claims Processing Manual, chapter 16, section 70",
            "A claim to Medicare or Medicaid for laboratory tests names the CLIA number of the place",
            "Enter the CLIA number of the location; tests that another laboratory made have modifier 90 and its number");

    private static final Set<String> GOVERNMENT = Set.of("MB", "MC");

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public void check(KnownClaim claim, Consumer<Finding> found) {
        if (claim.isInstitutional()
                || !GOVERNMENT.contains(claim.facts().payer().claimFilingIndicator())
                || claim.facts().location().cliaNumber() != null) {
            return;
        }
        for (var line : claim.lines()) {
            if (Services.isLaboratory(line.line()) && line.line().more().referringCliaNumber() == null) {
                found.accept(RULE.finding(
                        "/location/cliaNumber",
                        "Line " + line.number() + " is a laboratory test and the location has no CLIA number"));
                return;
            }
        }
    }
}
