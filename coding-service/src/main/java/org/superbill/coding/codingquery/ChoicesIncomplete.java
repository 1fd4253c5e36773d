package org.superbill.coding.codingquery;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A multiple-choice query without a real choice, or options where there must be none. Source: the practice brief, on multiple choice. */
final class ChoicesIncomplete implements QueryRule {
    @Override
    public String id() {
        return "query-choices-incomplete";
    }

    @Override
    public Stream<QueryFinding> check(QueryText text, QueryRecord about) {
        return text.form() == QueryForm.MULTIPLE_CHOICE
                ? missing(text).stream()
                : text.options().isEmpty()
                        ? Stream.of()
                        : Stream.of(finding(
                                "/options",
                                "Only a multiple-choice query has options",
                                "Leave them out, or make it multiple choice."));
    }

    private List<QueryFinding> missing(QueryText text) {
        var findings = new ArrayList<QueryFinding>();
        if (!has(text, QueryOption.Kind.DIAGNOSIS) && !has(text, QueryOption.Kind.ANSWER)) {
            findings.add(finding("/options", "There is nothing to choose", "Offer what the indicators support."));
        }
        if (!has(text, QueryOption.Kind.OTHER)) {
            findings.add(finding("/options", "\"Other\" is not among the options", "Add an option of the kind other."));
        }
        if (!has(text, QueryOption.Kind.UNABLE_TO_DETERMINE)) {
            findings.add(finding(
                    "/options",
                    "\"Unable to determine\" is not among the options",
                    "Add an option of the kind unable-to-determine."));
        }
        return findings;
    }

    private static boolean has(QueryText text, QueryOption.Kind kind) {
        return text.options().stream().anyMatch(option -> option.kind() == kind);
    }
}
