package org.superbill.coding.cac;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The draft of a question to the provider: quotes the record and asks openly, names no diagnosis of its own, and nothing of payment. Source: AHIMA/ACDIS practice brief. */
public final class QueryDraft {
    private QueryDraft() {}

    /**
     * @param quoted what the record says; bare words are no clinical indicators and are left out
     * @param missing what the record would have to say, as the end of a sentence; names no diagnosis that the record does not
     * @return empty where nothing can be quoted: then there is nothing to ask about
     */
    public static Optional<String> text(List<Evidence> quoted, String missing) {
        var quotes = indicators(quoted).stream()
                .map(quote -> "\"" + quote.text() + "\" (" + quote.section() + ")")
                .distinct()
                .collect(Collectors.joining(", "));
        return quotes.isEmpty()
                ? Optional.empty()
                : Optional.of("The record says " + quotes + ". Please document, in your clinical judgment, " + missing
                        + ", or that it cannot be determined.");
    }

    /** Those of what the record says that are more than a bare word. */
    public static List<Evidence> indicators(List<Evidence> quoted) {
        return quoted.stream()
                .filter(quote -> !Quotations.isBare(quote.text()))
                .distinct()
                .toList();
    }
}
