package org.superbill.coderules.rule;

import java.util.Set;
import java.util.function.Consumer;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/** An indicator that is none of the reporting options. Source: guidelines, appendix I. */
final class PresentOnAdmissionValue implements CodeRule {
    private static final Rule RULE = new Rule(
            "poa-value",
            Severity.ERROR,
            "ICD-10-CM Official Guidelines for Coding and Reporting, appendix I (present on admission)",
            "Present on admission is Y, N, U or W",
            "Say Y (present), N (not), U (the record does not say) or W (cannot be determined).");

    private static final Set<String> OPTIONS = Set.of("Y", "N", "U", "W");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        for (var diagnosis : set.diagnoses()) {
            var said = diagnosis.presentOnAdmission();
            if (said != null && !OPTIONS.contains(said)) {
                found.accept(RULE.finding(
                        diagnosis.pointer("presentOnAdmission"),
                        "Present on admission of %s is not Y, N, U or W".formatted(diagnosis.written()),
                        diagnosis.written()));
            }
        }
    }
}
