package org.superbill.coding.cac;

/**
 * What a query can quote of a note: the words that something rests on or, where that is a single one, the clause around it. A bare word ("laceration") is no clinical
 * indicator. Source: AHIMA/ACDIS, Guidelines for Achieving a Compliant Query Practice (2022 update), clinical indicators.
 */
public final class Quotations {
    private static final int FARTHEST = 120;

    /** @param start offset of its first character in the text */
    public record Quotation(int start, int end) {}

    private Quotations() {}

    /** @return the quotation; of a single word the one of its clause */
    public static Quotation of(String text, int start, int end) {
        if (!isBare(text.substring(start, end))) {
            return new Quotation(start, end);
        }
        var from = start;
        while (from > Math.max(0, start - FARTHEST) && !isMark(text, from - 1)) {
            from--;
        }
        var behind = end;
        while (behind < Math.min(text.length(), end + FARTHEST) && !isMark(text, behind)) {
            behind++;
        }
        while (from < start && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (behind > end && Character.isWhitespace(text.charAt(behind - 1))) {
            behind--;
        }
        return new Quotation(from, behind);
    }

    /** Whether it is a single word, which says nothing of what was seen, measured or thought. */
    public static boolean isBare(String quotation) {
        return !quotation.strip().contains(" ");
    }

    /** The end of a clause; the point of a number is none. */
    private static boolean isMark(String text, int at) {
        var mark = text.charAt(at);
        return mark == ';'
                || mark == ','
                || mark == ':'
                || mark == '\n'
                || mark == '.' && !(at + 1 < text.length() && Character.isDigit(text.charAt(at + 1)));
    }
}
