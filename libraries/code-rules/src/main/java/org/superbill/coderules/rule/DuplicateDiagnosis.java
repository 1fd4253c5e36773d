package org.superbill.coderules.rule;

import java.util.List;
import java.util.function.Consumer;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.CodeSet;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;
import org.superbill.coderules.Terminology;

/** A diagnosis that is coded twice. Source: guideline I.B.12. */
final class DuplicateDiagnosis implements CodeRule {
    private static final Rule RULE = new Rule(
            "diagnosis-duplicate",
            Severity.ERROR,
            "ICD-10-CM Official Guidelines for Coding and Reporting, section I.B.12 (each code once per encounter)",
            "No diagnosis is coded twice",
            "Remove it and point the lines to its first place.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        var coded = set.codes().diagnoses();
        for (var i = 1; i < coded.size(); i++) {
            var first = firstPlace(coded, coded.get(i));
            if (first < i) {
                found.accept(RULE.finding(
                        List.of("/diagnoses/" + i, "/diagnoses/" + first),
                        "%s is coded before".formatted(written(coded.get(i))),
                        RULE.fix(),
                        written(coded.get(i))));
            }
        }
    }

    private static int firstPlace(List<CodeSet.Diagnosis> coded, CodeSet.Diagnosis one) {
        var place = 0;
        while (!coded.get(place).code().equals(one.code()) || coded.get(place).terminology() != one.terminology()) {
            place++;
        }
        return place;
    }

    private static String written(CodeSet.Diagnosis diagnosis) {
        return diagnosis.terminology() == Terminology.ICD_10_CM
                ? Terminology.ICD_10_CM.written(diagnosis.code())
                : diagnosis.code();
    }
}
