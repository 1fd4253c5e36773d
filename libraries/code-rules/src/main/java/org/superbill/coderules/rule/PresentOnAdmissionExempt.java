package org.superbill.coderules.rule;

import java.util.List;
import java.util.function.Consumer;
import org.superbill.coderules.CodeListKind;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/** An indicator on a code that is exempt. Source: guidelines, appendix I; list of exempt codes. */
final class PresentOnAdmissionExempt implements CodeRule {
    private static final Rule RULE = new Rule(
            "poa-exempt",
            Severity.ERROR,
            "ICD-10-CM Official Guidelines for Coding and Reporting, appendix I (present on admission); list of exempt codes",
            "A code that is exempt from present-on-admission reporting carries no indicator",
            "Leave it out.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        if (!set.encounter().inpatient()) {
            return;
        }
        for (var diagnosis : set.diagnoses()) {
            var list = diagnosis.presentOnAdmission() == null
                    ? null
                    : set.facts().listed(CodeListKind.POA_EXEMPT, diagnosis.code(), set.day());
            if (list != null) {
                found.accept(RULE.sourced(
                        List.of(diagnosis.pointer("presentOnAdmission")),
                        "%s is exempt and carries no indicator".formatted(diagnosis.written()),
                        RULE.fix(),
                        list.source(),
                        diagnosis.written()));
            }
        }
    }
}
