package org.superbill.coderules.facts;

import java.time.LocalDate;

/** How a {@link CodeSpan} is written in a file: code, {@code B} (billable) or {@code H} (header), first day, last day (empty while there is none), description; parted by tabs. */
public final class SpanLine {
    private static final String PARTED_BY = "\t";
    private static final int FIELDS = 5;

    private SpanLine() {}

    /** With its line end. */
    public static String write(CodeSpan span) {
        return String.join(
                        PARTED_BY,
                        span.code(),
                        span.billable() ? "B" : "H",
                        span.from().toString(),
                        span.to() == null ? "" : span.to().toString(),
                        span.description())
                + "\n";
    }

    /** @throws IllegalArgumentException for what {@link #write} does not write */
    public static CodeSpan read(String line) {
        var fields = line.split(PARTED_BY, FIELDS);
        if (fields.length != FIELDS) {
            throw new IllegalArgumentException("A span has %d fields, not %d".formatted(FIELDS, fields.length));
        }
        return new CodeSpan(
                fields[0],
                fields[1].equals("B"),
                fields[4],
                LocalDate.parse(fields[2]),
                fields[3].isEmpty() ? null : LocalDate.parse(fields[3]));
    }
}
