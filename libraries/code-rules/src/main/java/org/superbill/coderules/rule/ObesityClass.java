package org.superbill.coderules.rule;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.superbill.coderules.CodeRange;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/**
 * A class of obesity beside a body mass index that is not of that class. The provider documents the class, and others may document the index: where they do not agree, the provider is
 * asked (guideline I.B.14). Classes of adults: 1 from 30, 2 from 35, 3 from 40 kg/m2 (CDC, Adult BMI Categories).
 */
final class ObesityClass implements CodeRule {
    private static final Rule RULE = new Rule(
            "obesity-class",
            Severity.WARNING,
            "ICD-10-CM Official Guidelines for Coding and Reporting, section I.B.14 (documentation by clinicians other than the patient's provider); CDC, Adult BMI Categories",
            "The body mass index is of the class of obesity that is coded",
            "Ask the provider where the record contradicts itself; else correct the one that was misread.");

    /** By class, the first and the last code of its indexes: Z68.30 is 30.0 to 30.9, Z68.41 40.0 to 44.9, Z68.45 70 and more. */
    private static final Map<String, CodeRange> INDEXES = Map.of(
            "E66811", new CodeRange("Z6830", "Z6834", null),
            "E66812", new CodeRange("Z6835", "Z6839", null),
            "E66813", new CodeRange("Z6841", "Z6845", null));

    private static final List<String> OF_ADULTS = List.of("Z681", "Z682", "Z683", "Z684");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        for (var obesity : set.diagnoses()) {
            var wanted = INDEXES.get(obesity.code());
            var index = wanted == null ? null : Codes.firstUnder(set, OF_ADULTS);
            if (wanted != null && index != null && !wanted.contains(index.code())) {
                found.accept(RULE.finding(
                        List.of(obesity.pointer(), index.pointer()),
                        "%s is not the body mass index of %s".formatted(index.written(), obesity.written()),
                        RULE.fix(),
                        obesity.written(),
                        index.written()));
            }
        }
    }
}
