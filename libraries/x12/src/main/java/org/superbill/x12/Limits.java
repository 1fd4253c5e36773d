package org.superbill.x12;

/**
 * What a reader takes before it refuses the input: a file from outside may be anything. An element is limited to 4,096 characters
 * by StAEDI.
 *
 * @param segmentCharacters of one segment
 * @param keptCharacters of one transaction set that the reader keeps in memory at a time: a claim and what surrounds it when
 *     streaming, all of it when it is read whole; each segment counts some 60 characters more than it has
 * @param damagedSegments of one interchange, after which the rest of it is given up
 * @param errors that are reported of one transaction set; further ones are left out
 */
public record Limits(int segmentCharacters, long keptCharacters, int damagedSegments, int errors) {
    /** Of {@link X12Reader#streaming}: some 30 MB at most, far more than any claim of the guides. */
    public static final Limits STREAMING = new Limits(32_768, 32_000_000, 1_000, 1_000);

    /** Of {@link X12Reader#whole}. */
    public static final Limits WHOLE = new Limits(32_768, 512_000_000, 1_000, 1_000);
}
