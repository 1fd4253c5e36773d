package org.superbill.coding.codingquery;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A question that asks for the answer it wants. Source: the practice brief, on leading queries. */
final class LeadingWording implements QueryRule {
    private static final Pattern LEADING = Pattern.compile(
            "\\b(please (add|agree|confirm that|change|amend|document that)|(do|would|can|could) you (not )?agree|(don't|do not) you think|"
                    + "(isn't|is) it (not )?(true|correct|right) that|you (should|must|need to) (document|add|state|write)|"
                    + "(can|could|would) you (please )?(add|change|amend)|we (need|want|would like) you to)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    @Override
    public String id() {
        return "query-leads";
    }

    @Override
    public Stream<QueryFinding> check(QueryText text, QueryRecord about) {
        return Words.ofAsking(text, this::findings).flatMap(List::stream);
    }

    private List<QueryFinding> findings(String pointer, String words) {
        return LEADING.matcher(words).find()
                ? List.of(finding(
                        pointer,
                        "It asks for a certain answer",
                        "Say what the record shows and ask what it stands for, without a wish."))
                : List.of();
    }
}
