package org.superbill.coding.codingquery;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.superbill.coding.cac.Assertion;
import org.superbill.coding.cac.NamedCondition;

/**
 * A yes/no query that asks about something else than the diagnosis which it says it asks about: its title or question names a condition that no quotation has, the
 * question names neither that diagnosis nor points to what is quoted, or the record has the diagnosis only to deny it. Which words name a condition is known from the
 * titles of ICD-10-CM, the Alphabetic Index and clinical language. Source: the practice brief, on yes/no queries.
 */
final class YesNoIntroduces implements QueryRule {
    private static final Pattern QUOTED =
            Pattern.compile("\\b(quoted|quotations?|quotes?)\\b", Pattern.CASE_INSENSITIVE);

    @Override
    public String id() {
        return "query-yes-no-introduces";
    }

    @Override
    public Stream<QueryFinding> check(QueryText text, QueryRecord about) {
        if (text.form() != QueryForm.YES_NO) {
            return Stream.of();
        }
        var documented = new Documented(text, about);
        var findings = new ArrayList<QueryFinding>();
        introduced("/title", Words.asRead(text.title()), documented).forEach(findings::add);
        introduced("/question", Words.asRead(text.question()), documented).forEach(findings::add);
        var diagnosis = text.diagnosis();
        if (diagnosis != null && documented.denies(diagnosis)) {
            findings.add(finding(
                    "/diagnosis",
                    "The quotations have this diagnosis only to deny it",
                    "Quote where the record says that it is there, or ask openly."));
        }
        if (diagnosis != null
                && !Words.hasAll(text.question(), diagnosis)
                && !QUOTED.matcher(Words.asRead(text.question())).find()
                && findings.isEmpty()) {
            findings.add(finding(
                    "/question",
                    "It does not say that it asks about the documented diagnosis",
                    "Name the diagnosis in the words of the record, or ask about the condition quoted."));
        }
        return findings.stream();
    }

    private Stream<QueryFinding> introduced(String pointer, String asked, Documented documented) {
        return documented.named(asked).stream()
                .filter(condition -> !documented.has(condition))
                .limit(1)
                .map(
                        condition -> finding(
                                pointer,
                                "It names a condition that no quotation has: a yes/no query may not introduce one",
                                "Ask about the documented diagnosis only, quote where the record has the other, or ask openly."));
    }

    /** What the quotations say of conditions. */
    private record Documented(QueryText text, QueryRecord about) {

        List<NamedCondition> named(String words) {
            return about.conditions().apply(words);
        }

        /** The same condition by its code, in other words too ("AKI"), or its very words. */
        boolean has(NamedCondition condition) {
            return text.indicators().stream().anyMatch(indicator -> has(indicator.quote(), condition))
                    || text.purpose() == QueryPurpose.CAUSE_AND_EFFECT
                            && Words.hasAll(
                                    allQuotes(), condition.words()); // "sepsis due to pneumonia": one in each quotation
        }

        private boolean has(String quote, NamedCondition condition) {
            var same = same(quote, condition);
            return same.isEmpty()
                    ? Words.hasAll(quote, condition.words())
                    : same.stream().anyMatch(Documented::isOfPatient);
        }

        private List<NamedCondition> same(String quote, NamedCondition condition) {
            return named(quote).stream()
                    .filter(other -> other.code().equals(condition.code()))
                    .toList();
        }

        /** Whether quotations name a diagnosis and each of them says that the patient has it not. */
        boolean denies(String diagnosis) {
            var same = named(diagnosis).stream()
                    .flatMap(condition -> text.indicators().stream()
                            .flatMap(indicator -> same(indicator.quote(), condition).stream()))
                    .toList();
            return !same.isEmpty() && same.stream().noneMatch(Documented::isOfPatient);
        }

        private static boolean isOfPatient(NamedCondition condition) {
            return condition.assertion() != Assertion.NEGATED
                    && condition.assertion() != Assertion.FAMILY
                    && condition.assertion() != Assertion.OTHER_PERSON;
        }

        private String allQuotes() {
            return String.join(
                    " ", text.indicators().stream().map(Indicator::quote).toList());
        }
    }
}
