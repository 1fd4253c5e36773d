package org.superbill.coderules.rule;

import java.util.List;
import java.util.function.Consumer;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/** Treatment of a neoplasm without the neoplasm. Source: guideline I.C.2.e.2. */
final class TreatmentWithoutNeoplasm implements CodeRule {
    private static final Rule RULE = new Rule(
            "treatment-without-neoplasm",
            Severity.WARNING,
            "ICD-10-CM Official Guidelines for Coding and Reporting, section I.C.2.e.2 (chemotherapy, immunotherapy and radiation therapy)",
            "Antineoplastic treatment stands beside the neoplasm that is treated",
            "Code the neoplasm after it; the treatment of another disease is coded to that disease.");

    private static final List<String> TREATMENTS = List.of("Z510", "Z511");
    /** C00-D49. */
    private static final List<String> NEOPLASMS = List.of("C", "D0", "D1", "D2", "D3", "D4");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        var treatment = Codes.firstUnder(set, TREATMENTS);
        if (treatment != null && Codes.firstUnder(set, NEOPLASMS) == null) {
            found.accept(RULE.finding(
                    treatment.pointer(),
                    "%s is there without the neoplasm that is treated".formatted(treatment.written()),
                    treatment.written()));
        }
    }
}
