package org.superbill.coding.codingquery;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A quotation that is not at its place in the record. Source: the practice brief, on clinical indicators from the record. */
final class QuotationNotInRecord implements QueryRule {
    @Override
    public String id() {
        return "query-quotation-not-in-record";
    }

    @Override
    public Stream<QueryFinding> check(QueryText text, QueryRecord about) {
        return IntStream.range(0, text.indicators().size())
                .boxed()
                .flatMap(i -> check(i, text.indicators().get(i), about));
    }

    private Stream<QueryFinding> check(int position, Indicator indicator, QueryRecord about) {
        if (!about.documents().contains(indicator.documentId())) {
            return Stream.of(finding(
                    "/indicators/%d/documentId".formatted(position),
                    "The document is not one of the case",
                    "Quote from the documents that the case lists."));
        }
        var document = about.texts().getOrDefault(indicator.documentId(), "");
        return document.startsWith(indicator.quote(), indicator.start())
                ? Stream.of()
                : Stream.of(finding(
                        "/indicators/%d/quote".formatted(position),
                        "The document does not have these characters at this place",
                        "Quote the very characters, and count the place from the beginning of the text."));
    }
}
