package org.superbill.x12.cli;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** What adds up in a transaction set, or in all of one kind in a file. */
final class Totals {
    private final String guide;
    private long sets = 1;
    private long segments;
    private long units;
    private long lines;
    private final Map<String, BigDecimal> amounts = new LinkedHashMap<>();

    /** @param guide its id, empty when there is none */
    Totals(String guide) {
        this.guide = guide;
    }

    String guide() {
        return guide;
    }

    long sets() {
        return sets;
    }

    void segments(long count) {
        segments += count;
    }

    void unit() {
        units++;
    }

    void lines(long count) {
        lines += count;
    }

    void amount(String name, BigDecimal amount) {
        amounts.merge(name, amount, BigDecimal::add);
    }

    /** Another set of the same kind. */
    Totals plus(Totals other) {
        sets += other.sets;
        segments += other.segments;
        units += other.units;
        lines += other.lines;
        other.amounts.forEach(this::amount);
        return this;
    }

    @Override
    public String toString() {
        var text = new StringBuilder("%d segments".formatted(segments));
        if (!guide.isEmpty()) {
            text.append(", %d %s".formatted(units, units()));
            if (lines > 0) {
                text.append(", %d %s".formatted(lines, isClaims() ? "lines" : "items"));
            }
        }
        amounts.forEach(
                (name, sum) -> text.append("; ").append(name).append(' ').append(sum.toPlainString()));
        return text.toString();
    }

    private boolean isClaims() {
        return guide.startsWith("837") || guide.equals("835");
    }

    private String units() {
        return switch (guide) {
            case "999" -> "transaction sets answered";
            case "270", "271", "276", "277" -> "subscribers";
            default -> "claims";
        };
    }
}
