package org.superbill.billing.edits;

import java.util.function.Consumer;
import org.superbill.billing.reference.Services;

/** Medicare pays for a mammography only at a place that is certified for it; who only reads the films says nothing of it. Source: 42 CFR 410.34(a)(2). */
final class MammographyCertified implements Edit {
    private static final EditRule RULE = new EditRule(
            "mammography-certified",
            1,
            Severity.ERROR,
            "42 CFR 410.34; Medicare Claims Processing Manual, chapter 18, section 20; 005010X222A1, loop 2300, REF*EW",
            "A claim to Medicare for a mammography names the certification of the place",
            "Enter mammographyCertification of the location");

    private static final String MEDICARE = "MB";
    private static final String READING_ALONE = "26";

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public void check(KnownClaim claim, Consumer<Finding> found) {
        if (claim.isInstitutional()
                || !claim.facts().payer().claimFilingIndicator().equals(MEDICARE)
                || claim.facts().location().mammographyCertification() != null) {
            return;
        }
        for (var line : claim.lines()) {
            if (Services.isMammography(line.line()) && !line.line().modifiers().contains(READING_ALONE)) {
                found.accept(RULE.finding(
                        "/location/mammographyCertification",
                        "Line " + line.number() + " is a mammography and the location has no certification"));
                return;
            }
        }
    }
}
