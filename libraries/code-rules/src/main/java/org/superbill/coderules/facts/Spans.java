package org.superbill.coderules.facts;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.superbill.coderules.Terminology;

/** Gathers the spans of each code. */
final class Spans {
    private final Map<String, TermTable.Days[]> byCode = new HashMap<>();
    private LocalDate firstDay = LocalDate.MAX;
    private LocalDate newest = LocalDate.MIN;

    void add(CodeSpan span) {
        var days = new TermTable.Days(span.billable(), span.from(), span.to());
        byCode.merge(span.code(), new TermTable.Days[] {days}, Spans::joined);
        if (span.from().isBefore(firstDay)) {
            firstDay = span.from();
        }
        if (span.from().isAfter(newest)) {
            newest = span.from();
        }
    }

    TermTable table(
            Terminology terminology,
            Function<String, TermTable.Dated[]> places,
            Map<String, List<String>> replacements) {
        var entries = new HashMap<String, TermTable.Entry>(byCode.size() * 2);
        byCode.forEach((code, days) -> entries.put(
                code, new TermTable.Entry(days, places.apply(code), replacements.getOrDefault(code, List.of()))));
        return new TermTable(terminology, firstDay, newest, entries);
    }

    private static TermTable.Days[] joined(TermTable.Days[] before, TermTable.Days[] next) {
        var all = Arrays.copyOf(before, before.length + 1);
        all[before.length] = next[0];
        return all;
    }
}
