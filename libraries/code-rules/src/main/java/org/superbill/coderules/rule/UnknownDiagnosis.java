package org.superbill.coderules.rule;

import java.util.function.Consumer;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownDiagnosis;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;
import org.superbill.coderules.Terminology;

/** A diagnosis that no release of ICD-10-CM has. Source: 45 CFR 162.1002(c)(2). */
final class UnknownDiagnosis implements CodeRule {
    private static final Rule RULE = new Rule(
            "diagnosis-unknown",
            Severity.ERROR,
            "45 CFR 162.1002(c)(2)",
            "Every diagnosis is an ICD-10-CM code",
            "Search for the diagnosis by words and choose a code from the list.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        for (var diagnosis : set.diagnoses()) {
            if (diagnosis.fact() == null && isNone(set, diagnosis) && !SeventhCharacters.explains(set, diagnosis)) {
                found.accept(RULE.finding(
                        diagnosis.pointer(),
                        "There is no ICD-10-CM code %s".formatted(diagnosis.written()),
                        diagnosis.written()));
            }
        }
    }

    /** On a day before the first release that is loaded a code of the right form may have been one: see {@link ReleaseMissing}. */
    private static boolean isNone(KnownSet set, KnownDiagnosis diagnosis) {
        return set.facts().covers(Terminology.ICD_10_CM, set.day()) || !Terminology.ICD_10_CM.accepts(diagnosis.code());
    }
}
