package org.superbill.coderules.rule;

import java.util.List;
import java.util.function.Consumer;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/**
 * A code "without" something beside one "with" it, of the same condition: an aneurysm that is ruptured and is not. There may be two of the kind, so this is a warning. Diabetes is {@link
 * DiabetesContradicts}'. Source: the titles of the codes; guideline I.A.15 (with).
 */
final class ContraryBeside implements CodeRule {
    private static final Rule RULE = new Rule(
            "contrary-beside",
            Severity.WARNING,
            "The titles of the codes; ICD-10-CM Official Guidelines for Coding and Reporting, section I.A.15 (with)",
            "No condition is coded both with and without something",
            "Keep the one that the record supports; where there are two conditions of the kind, say so.");

    private static final List<String> DIABETES = List.of("E08", "E09", "E10", "E11", "E13");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        for (var without : set.diagnoses()) {
            var other = Sides.among(set, without, without.place().beside().contrary());
            if (other != null && !Codes.isUnder(without.code(), DIABETES)) {
                found.accept(RULE.finding(
                        List.of(without.pointer(), other.pointer()),
                        "%s denies what %s says of the same condition".formatted(without.written(), other.written()),
                        RULE.fix(),
                        without.written(),
                        other.written()));
            }
        }
    }
}
