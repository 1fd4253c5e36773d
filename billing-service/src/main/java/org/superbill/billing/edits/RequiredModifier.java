package org.superbill.billing.edits;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** A procedure that says by a modifier who gave it. Source: Medicare Claims Processing Manual, chapter 12, section 50 (anesthesia) and chapter 5, section 20 (therapy). */
final class RequiredModifier implements Edit {
    private static final EditRule RULE = new EditRule(
            "modifier-required",
            1,
            Severity.WARNING,
            "Medicare Claims Processing Manual, chapter 12, section 50; chapter 5, section 20",
            "Anesthesia and therapy carry the modifier that says who gave them, under which plan",
            "Add the modifier that fits; Medicare does not pay without one");

    /** Part B; and what replaces it. */
    private static final Set<String> MEDICARE = Set.of("MB", "MA");

    private static final ProcedureRanges<Required> REQUIRED = ProcedureRanges.read(
            "required-modifiers.txt", fields -> new Required(List.of(fields[2].split(" ")), fields[3]));

    private record Required(List<String> oneOf, String source) {
        boolean isMissingIn(List<String> modifiers) {
            for (var modifier : modifiers) {
                if (oneOf.contains(modifier)) {
                    return false;
                }
            }
            return true;
        }
    }

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public void check(KnownClaim claim, Consumer<Finding> found) {
        for (var line : claim.lines()) {
            var required = REQUIRED.of(line.line().procedureCode());
            if (required != null && required.isMissingIn(line.line().modifiers())) {
                var finding = finding(line, required);
                found.accept(
                        MEDICARE.contains(claim.facts().payer().claimFilingIndicator()) ? finding.asError() : finding);
            }
        }
    }

    private static Finding finding(Lines line, Required required) {
        return RULE.finding(
                        line,
                        "modifiers",
                        "Line %d needs one of the modifiers %s"
                                .formatted(line.number(), String.join(", ", required.oneOf())))
                .sourced(required.source(), RULE.effectiveFrom(), null);
    }
}
