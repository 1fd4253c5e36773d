package org.superbill.coding.cac;

import java.util.List;

/**
 * A sentence as the engine sees it: one item a word, after abbreviations were written out.
 *
 * @param items in the order of the text; several may come of one token ("CHF")
 */
record Reading(List<Item> items) {

    /**
     * One word or mark.
     *
     * @param plain lower case, as written
     * @param word what it means, see {@link Words}; equal for all forms of a word
     * @param start offset of the written token in the text
     * @param end offset behind it
     * @param cost what it costs a term to reach over it: 0 for what only joins words, 1 for a word of its own, more for what parts ideas
     */
    record Item(String plain, String word, int start, int end, double cost) {}

    Reading {
        items = List.copyOf(items);
    }

    int size() {
        return items.size();
    }

    Item get(int index) {
        return items.get(index);
    }

    /** Not a mark. */
    boolean isWord(int index) {
        return Character.isLetterOrDigit(items.get(index).plain().charAt(0));
    }
}
