package org.superbill.coding.codecheck;

import java.util.stream.Stream;
import org.superbill.coding.codesystem.CodeSystem;

/** A diagnosis that no release of ICD-10-CM has. Source: 45 CFR 162.1002(c)(2). */
final class UnknownDiagnosis implements CodeRule {
    @Override
    public String id() {
        return "diagnosis-unknown";
    }

    @Override
    public String source() {
        return "45 CFR 162.1002(c)(2)";
    }

    @Override
    public Stream<Finding> check(Coding coding, CodeTable codes) {
        return diagnoses(coding)
                .mapToObj(i -> codes.diagnosis(coding.diagnoses().get(i), coding.serviceDate())
                                .known()
                        ? null
                        : error(
                                "/diagnoses/" + i,
                                "There is no ICD-10-CM code %s"
                                        .formatted(CodeSystem.ICD_10_CM.display(
                                                coding.diagnoses().get(i))),
                                "Search for the diagnosis by words and choose a code from the list."))
                .flatMap(Stream::ofNullable);
    }
}
