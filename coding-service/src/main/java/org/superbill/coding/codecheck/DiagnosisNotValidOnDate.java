package org.superbill.coding.codecheck;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codesystem.CodeStatus;
import org.superbill.coding.codesystem.CodeSystem;

/** A diagnosis that exists, but not on the date of service. Source: 45 CFR 162.1011 (code sets valid on the date of service). */
final class DiagnosisNotValidOnDate implements CodeRule {
    @Override
    public String id() {
        return "diagnosis-not-valid-on-date";
    }

    @Override
    public String source() {
        return "45 CFR 162.1011 (code sets valid on the date of service)";
    }

    @Override
    public Stream<Finding> check(Coding coding, CodeTable codes) {
        return diagnoses(coding)
                .mapToObj(i -> finding(i, codes.diagnosis(coding.diagnoses().get(i), coding.serviceDate())))
                .flatMap(Stream::ofNullable);
    }

    private @Nullable Finding finding(int position, CodeStatus code) {
        return code.validity() == CodeStatus.Validity.NOT_ON_THIS_DATE
                ? error(
                        "/diagnoses/" + position,
                        "%s is not valid on %s: it holds from %s to %s"
                                .formatted(
                                        CodeSystem.ICD_10_CM.display(code.code()),
                                        code.on(),
                                        code.validFrom(),
                                        code.validTo() == null ? "now" : code.validTo()),
                        "Search with the date of service and choose a code of that day.")
                : null;
    }
}
