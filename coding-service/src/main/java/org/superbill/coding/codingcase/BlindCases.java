package org.superbill.coding.codingcase;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.problem.Problem;

/** Which cases keep their codes and their coder from the caller, who is to judge them without knowing either; the feature that audits implements it. */
public interface BlindCases {
    Set<UUID> among(Collection<UUID> caseIds);

    /** @throws Problem {@code CODING_CASE_BLIND} */
    default void requireShown(UUID caseId) {
        if (!among(List.of(caseId)).isEmpty()) {
            throw new Problem(
                    CodingProblem.CODING_CASE_BLIND, "An item of a blind audit is open that the caller may judge");
        }
    }

    /** Without what is of such a case: the page is shorter then, and the next one begins where it would. */
    default <T> Page<T> shown(Page<T> page, Function<T, UUID> caseId) {
        var hidden = among(page.items().stream().map(caseId).toList());
        return new Page<>(
                page.items().stream()
                        .filter(item -> !hidden.contains(caseId.apply(item)))
                        .toList(),
                page.nextCursor());
    }
}
