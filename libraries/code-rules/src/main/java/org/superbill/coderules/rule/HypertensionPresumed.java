package org.superbill.coderules.rule;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownDiagnosis;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/** Hypertension coded apart from the heart failure or chronic kidney disease that the classification presumes to come from it. Source: guideline I.C.9.a. */
final class HypertensionPresumed implements CodeRule {
    private static final Rule RULE = new Rule(
            "hypertension-presumed",
            Severity.WARNING,
            "ICD-10-CM Official Guidelines for Coding and Reporting, section I.C.9.a (hypertension with heart disease and chronic kidney disease)",
            "Hypertension is coded with the heart failure and chronic kidney disease that are presumed to come from it",
            "Code I11, I12 or I13, unless the record says that they are unrelated.");

    private static final List<String> LAST_STAGES = List.of("N185", "N186");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        var heart = first(set, "I50");
        var kidney = first(set, "N18");
        if (heart.isEmpty() && kidney.isEmpty()) {
            return;
        }
        for (var hypertension : set.diagnoses()) {
            var code = hypertension.code();
            var heartIsSaid = heart.isEmpty() || code.startsWith("I11") || code.startsWith("I13");
            var kidneyIsSaid = kidney.isEmpty() || code.startsWith("I12") || code.startsWith("I13");
            if (isHypertension(code) && !(heartIsSaid && kidneyIsSaid)) {
                var other = heartIsSaid ? kidney.orElseThrow() : heart.orElseThrow();
                found.accept(RULE.finding(
                        List.of(hypertension.pointer(), other.pointer()),
                        "%s with %s is presumed to be one disease".formatted(hypertension.written(), other.written()),
                        "Code %s, unless the record says that they are unrelated."
                                .formatted(together(
                                        code.startsWith("I11") || heart.isPresent(),
                                        code.startsWith("I12") || kidney.isPresent(),
                                        kidney.map(KnownDiagnosis::code).orElse(""))),
                        hypertension.written(),
                        other.written()));
            }
        }
    }

    private static boolean isHypertension(String code) {
        return code.equals("I10") || code.startsWith("I11") || code.startsWith("I12");
    }

    private static Optional<KnownDiagnosis> first(KnownSet set, String header) {
        return set.diagnoses().stream()
                .filter(diagnosis -> diagnosis.code().startsWith(header))
                .findFirst();
    }

    private static String together(boolean heart, boolean kidney, String stage) {
        var last = Codes.isUnder(stage, LAST_STAGES);
        if (heart && kidney) {
            return last ? "I13.2" : "I13.0";
        }
        return heart ? "I11.0" : last ? "I12.0" : "I12.9";
    }
}
