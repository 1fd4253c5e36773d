package org.superbill.coding.search;

import java.util.List;
import java.util.Set;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * What a person wants to find, made of what was typed.
 *
 * @param codes beginnings of codes, read out of words that look so; a result begins with one of them
 * @param surelyCodes whether one of the beginnings is as long as a category and no word: what fits only some of the other words is wanted too
 * @param needed parts of which the best results match all
 * @param welcome parts that say little: a result that has them is better for it
 * @param stems of all words that a result may match, to be highlighted
 * @param corrected what may have been meant, when words were misspelt
 * @param laterEncounter whether it speaks of a later encounter of an injury
 */
record Asked(
        List<Query> codes,
        boolean surelyCodes,
        List<Query> needed,
        List<Query> welcome,
        Set<String> stems,
        @Nullable String corrected,
        boolean laterEncounter) {
    Asked {
        codes = List.copyOf(codes);
        needed = List.copyOf(needed);
        welcome = List.copyOf(welcome);
        stems = Set.copyOf(stems);
    }
}
