package org.superbill.billing.edits;

import java.util.List;
import java.util.function.Consumer;

/** Each line says for which diagnoses the service was given. Source: 005010X222A1, loop 2400, SV107. */
final class DiagnosisPointers implements Edit {
    private static final int MOST = 4;

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
    public void check(KnownClaim claim, Consumer<Finding> found) {
        if (claim.isInstitutional()) { // its lines point to none
            return;
        }
        var diagnoses = claim.encounter().diagnoses().size();
        for (var line : claim.lines()) {
            if (!areValid(line.line().diagnosisPointers(), diagnoses)) {
                found.accept(RULE.finding(
                        line,
                        "diagnosisPointers",
                        "Line " + line.number() + " does not point to one to four diagnoses of the claim"));
            }
        }
    }

    private static boolean areValid(List<Integer> pointers, int diagnoses) {
        if (pointers.isEmpty() || pointers.size() > MOST) {
            return false;
        }
        for (var i = 0; i < pointers.size(); i++) {
            var pointer = pointers.get(i);
            if (pointer < 1 || pointer > diagnoses || pointers.indexOf(pointer) < i) {
                return false;
            }
        }
        return true;
    }
}
