package org.superbill.coding.codingquery;

import java.util.stream.Stream;

/** A rule over the text of a question: a pure function, no order among rules. */
interface QueryRule {
    /** The practice brief that all rules follow; the words are ours. */
    String BRIEF = "AHIMA/ACDIS, Guidelines for Achieving a Compliant Query Practice (2022 update)";

    /** Also its name in findings. */
    String id();

    Stream<QueryFinding> check(QueryText text, QueryRecord about);

    default QueryFinding finding(String pointer, String message, String fix) {
        return finding(QuerySeverity.ERROR, pointer, message, fix);
    }

    default QueryFinding finding(QuerySeverity severity, String pointer, String message, String fix) {
        return new QueryFinding(id(), severity, pointer, message, fix, BRIEF);
    }
}
