package org.superbill.coding.notetext;

/**
 * A word, a number or a mark of a text.
 *
 * @param text as written
 * @param start offset in the text
 */
public record Token(String text, int start) {
    public int end() {
        return start + text.length();
    }

    /** Whether it is a word or a number, not a mark. */
    public boolean isWord() {
        return Character.isLetterOrDigit(text.charAt(0));
    }
}
