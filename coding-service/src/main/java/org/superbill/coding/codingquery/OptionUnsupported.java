package org.superbill.coding.codingquery;

import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An offered diagnosis, or an option of another kind that names a condition which no quotation has, that no quoted indicator supports, and one of whose quotations none is known to bear on it: that they support it all the same is for a person to
 * say, with the reason. One that is not documented yet may be offered, if quotations support it. Source: the practice brief, on multiple choice.
 */
final class OptionUnsupported implements QueryRule {
    /** They tell one condition from another no more than small words do. */
    private static final Set<String> TELLING_NOTHING = Set.of(
            "acute",
            "chronic",
            "subacute",
            "severe",
            "mild",
            "moderate",
            "unspecified",
            "type",
            "left",
            "right",
            "bilateral",
            "secondary",
            "primary",
            "disease",
            "disorder",
            "syndrome",
            "condition",
            "failure",
            "injury",
            "infection",
            "deficiency",
            "without",
            "history",
            "stage",
            "grade",
            "class",
            "heart",
            "blood",
            "pressure",
            "level",
            "pain",
            "other",
            "status",
            "normal",
            "abnormal",
            "elevated",
            "possible",
            "probable",
            "suspected",
            "active",
            "complication",
            "associated",
            "related");

    private static final int SHORTEST_TELLING = 4;

    @Override
    public String id() {
        return "query-option-unsupported";
    }

    @Override
    public Stream<QueryFinding> check(QueryText text, QueryRecord about) {
        return IntStream.range(0, text.options().size())
                .boxed()
                .flatMap(i -> check(i, text.options().get(i), text, about));
    }

    private Stream<QueryFinding> check(int position, QueryOption option, QueryText text, QueryRecord about) {
        var pointer = "/options/%d/supportedBy".formatted(position);
        if (option.supportedBy().stream()
                .anyMatch(indicator -> indicator >= text.indicators().size())) {
            return Stream.of(finding(
                    pointer,
                    "It points to an indicator that is not there",
                    "Point to the indicators by position, from 0."));
        }
        var documented = new Documented(text, about);
        if (option.kind() == QueryOption.Kind.DIAGNOSIS
                || documented.claimed(option.text()).isPresent()) {
            return ofDiagnosis(pointer, option, text); // whatever kind it says that it is
        }
        return option.kind() == QueryOption.Kind.ANSWER && !documented.isNamed(option.text())
                ? ofAnswer(position, option, text)
                : Stream.of();
    }

    private Stream<QueryFinding> ofDiagnosis(String pointer, QueryOption option, QueryText text) {
        if (option.supportedBy().isEmpty()) {
            return Stream.of(finding(
                    pointer,
                    "No quotation supports this diagnosis",
                    "Quote what in the record supports it, or do not offer it."));
        }
        return isBorneOut(option, text)
                ? Stream.of()
                : Stream.of(
                        finding(
                                QuerySeverity.WARNING,
                                pointer,
                                "Nothing that is quoted for this diagnosis is known to bear on it",
                                "Quote the finding, test or treatment that does, or confirm in acknowledgements, with the reason, that the quotations support it."));
    }

    /** Of what the terms do not know as a condition, and the table does: a diagnosis in the guise of a plain answer would be offered without any quotation. */
    private Stream<QueryFinding> ofAnswer(int position, QueryOption option, QueryText text) {
        return !KnownIndicators.know(option.text()) || isBorneOut(option, text)
                ? Stream.of()
                : Stream.of(finding(
                        QuerySeverity.WARNING,
                        "/options/%d/kind".formatted(position),
                        "A plain answer names a diagnosis",
                        "Offer it as a diagnosis with what supports it, or say in acknowledgements why it is none."));
    }

    private static boolean isBorneOut(QueryOption option, QueryText text) {
        return option.supportedBy().stream()
                .map(indicator -> text.indicators().get(indicator).quote())
                .anyMatch(quote -> KnownIndicators.bear(quote, option.text()) || hasTheSameWord(quote, option.text()));
    }

    /** One of those that tell conditions apart. */
    static boolean hasTheSameWord(String quote, String option) {
        return Words.of(option).stream()
                .filter(word -> word.length() >= SHORTEST_TELLING && !TELLING_NOTHING.contains(word))
                .anyMatch(Words.of(quote)::contains);
    }
}
