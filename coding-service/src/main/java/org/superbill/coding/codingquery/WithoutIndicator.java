package org.superbill.coding.codingquery;

import java.util.stream.Stream;

/** A question without a clinical indicator of the record. Source: the practice brief, on clinical indicators. */
final class WithoutIndicator implements QueryRule {
    @Override
    public String id() {
        return "query-without-indicator";
    }

    @Override
    public Stream<QueryFinding> check(QueryText text, QueryRecord about) {
        return text.indicators().isEmpty()
                ? Stream.of(finding(
                        "/indicators",
                        "Nothing of the record is quoted",
                        "Quote the findings, treatments or statements that raise the question, with their place."))
                : Stream.of();
    }
}
