package org.superbill.coding.cac;

/**
 * Where a note says it.
 *
 * @param start offset of the first character in the note as it was sent
 * @param end offset behind the last
 * @param text the very characters
 * @param section what it stands under
 */
public record Evidence(int start, int end, String text, String section) {}
