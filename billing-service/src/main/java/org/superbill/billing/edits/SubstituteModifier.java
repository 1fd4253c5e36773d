package org.superbill.billing.edits;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.superbill.events.ClaimDetails;

/** Services of a substitute carry Q5 or Q6, and only they do. Source: CMS Claims Processing Manual, chapter 1, sections 30.2.10 and 30.2.11. */
final class SubstituteModifier implements Edit {
    private static final EditRule RULE = new EditRule(
            "substitute-modifier",
            1,
            Severity.ERROR,
            "CMS Claims Processing Manual, chapter 1, sections 30.2.10 and 30.2.11",
            "Services under a reciprocal or fee-for-time arrangement carry modifier Q5 or Q6, and no others do",
            "Say under whom the services are billed (claimDetails.billedUnder), and put Q5 (reciprocal) or Q6 (fee for time) on each of its lines");

    private static final Map<String, String> MODIFIERS = Map.of("reciprocal", "Q5", "fee-for-time", "Q6");

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public void check(KnownClaim claim, Consumer<Finding> found) {
        var under = claim.encounter().details().billedUnder();
        var needed = under == null ? null : MODIFIERS.get(under.reason());
        if (under != null && isToldByLines(claim, under)) {
            return;
        }
        for (var line : claim.lines()) {
            if (disagree(line.line().modifiers(), needed)) {
                found.accept(RULE.finding(
                        line,
                        "modifiers",
                        needed == null
                                ? "Line " + line.number()
                                        + " has modifier Q5 or Q6, and nobody is named under whom it is billed"
                                : "Line %d is billed under an absent physician and needs modifier %s"
                                        .formatted(line.number(), needed)));
            }
        }
    }

    /** A claim in X12 names as rendering who was absent, and nobody who stood in: on which lines somebody did, their modifiers alone say. */
    private static boolean isToldByLines(KnownClaim claim, ClaimDetails.BilledUnder under) {
        return under.provider().npi().equals(claim.facts().practitioner().npi())
                && claim.lines().stream()
                        .anyMatch(line -> line.line().modifiers().stream().anyMatch(MODIFIERS::containsValue));
    }

    private static boolean disagree(List<String> modifiers, @Nullable String needed) {
        for (var modifier : MODIFIERS.values()) {
            if (modifier.equals(needed) != modifiers.contains(modifier)) {
                return true;
            }
        }
        return false;
    }
}
