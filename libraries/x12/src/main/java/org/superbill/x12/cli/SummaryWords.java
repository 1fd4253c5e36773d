package org.superbill.x12.cli;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.Loop;
import org.superbill.x12.Segment;
import org.superbill.x12.X12Exception;

/** The words of a summary. What is no number where one should be counts as nothing. */
final class SummaryWords {
    private static final int WIDTH = 22;

    private SummaryWords() {}

    static String plain(String value) {
        return Masking.plain(value);
    }

    static String outcome(String code) {
        return switch (code) {
            case "A" -> "accepted";
            case "E" -> "accepted with errors";
            case "P" -> "partially accepted";
            case "R", "M", "W", "X" -> "rejected";
            default -> plain(code);
        };
    }

    static @Nullable BigDecimal amount(@Nullable Segment segment, int element) {
        try {
            return segment == null ? null : segment.decimal(element);
        } catch (X12Exception e) {
            return null;
        }
    }

    static String value(@Nullable Segment segment, int element) {
        return segment == null ? "" : plain(segment.element(element));
    }

    static String pad(String text) {
        return text + " ".repeat(Math.max(0, WIDTH - text.length()));
    }

    static String status(Loop loop) {
        var stc = loop.segment("STC");
        if (stc == null) {
            return "no status";
        }
        var amount = stc.element(4);
        return "%s:%s %s%s"
                .formatted(
                        plain(stc.component(1, 1)),
                        plain(stc.component(1, 2)),
                        switch (stc.element(3)) {
                            case "WQ" -> "accepted";
                            case "U" -> "rejected";
                            default -> plain(stc.element(3));
                        },
                        amount.isEmpty() ? "" : " " + plain(amount));
    }

    /** The dates of service: the statement's, or the first and last of the lines'. */
    static String days(Loop loop) {
        var statement = loop.segment("DTP", "434");
        if (statement != null) {
            return plain(statement.element(3));
        }
        var first = "";
        var last = "";
        for (var segment : loop.allSegments()) {
            if (segment.is("DTP")
                    && segment.element(1).equals("472")
                    && segment.element(3).length() >= 8) {
                var day = plain(segment.element(3)).substring(0, 8);
                first = first.isEmpty() || day.compareTo(first) < 0 ? day : first;
                last = day.compareTo(last) > 0 ? day : last;
            }
        }
        return first.equals(last) ? first : first + "-" + last;
    }

    static long count(Loop loop, String id) {
        return loop.parts().stream()
                .filter(part -> part instanceof Loop child && child.id().equals(id))
                .count();
    }
}
