package org.superbill.coderules.rule;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
    public Stream<Finding> check(KnownSet set) {
        var coded = set.codes().diagnoses();
        return IntStream.range(0, coded.size())
                .filter(i -> firstPlace(coded, coded.get(i)) < i)
                .mapToObj(i -> RULE.finding(
                        List.of("/diagnoses/" + i, "/diagnoses/" + firstPlace(coded, coded.get(i))),
                        "%s is coded before".formatted(written(coded.get(i))),
                        RULE.fix(),
                        written(coded.get(i))));
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
