package org.superbill.coderules.facts;

/**
 * The categories of a block: {@code A00-A09}, or one alone.
 *
 * @param first the first category
 * @param last the last one
 */
record TabularBlock(String first, String last) {
    private static final int CATEGORY = 3;

    static TabularBlock of(String subject) {
        return new TabularBlock(subject.substring(0, CATEGORY), subject.substring(subject.length() - CATEGORY));
    }

    boolean contains(String category) {
        return category.compareTo(first) >= 0 && category.compareTo(last) <= 0;
    }

    boolean overlaps(TabularBlock other) {
        return first.compareTo(other.last) <= 0 && other.first.compareTo(last) <= 0;
    }
}
