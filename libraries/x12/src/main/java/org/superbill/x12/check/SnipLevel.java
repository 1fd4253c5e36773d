package org.superbill.x12.check;

/** How deep X12 is checked, by WEDI's SNIP types; each level includes those before it. */
public enum SnipLevel {
    /** The envelope, segments, lengths, types and the standard's relations between elements. */
    SYNTAX,
    /** What the guide demands: usage, repeats, codes and its situational rules. */
    GUIDE,
    /** Sums agree. */
    BALANCING,
    /** What one segment says agrees with what others say. */
    SITUATION,
    /** Codes of lists that are kept outside of the guide; needs {@link ExternalCodes}. */
    CODES;

    /** 1 to 5. */
    public int number() {
        return ordinal() + 1;
    }

    /** @throws IllegalArgumentException when it is not 1 to 5 */
    public static SnipLevel of(int number) {
        if (number < 1 || number > values().length) {
            throw new IllegalArgumentException("SNIP levels are 1 to " + values().length);
        }
        return values()[number - 1];
    }
}
