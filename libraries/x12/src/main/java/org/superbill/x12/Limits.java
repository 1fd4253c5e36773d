package org.superbill.x12;

/**
 * What a reader takes before it refuses the input: a file from outside may be anything. An element is limited to 4,096 characters
 * by StAEDI.
 *
 * @param segmentCharacters of one segment
 * @param segmentsKept of one transaction that the reader must keep in memory at a time: those of a claim and of what surrounds it
 *     when streaming, all of them when the transaction is read whole
 * @param damagedSegments of one interchange, after which the rest of it is given up
 * @param errors that are reported of one transaction set; further ones are only counted
 */
public record Limits(int segmentCharacters, int segmentsKept, int damagedSegments, int errors) {
    public static final Limits DEFAULT = new Limits(32_768, 5_000_000, 1_000, 1_000);
}
