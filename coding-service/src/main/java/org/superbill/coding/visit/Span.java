package org.superbill.coding.visit;

/**
 * Where the text of a visit says something.
 *
 * @param start offset of the first character
 * @param end offset behind the last
 */
public record Span(int start, int end) {}
