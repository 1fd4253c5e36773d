package org.superbill.coding.codecheck;

import java.util.stream.Stream;

/** More diagnoses than a professional claim holds. Source: 005010X222A1, loop 2300, HI (12 diagnoses). */
final class TooManyDiagnoses implements CodeRule {
    private static final int MOST = 12;

    @Override
    public String id() {
        return "diagnoses-too-many";
    }

    @Override
    public String source() {
        return "005010X222A1, loop 2300, HI (12 diagnoses)";
    }

    @Override
    public Stream<Finding> check(Coding coding, CodeTable codes) {
        return coding.diagnoses().size() <= MOST
                ? Stream.empty()
                : Stream.of(error(
                        "/diagnoses/" + MOST,
                        "%d diagnoses are coded, a claim holds %d"
                                .formatted(coding.diagnoses().size(), MOST),
                        "Keep the %d that the services were for.".formatted(MOST)));
    }
}
