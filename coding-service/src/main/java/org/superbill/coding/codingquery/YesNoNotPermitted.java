package org.superbill.coding.codingquery;

import java.util.stream.Stream;

/**
 * A yes/no query for a purpose for which it must not be used, or about a diagnosis that the record does not have: it would introduce
 * one. Source: the practice brief, on yes/no queries.
 */
final class YesNoNotPermitted implements QueryRule {
    @Override
    public String id() {
        return "query-yes-no-not-permitted";
    }

    @Override
    public Stream<QueryFinding> check(QueryText text, QueryRecord about) {
        if (text.form() != QueryForm.YES_NO) {
            return Stream.of();
        }
        if (!about.yesNoAllowed()) {
            return Stream.of(finding(
                    "/form", "The organization does not permit yes/no queries", "Ask openly, or by multiple choice."));
        }
        if (!text.purpose().permitsYesNo()) {
            return Stream.of(finding(
                    "/purpose", "A yes/no query is not used for this purpose", "Ask openly, or by multiple choice."));
        }
        var diagnosis = text.diagnosis();
        if (diagnosis == null) {
            return Stream.of(finding(
                    "/diagnosis",
                    "It is not said which documented diagnosis is asked about",
                    "Name it in the words of the record."));
        }
        return text.indicators().stream().anyMatch(indicator -> Words.hasAll(indicator.quote(), diagnosis))
                        || new Documented(text, about).has(diagnosis)
                ? Stream.of()
                : Stream.of(finding(
                        "/diagnosis",
                        "No quotation has this diagnosis: a yes/no query may not introduce one",
                        "Quote where the record has it, or ask openly."));
    }
}
