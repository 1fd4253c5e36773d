package org.superbill.billing.edits;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A taxonomy code has ten characters; that of who bills their own services stands once, in loop 2000A. Source: 005010X222A1, loops 2000A and 2310B, PRV03. */
final class TaxonomyCodeForm implements Edit {
    private static final EditRule RULE = new EditRule(
            "taxonomy-code",
            3,
            Severity.ERROR,
            "005010X222A1, loops 2000A and 2310B, PRV03; NUCC Health Care Provider Taxonomy",
            "Taxonomy codes have ten characters",
            "Correct the taxonomy code, or leave it out");

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public void check(KnownClaim claim, Consumer<Finding> found) {
        if (!isValid(claim.facts().organization().taxonomyCode())) {
            found.accept(RULE.finding(
                    "/organization/taxonomyCode", "The organization's taxonomy code does not have its form"));
        }
        if (!claim.facts()
                        .practitioner()
                        .npi()
                        .equals(claim.facts().organization().npi())
                && !isValid(claim.facts().practitioner().taxonomyCode())) {
            found.accept(RULE.finding(
                    "/practitioner/taxonomyCode", "The practitioner's taxonomy code does not have its form"));
        }
    }

    private static boolean isValid(@Nullable String taxonomyCode) {
        return taxonomyCode == null || Form.code(taxonomyCode, 10);
    }
}
