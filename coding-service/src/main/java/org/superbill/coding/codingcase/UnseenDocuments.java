package org.superbill.coding.codingcase;

import java.util.List;
import java.util.stream.IntStream;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.Problem;

/** What has come to the record since coding began, and keeps codes from being final until somebody has looked at it. */
final class UnseenDocuments {
    private UnseenDocuments() {}

    /** @throws Problem {@code CODING_DOCUMENTS_UNSEEN} */
    static void requireNone(List<CaseDocument> documents) {
        var unseen = IntStream.range(0, documents.size())
                .filter(i -> documents.get(i).isUnseen())
                .mapToObj(i -> new FieldError(
                        "/documents/" + i,
                        "unseen",
                        "%s %s came after coding had begun"
                                .formatted(
                                        documents.get(i).kind(),
                                        documents.get(i).id())))
                .toList();
        if (!unseen.isEmpty()) {
            throw new Problem(
                    CodingProblem.CODING_DOCUMENTS_UNSEEN,
                    "%d documents are not seen yet".formatted(unseen.size()),
                    unseen);
        }
    }
}
