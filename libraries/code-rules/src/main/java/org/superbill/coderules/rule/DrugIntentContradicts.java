package org.superbill.coderules.rule;

import java.util.List;
import java.util.function.Consumer;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownDiagnosis;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/**
 * One drug that was used wrongly (a poisoning) and that was taken as it was prescribed (an adverse effect), or too little of it. Source: guideline I.C.19.e.5.
 */
final class DrugIntentContradicts implements CodeRule {
    private static final Rule RULE = new Rule(
            "drug-intent-contradicts",
            Severity.WARNING,
            "ICD-10-CM Official Guidelines for Coding and Reporting, section I.C.19.e.5 (adverse effects, poisoning, underdosing and toxic effects)",
            "No drug is coded both as poisoning and as adverse effect or underdosing",
            "Keep the one that the record supports: a poisoning where the drug was used wrongly, an adverse effect where it was given and taken as prescribed, underdosing where less was taken; ask where it does not say.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        for (var poisoning : set.diagnoses()) {
            if (PoisoningFirst.isPoisoning(poisoning.code())) {
                for (var other : set.diagnoses()) {
                    if (isProperOrLess(other.code())
                            && DrugIntent.drug(other.code()).equals(DrugIntent.drug(poisoning.code()))) {
                        found.accept(finding(poisoning, other));
                    }
                }
            }
        }
    }

    private static boolean isProperOrLess(String code) {
        return DrugIntent.of(code) == '5' || DrugIntent.of(code) == '6';
    }

    private static Finding finding(KnownDiagnosis poisoning, KnownDiagnosis other) {
        return RULE.finding(
                List.of(other.pointer(), poisoning.pointer()),
                "%s is the %s of the drug by which %s is a poisoning"
                        .formatted(
                                other.written(),
                                DrugIntent.of(other.code()) == '5' ? "adverse effect" : "underdosing",
                                poisoning.written()),
                RULE.fix(),
                other.written(),
                poisoning.written());
    }
}
