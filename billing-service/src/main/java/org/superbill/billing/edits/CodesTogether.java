package org.superbill.billing.edits;

import java.util.List;
import java.util.stream.Stream;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.coderules.CodeSet;
import org.superbill.coderules.Encounter;
import org.superbill.coderules.Rule;
import org.superbill.coderules.rule.CodeRules;
import org.superbill.events.EncounterCoded;

/**
 * The rules of libraries/code-rules that need to know nothing of codes but the codes: a claim may come from a case that was coded before there was the rule.
 * coding-service runs them all.
 */
final class CodesTogether {
    private static final int VERSION = 1;
    private static final String CODES_OF_A_CLAIM = "/encounter";

    private CodesTogether() {}

    static Stream<EditRule> rules() {
        return CodeRules.rulesWithoutFacts().stream().map(CodesTogether::edit);
    }

    static Stream<Finding> check(ClaimFacts facts) {
        return CodeRules.checkWithoutFacts(codes(facts.encounter())).stream()
                .map(found -> new Finding(
                        found.rule(),
                        VERSION,
                        severity(found.severity()),
                        found.source(),
                        CODES_OF_A_CLAIM + found.pointer(),
                        found.message(),
                        found.fix()));
    }

    private static CodeSet codes(EncounterCoded encounter) {
        return new CodeSet(
                Encounter.professional(encounter.serviceDate()),
                null,
                encounter.diagnoses().stream().map(CodeSet.Diagnosis::icd10).toList(),
                encounter.lines().stream().map(CodesTogether::line).toList(),
                List.of(),
                List.of());
    }

    private static CodeSet.Line line(EncounterCoded.Line line) {
        return new CodeSet.Line(
                line.lineNumber(),
                line.procedureCode(),
                line.modifiers(),
                line.units(),
                line.serviceDate(),
                line.diagnosisPointers());
    }

    private static EditRule edit(Rule rule) {
        return new EditRule(rule.id(), VERSION, severity(rule.severity()), rule.source(), rule.title(), rule.fix());
    }

    private static Severity severity(org.superbill.coderules.Severity severity) {
        return switch (severity) {
            case ERROR -> Severity.ERROR;
            case WARNING -> Severity.WARNING;
        };
    }
}
