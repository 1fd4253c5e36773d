package org.superbill.coding.codingquery;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An offered diagnosis that no quoted indicator supports. One that is not documented yet may be offered, if quotations support it.
 * Source: the practice brief, on multiple choice.
 */
final class OptionUnsupported implements QueryRule {
    @Override
    public String id() {
        return "query-option-unsupported";
    }

    @Override
    public Stream<QueryFinding> check(QueryText text, QueryRecord about) {
        return IntStream.range(0, text.options().size())
                .boxed()
                .flatMap(i -> check(i, text.options().get(i), text.indicators().size()));
    }

    private Stream<QueryFinding> check(int position, QueryOption option, int indicators) {
        var pointer = "/options/%d/supportedBy".formatted(position);
        if (option.supportedBy().stream().anyMatch(indicator -> indicator >= indicators)) {
            return Stream.of(finding(
                    pointer,
                    "It points to an indicator that is not there",
                    "Point to the indicators by position, from 0."));
        }
        return option.kind() == QueryOption.Kind.DIAGNOSIS
                        && option.supportedBy().isEmpty()
                ? Stream.of(finding(
                        pointer,
                        "No quotation supports this diagnosis",
                        "Quote what in the record supports it, or do not offer it."))
                : Stream.of();
    }
}
