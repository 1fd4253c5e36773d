package org.superbill.coding.notetext;

/**
 * A sentence, or a line of a list, of one section.
 *
 * @param start offset of its first character in the text
 * @param end offset behind its last
 */
public record Sentence(SectionKind section, int start, int end) {}
