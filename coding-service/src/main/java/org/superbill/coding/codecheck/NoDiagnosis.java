package org.superbill.coding.codecheck;

import java.util.stream.Stream;

/** An encounter without any diagnosis. Source: 005010X222A1, loop 2300, HI (at least one diagnosis). */
final class NoDiagnosis implements CodeRule {
    @Override
    public String id() {
        return "diagnosis-missing";
    }

    @Override
    public String source() {
        return "005010X222A1, loop 2300, HI (at least one diagnosis)";
    }

    @Override
    public Stream<Finding> check(Coding coding, CodeTable codes) {
        return coding.diagnoses().isEmpty()
                ? Stream.of(error("/diagnoses", "No diagnosis is coded", "Code at least the reason for the encounter."))
                : Stream.empty();
    }
}
