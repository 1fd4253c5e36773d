package org.superbill.coding.codingquery;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.cac.NamedCondition;

/**
 * What rules know of the record that a question is about.
 *
 * @param documents of the case
 * @param texts of the quoted ones; empty text where the caller may not read it
 * @param yesNoAllowed whether the organization permits yes/no queries
 * @param conditions which conditions a text names
 * @param standIn the release whose terms those are, where it is not that of the day; else null
 */
record QueryRecord(
        Set<UUID> documents,
        Map<UUID, String> texts,
        boolean yesNoAllowed,
        Function<String, List<NamedCondition>> conditions,
        @Nullable String standIn) {
    QueryRecord {
        documents = Set.copyOf(documents);
        texts = Map.copyOf(texts);
    }
}
