package org.superbill.coderules.rule;

import java.util.List;
import java.util.function.Consumer;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/** O80, a delivery without any complication, behind another code or beside another one of chapter 15. Source: guideline I.C.15.n.1. */
final class NormalDelivery implements CodeRule {
    private static final Rule RULE = new Rule(
            "normal-delivery",
            Severity.ERROR,
            "ICD-10-CM Official Guidelines for Coding and Reporting, section I.C.15.n.1 (O80)",
            "A normal delivery is the first diagnosis and the only one of chapter 15",
            "Put O80 first; where another code of chapter 15 tells of a complication, leave O80 out.");
    private static final String CODE = "O80";

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        var first = set.first();
        for (var diagnosis : set.diagnoses()) {
            if (diagnosis.code().equals(CODE)) {
                if (!diagnosis.equals(first)) {
                    found.accept(RULE.finding(
                            diagnosis.pointer(), "O80 is always the first diagnosis", diagnosis.written()));
                }
                set.diagnoses().stream()
                        .filter(other ->
                                Pregnancy.isOf(other.code()) && !other.code().equals(CODE))
                        .findFirst()
                        .ifPresent(other -> found.accept(RULE.finding(
                                List.of(diagnosis.pointer(), other.pointer()),
                                "O80 is a delivery without any complication, and %s tells of one"
                                        .formatted(other.written()),
                                RULE.fix(),
                                diagnosis.written(),
                                other.written())));
            }
        }
    }
}
