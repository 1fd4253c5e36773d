package org.superbill.coderules.rule;

import java.util.List;
import java.util.function.Consumer;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/** A body mass index that is for another age. Source: the notes at Z68. */
final class BodyMassAge implements CodeRule {
    private static final Rule RULE = new Rule(
            "body-mass-age",
            Severity.ERROR,
            "ICD-10-CM Tabular List, notes at Z68 (adults: 20 years and older; pediatric: 2 to 19 years)",
            "The body mass index is coded as for the age of the patient",
            "Code a percentile (Z68.5-) from 2 to 19 years of age and the index itself (Z68.1-Z68.45) from 20; check the birth date.");

    private static final List<String> INDEX = List.of("Z68");
    private static final List<String> PEDIATRIC = List.of("Z685");
    private static final int FIRST_YEAR = 2;
    private static final int FIRST_ADULT_YEAR = 20;

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        var age = set.encounter().patient().ageOn(set.encounter().serviceDate());
        if (age == null) {
            return;
        }
        for (var diagnosis : set.diagnoses()) {
            if (Codes.isUnder(diagnosis.code(), INDEX) && !isFor(diagnosis.code(), age)) {
                found.accept(RULE.finding(
                        List.of(diagnosis.pointer(), "/patient"),
                        "%s is for another age than %d years".formatted(diagnosis.written(), age),
                        RULE.fix(),
                        diagnosis.written()));
            }
        }
    }

    private static boolean isFor(String code, int age) {
        return Codes.isUnder(code, PEDIATRIC) ? age >= FIRST_YEAR && age < FIRST_ADULT_YEAR : age >= FIRST_ADULT_YEAR;
    }
}
