package org.superbill.coding.codecheck;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codesystem.CodeStatus;
import org.superbill.coding.codesystem.CodeSystem;

/** A diagnosis that only groups more specific ones. Source: ICD-10-CM Official Guidelines for Coding and Reporting, section I.B.2 (level of detail in coding). */
final class HeaderDiagnosis implements CodeRule {
    @Override
    public String id() {
        return "diagnosis-is-header";
    }

    @Override
    public String source() {
        return "ICD-10-CM Official Guidelines for Coding and Reporting, section I.B.2 (level of detail in coding)";
    }

    @Override
    public Stream<Finding> check(Coding coding, CodeTable codes) {
        return diagnoses(coding)
                .mapToObj(i -> finding(i, codes.diagnosis(coding.diagnoses().get(i), coding.serviceDate())))
                .flatMap(Stream::ofNullable);
    }

    private @Nullable Finding finding(int position, CodeStatus code) {
        return code.valid() && !code.billable()
                ? error(
                        "/diagnoses/" + position,
                        "%s is a header, which groups codes and is not billable"
                                .formatted(CodeSystem.ICD_10_CM.display(code.code())),
                        "Choose a code under it, as specific as the documentation allows.")
                : null;
    }
}
