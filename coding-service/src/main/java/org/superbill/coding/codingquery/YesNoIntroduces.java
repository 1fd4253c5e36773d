package org.superbill.coding.codingquery;

import java.util.ArrayList;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A yes/no query that introduces a diagnosis: its title or question names a condition that no quotation has, in these, in other or in more exact words, or the record has
 * the diagnosis only to deny it. A warning where the question neither names the diagnosis that it says it asks about, in whatever order and forms of its words, nor
 * points to what is quoted: it may introduce one that the terms do not know. Source: the practice brief, on yes/no queries.
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
        introduced("/title", text.title(), documented).forEach(findings::add);
        introduced("/question", text.question(), documented).forEach(findings::add);
        var diagnosis = text.diagnosis();
        if (diagnosis != null && documented.denies(diagnosis)) {
            findings.add(finding(
                    "/diagnosis",
                    "The quotations have this diagnosis only to deny it",
                    "Quote where the record says that it is there, or ask openly."));
        }
        if (diagnosis != null
                && !documented.isAbout(text.question(), diagnosis)
                && !QUOTED.matcher(Words.asRead(text.question())).find()
                && findings.isEmpty()) {
            findings.add(
                    finding(
                            QuerySeverity.WARNING,
                            "/question",
                            "It is not known to ask about the documented diagnosis",
                            "Name the diagnosis, ask about the condition quoted, or confirm in acknowledgements, with the reason, that it asks about nothing else."));
        }
        return findings.stream();
    }

    private Stream<QueryFinding> introduced(String pointer, String asked, Documented documented) {
        return documented.introduced(asked).stream()
                .map(
                        condition -> finding(
                                pointer,
                                "It names a condition that no quotation has: a yes/no query may not introduce one",
                                "Ask about the documented diagnosis only, quote where the record has the other, or ask openly."));
    }
}
