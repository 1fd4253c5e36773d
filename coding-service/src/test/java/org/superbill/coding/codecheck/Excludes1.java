package org.superbill.coding.codecheck;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.superbill.coderules.CodeSet;
import org.superbill.coderules.CodeSet.Diagnosis;
import org.superbill.coderules.Encounter;
import org.superbill.coderules.Finding;
import org.superbill.coderules.Terminology;
import org.superbill.coderules.rule.CodeRules;
import org.superbill.coding.codefact.ShippedFacts;

/** Whether an Excludes1 note of what ships keeps two codes of an outpatient apart. */
final class Excludes1 {
    private Excludes1() {}

    static Optional<Finding> found(String one, String other, LocalDate day) {
        var set = new CodeSet(
                Encounter.professional(day),
                null,
                Stream.of(one, other)
                        .map(Terminology.ICD_10_CM::stored)
                        .map(Diagnosis::icd10)
                        .toList(),
                List.of(),
                List.of(),
                List.of());
        return CodeRules.check(set, ShippedFacts.get()).stream()
                .filter(finding -> finding.rule().equals("excludes1"))
                .findFirst();
    }
}
