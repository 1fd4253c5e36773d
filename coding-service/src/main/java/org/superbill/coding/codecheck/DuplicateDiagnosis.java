package org.superbill.coding.codecheck;

import java.util.stream.Stream;
import org.superbill.coding.codesystem.CodeSystem;

/** A diagnosis that is coded twice. Source: ICD-10-CM Official Guidelines for Coding and Reporting, section I.B.12 (each code once per encounter). */
final class DuplicateDiagnosis implements CodeRule {
    @Override
    public String id() {
        return "diagnosis-duplicate";
    }

    @Override
    public String source() {
        return "ICD-10-CM Official Guidelines for Coding and Reporting, section I.B.12 (each code once per encounter)";
    }

    @Override
    public Stream<Finding> check(Coding coding, CodeTable codes) {
        return diagnoses(coding)
                .filter(i -> coding.diagnoses().indexOf(coding.diagnoses().get(i)) < i)
                .mapToObj(i -> error(
                        "/diagnoses/" + i,
                        "%s is coded before"
                                .formatted(CodeSystem.ICD_10_CM.display(
                                        coding.diagnoses().get(i))),
                        "Remove it and point the lines to its first place."));
    }
}
