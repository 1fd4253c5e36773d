package org.superbill.coding.codingquery;

import java.util.stream.Stream;

/** A title that names a diagnosis which the record has not. Source: the practice brief, on titles of queries. */
final class TitleNamesDiagnosis implements QueryRule {
    @Override
    public String id() {
        return "query-title-names-diagnosis";
    }

    @Override
    public Stream<QueryFinding> check(QueryText text, QueryRecord about) {
        var offered = text.options().stream()
                .filter(option -> option.kind() == QueryOption.Kind.DIAGNOSIS)
                .map(QueryOption::text);
        var asked = text.diagnosis() == null ? Stream.<String>of() : Stream.of(text.diagnosis());
        return Stream.concat(offered, asked)
                .filter(diagnosis -> Words.hasAll(text.title(), diagnosis))
                .filter(diagnosis ->
                        text.indicators().stream().noneMatch(indicator -> Words.hasAll(indicator.quote(), diagnosis)))
                .limit(1)
                .map(diagnosis -> finding(
                        "/title",
                        "The title names a diagnosis that no quotation has",
                        "Name the finding or the subject instead, or quote where the record has the diagnosis."));
    }
}
