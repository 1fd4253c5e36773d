package org.superbill.coding.cac;

import java.util.List;
import java.util.stream.Collectors;

/** The draft of a question to the provider: quotes the record and asks openly, names no diagnosis of its own, and nothing of payment. Source: AHIMA/ACDIS practice brief. */
public final class QueryDraft {
    private QueryDraft() {}

    /** @param missing what the record would have to say, as the end of a sentence; names no diagnosis that the record does not */
    public static String text(List<Evidence> evidence, String missing) {
        var quotes = evidence.stream()
                .map(quote -> "\"" + quote.text() + "\" (" + quote.section() + ")")
                .distinct()
                .collect(Collectors.joining(", "));
        return "The record says " + quotes + ". Please document, in your clinical judgment, " + missing
                + ", or that it cannot be determined.";
    }
}
