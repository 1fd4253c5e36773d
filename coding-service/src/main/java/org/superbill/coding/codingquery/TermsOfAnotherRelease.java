package org.superbill.coding.codingquery;

import java.util.stream.Stream;

/** A query on a day of which no release of ICD-10-CM is loaded: the conditions that it names were looked up in the terms of the nearest one. */
final class TermsOfAnotherRelease implements QueryRule {
    @Override
    public String id() {
        return "query-terms-of-another-release";
    }

    @Override
    public Stream<QueryFinding> check(QueryText text, QueryRecord about) {
        var release = about.standIn();
        return release == null
                ? Stream.of()
                : Stream.of(finding(
                        QuerySeverity.NOTE,
                        "/form",
                        "No release of ICD-10-CM of today is loaded: conditions were recognized by the terms of release "
                                + release,
                        "Load the release of today to have its terms used."));
    }
}
