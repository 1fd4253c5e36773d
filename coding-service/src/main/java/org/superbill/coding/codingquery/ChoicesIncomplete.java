package org.superbill.coding.codingquery;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A multiple-choice query without a real choice, or options where there must be none. Source: the practice brief, on multiple choice. */
final class ChoicesIncomplete implements QueryRule {
    private static final Pattern OPEN = Pattern.compile(
            "\\b(other|another|otherwise|else|different|alternative|specify|none of)\\b", Pattern.CASE_INSENSITIVE);

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
        if (text.options().stream().noneMatch(ChoicesIncomplete::isOther)) {
            findings.add(finding(
                    "/options",
                    "\"Other\" is not among the options",
                    "Add an option of the kind other that leaves the answer open, e.g. \"Other (please specify)\"."));
        }
        if (!has(text, QueryOption.Kind.UNABLE_TO_DETERMINE)) {
            findings.add(finding(
                    "/options",
                    "\"Unable to determine\" is not among the options",
                    "Add an option of the kind unable-to-determine."));
        }
        return findings;
    }

    /** One that says so: "severe hyponatremia" is a diagnosis, whatever kind it is given as. */
    private static boolean isOther(QueryOption option) {
        return option.kind() == QueryOption.Kind.OTHER
                && OPEN.matcher(Words.asRead(option.text())).find();
    }

    private static boolean has(QueryText text, QueryOption.Kind kind) {
        return text.options().stream().anyMatch(option -> option.kind() == kind);
    }
}
