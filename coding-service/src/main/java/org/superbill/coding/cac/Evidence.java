package org.superbill.coding.cac;

/**
 * Where a note says it.
 *
 * @param note which of the notes that were read together, from 0
 * @param start offset of the first character in the note as it was sent, in UTF-16 code units
 * @param end offset behind the last
 * @param text the very characters
 * @param section what it stands under
 */
public record Evidence(int note, int start, int end, String text, String section) {}
