package org.superbill.coderules.rule;

import java.util.function.Consumer;
import org.superbill.coderules.CodeListKind;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/** An inpatient's diagnosis without an indicator. Source: guidelines, appendix I. */
final class PresentOnAdmissionMissing implements CodeRule {
    private static final Rule RULE = new Rule(
            "poa-missing",
            Severity.ERROR,
            "ICD-10-CM Official Guidelines for Coding and Reporting, appendix I (present on admission)",
            "Each diagnosis of an inpatient that is not exempt says whether it was present on admission",
            "Say Y, N, U or W; ask the provider when the record does not tell.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        if (!set.encounter().inpatient() || !set.facts().has(CodeListKind.POA_EXEMPT)) {
            return; // without the list nobody knows which codes are exempt
        }
        for (var diagnosis : set.diagnoses()) {
            if (diagnosis.valid()
                    && diagnosis.presentOnAdmission() == null
                    && set.facts().listed(CodeListKind.POA_EXEMPT, diagnosis.code(), set.day()) == null) {
                found.accept(RULE.finding(
                        diagnosis.pointer("presentOnAdmission"),
                        "%s does not say whether it was present on admission".formatted(diagnosis.written()),
                        diagnosis.written()));
            }
        }
    }
}
