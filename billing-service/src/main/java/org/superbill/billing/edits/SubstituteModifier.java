package org.superbill.billing.edits;

import java.util.Map;
import java.util.stream.Stream;
import org.superbill.billing.reference.ClaimFacts;

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
    public Stream<Finding> check(ClaimFacts facts, EditContext context) {
        var under = facts.encounter().details().billedUnder();
        var needed = under == null ? null : MODIFIERS.get(under.reason());
        return Lines.of(facts)
                .filter(line -> MODIFIERS.values().stream()
                        .anyMatch(modifier -> modifier.equals(needed)
                                != line.line().modifiers().contains(modifier)))
                .map(line -> RULE.finding(
                        line.pointer("modifiers"),
                        needed == null
                                ? "Line " + line.number()
                                        + " has modifier Q5 or Q6, and nobody is named under whom it is billed"
                                : "Line %d is billed under an absent physician and needs modifier %s"
                                        .formatted(line.number(), needed)));
    }
}
