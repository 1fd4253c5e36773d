package org.superbill.billing.edits;

import java.util.stream.Stream;
import org.superbill.billing.reference.ClaimFacts;

/** Each line says for which diagnoses the service was given. Source: 005010X222A1, loop 2400, SV107. */
final class DiagnosisPointers implements Edit {
    private static final EditRule RULE = new EditRule(
            "diagnosis-pointers",
            1,
            Severity.ERROR,
            "005010X222A1, loop 2400, SV107",
            "Each line has 1 to 4 pointers, each to a diagnosis of the claim",
            "Point the line to one to four of the claim's diagnoses");

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> check(ClaimFacts facts, EditContext context) {
        if (facts.isInstitutional()) { // its lines point to none
            return Stream.empty();
        }
        var diagnoses = facts.encounter().diagnoses().size();
        return Lines.of(facts)
                .filter(line -> {
                    var pointers = line.line().diagnosisPointers();
                    return pointers.isEmpty()
                            || pointers.size() > 4
                            || pointers.stream().anyMatch(pointer -> pointer < 1 || pointer > diagnoses)
                            || pointers.stream().distinct().count() < pointers.size();
                })
                .map(line -> RULE.finding(
                        line,
                        "diagnosisPointers",
                        "Line " + line.number() + " does not point to one to four diagnoses of the claim"));
    }
}
