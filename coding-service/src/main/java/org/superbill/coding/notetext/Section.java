package org.superbill.coding.notetext;

/**
 * A part of a note under one heading.
 *
 * @param start offset of its first character in the text, behind the heading
 * @param end offset behind its last
 */
public record Section(SectionKind kind, int start, int end) {}
