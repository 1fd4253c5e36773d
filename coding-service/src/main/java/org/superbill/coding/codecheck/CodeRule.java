package org.superbill.coding.codecheck;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A rule over the codes of one encounter: a pure function, no order among rules. */
interface CodeRule {
    /** Also its name in findings and docs. */
    String id();

    /** Who says so, with the section. */
    String source();

    Stream<Finding> check(Coding coding, CodeTable codes);

    default Finding error(String pointer, String message, String fix) {
        return new Finding(id(), Severity.ERROR, pointer, message, fix, source());
    }

    default Finding warning(String pointer, String message, String fix) {
        return new Finding(id(), Severity.WARNING, pointer, message, fix, source());
    }

    /** The positions of the diagnoses, from 0. */
    default IntStream diagnoses(Coding coding) {
        return IntStream.range(0, coding.diagnoses().size());
    }

    /** The positions of the lines, from 0. */
    default IntStream lines(Coding coding) {
        return IntStream.range(0, coding.lines().size());
    }
}
