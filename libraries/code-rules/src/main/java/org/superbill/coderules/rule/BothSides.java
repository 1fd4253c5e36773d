package org.superbill.coderules.rule;

import java.util.List;
import java.util.function.Consumer;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownDiagnosis;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Laterality;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;
import org.superbill.coderules.Side;

/** Right and left where one code says both, or both beside one side. Source: guideline I.B.13. */
final class BothSides implements CodeRule {
    private static final Rule RULE = new Rule(
            "laterality-both-sides",
            Severity.ERROR,
            "ICD-10-CM Official Guidelines for Coding and Reporting, section I.B.13 (laterality)",
            "A condition of both sides is coded once where there is a code for both",
            "Code the bilateral code alone.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        Sides.groups(set).forEach((group, diagnoses) -> {
            var coded = Sides.sided(diagnoses);
            if (group.codes().containsKey(Side.BILATERAL) && coded.size() > 1) {
                found.accept(finding(group, coded));
            }
        });
    }

    private static Finding finding(Laterality.Group group, List<KnownDiagnosis> coded) {
        var codes = coded.stream().map(KnownDiagnosis::written).toArray(String[]::new);
        return RULE.finding(
                coded.stream().map(KnownDiagnosis::pointer).toList(),
                "%s name sides that %s has in one"
                        .formatted(
                                String.join(" and ", codes), Codes.written(List.of(Sides.code(group, Side.BILATERAL)))),
                "Code %s alone.".formatted(Codes.written(List.of(Sides.code(group, Side.BILATERAL)))),
                codes);
    }
}
