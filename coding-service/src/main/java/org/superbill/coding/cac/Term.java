package org.superbill.coding.cac;

/**
 * A way to name a condition.
 *
 * @param words what must be there, in any order, each once; numbers of a {@link Dictionary}
 * @param signature a bit for each of them, see {@link Dictionary#candidates}
 * @param target the code, or the header whose code the note then decides
 * @param path the term as its source writes it, for the reader of a proposal
 * @param together whether its words must stand beside each other, since none of them says anything by itself: "toxic shock"
 */
record Term(int[] words, long signature, String target, Source source, String path, boolean together) {
    /** What is found already. */
    Term(int[] words, String target, Source source, String path) {
        this(words, 0, target, source, path, false);
    }
}
