package org.superbill.coderules.rule;

import java.util.List;
import java.util.function.Consumer;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/** Sepsis that was present on admission behind the localized infection that it came from. Sepsis of later stands behind it. Source: guideline I.C.1.d.4. */
final class SepsisFirst implements CodeRule {
    private static final Rule RULE = new Rule(
            "sepsis-first",
            Severity.WARNING,
            "ICD-10-CM Official Guidelines for Coding and Reporting, section I.C.1.d.4 (sepsis with a localized infection)",
            "Sepsis that was present on admission stands before the localized infection",
            "Put the systemic infection first where it was a reason for the admission.");

    private static final String PRESENT = "Y";

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        var first = set.first();
        if (!set.encounter().inpatient() || first == null || !Codes.isUnder(first.code(), Sepsis.LOCALIZED)) {
            return;
        }
        set.diagnoses().stream()
                .filter(diagnosis -> Codes.isUnder(diagnosis.code(), Sepsis.SEPSIS)
                        && PRESENT.equals(diagnosis.presentOnAdmission()))
                .findFirst()
                .ifPresent(sepsis -> found.accept(RULE.finding(
                        List.of(sepsis.pointer(), first.pointer()),
                        "%s was present on admission and stands behind the localized infection %s"
                                .formatted(sepsis.written(), first.written()),
                        RULE.fix(),
                        sepsis.written(),
                        first.written())));
    }
}
