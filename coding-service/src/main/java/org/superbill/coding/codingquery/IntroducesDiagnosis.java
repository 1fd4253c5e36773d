package org.superbill.coding.codingquery;

import java.util.stream.Stream;

/**
 * An open or multiple-choice query whose title or question names a condition that no quotation has: the clinician would be led to it. What may be offered, as quotations
 * support it, is an option. {@link YesNoIntroduces} judges yes/no queries. Source: the practice brief, on titles of queries and on leading queries.
 */
final class IntroducesDiagnosis implements QueryRule {
    @Override
    public String id() {
        return "query-introduces-diagnosis";
    }

    @Override
    public Stream<QueryFinding> check(QueryText text, QueryRecord about) {
        if (text.form() == QueryForm.YES_NO) {
            return Stream.of();
        }
        var documented = new Documented(text, about);
        return Stream.concat(
                introduced("/title", text.title(), documented), introduced("/question", text.question(), documented));
    }

    private Stream<QueryFinding> introduced(String pointer, String asked, Documented documented) {
        return documented.introduced(asked).stream()
                .map(
                        condition -> finding(
                                pointer,
                                "It names a condition that no quotation has: a query may not introduce one in its title or question",
                                "Ask what the quoted findings stand for, quote where the record has the condition, or offer it as an option that quotations support."));
    }
}
