package org.superbill.billing.edits;

import java.util.List;
import java.util.function.Consumer;
import org.superbill.billing.coveragelist.CoverageList;

/**
 * A payer's list says for which diagnoses it covers the procedure, and the line points to none of them. Nothing is found where a modifier says already that it will not be
 * covered. Source: local and national coverage determinations (Social Security Act, section 1862(a)(1)(A) and (l)), as they were loaded.
 */
final class DiagnosisCoversProcedure implements Edit {
    private static final EditRule RULE = EditRule.passedWithReason(
            "diagnosis-covers-procedure",
            1,
            "Coverage determinations as loaded (Social Security Act, section 1862(a)(1)(A))",
            "Each line points to a diagnosis for which the payer's coverage lists cover its procedure",
            "Point the line to the diagnosis that the record supports; else have the patient sign a notice before the service (GA), or pass the warning with the reason");

    /** Expected to be denied as not necessary (GA, GZ), or excluded (GX, GY). */
    private static final List<String> NOT_COVERED_AND_SAID = List.of("GA", "GX", "GY", "GZ");

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public void check(KnownClaim claim, Consumer<Finding> found) {
        if (claim.context().coverage().isEmpty() || claim.context().inIcd9()) {
            return;
        }
        for (var line : claim.lines()) {
            if (line.line().modifiers().stream().noneMatch(NOT_COVERED_AND_SAID::contains)) {
                check(line, claim, found);
            }
        }
    }

    private static void check(Lines line, KnownClaim claim, Consumer<Finding> found) {
        var diagnoses = claim.encounter().diagnoses();
        var pointed = line.line().diagnosisPointers().stream()
                .filter(pointer -> pointer >= 1 && pointer <= diagnoses.size())
                .map(pointer -> diagnoses.get(pointer - 1))
                .toList();
        claim.context()
                .coverage()
                .of(
                        line.line().procedureCode(),
                        claim.facts().payer().payerId(),
                        line.line().serviceDate())
                .filter(list -> !list.covers(line.line().procedureCode(), pointed))
                .forEach(list -> found.accept(finding(line, list)));
    }

    private static Finding finding(Lines line, CoverageList list) {
        return RULE.finding(
                        line,
                        "diagnosisPointers",
                        "%s does not cover the procedure of line %d for the diagnoses that it points to"
                                .formatted(list.number(), line.number()))
                .sourced(list.source(), list.effectiveFrom(), list.effectiveTo());
    }
}
