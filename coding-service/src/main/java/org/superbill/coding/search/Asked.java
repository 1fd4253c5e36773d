package org.superbill.coding.search;

import java.util.List;
import java.util.Set;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * What a person wants to find, made of what was typed.
 *
 * @param needed parts of which the best results match all
 * @param welcome parts that say little: a result that has them is better for it
 * @param stems of all words that a result may match, to be highlighted
 * @param corrected what may have been meant, when words were misspelt
 * @param laterEncounter whether it speaks of a later encounter of an injury
 */
record Asked(
        List<Query> needed,
        List<Query> welcome,
        Set<String> stems,
        @Nullable String corrected,
        boolean laterEncounter) {
    Asked {
        needed = List.copyOf(needed);
        welcome = List.copyOf(welcome);
        stems = Set.copyOf(stems);
    }
}
