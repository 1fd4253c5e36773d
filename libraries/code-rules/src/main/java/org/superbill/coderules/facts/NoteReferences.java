package org.superbill.coderules.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.superbill.coderules.CodeRange;

/**
 * Reads which codes a note of the tabular list names: {@code (A05.-)}, {@code (C00-C96)}, {@code (C43.1-, C44.1-)}, {@code (E08-E13 with .51-.52)},
 * {@code (T36-T50 with fifth or sixth character 5)}. Codes stand in parentheses, or, rarely, bare at the end. A dash at the end stands for all codes below.
 */
public final class NoteReferences {
    private static final String CODE = "[A-Z][0-9][0-9A-Z](?:\\.[0-9A-Z]{1,4})?";
    private static final Pattern ONE = Pattern.compile("\\b" + CODE + "\\b");
    private static final Pattern GROUP = Pattern.compile("\\(([^()]*)\\)");
    private static final Pattern TAIL = Pattern.compile("(?<=\\s)((?:" + CODE + "\\.?-{0,2}(?:,\\s*)?)+)\\)?\\.?$");
    /** Between the two codes of a range. */
    private static final Pattern THROUGH = Pattern.compile("\\s*\\.?-?\\s+to\\s+|\\s*\\.?\\s*-{1,2}\\s*");
    /** Looks like a code and is none. */
    private static final String VITAMIN = "B12";

    private NoteReferences() {}

    public static List<CodeRange> of(String note) {
        var ranges = new ArrayList<CodeRange>();
        var groups = GROUP.matcher(note);
        while (groups.find()) {
            ranges.addAll(group(groups.group(1)));
        }
        if (ranges.isEmpty()) {
            var tail = TAIL.matcher(note);
            if (tail.find()) {
                ranges.addAll(group(tail.group(1)));
            }
        }
        return ranges;
    }

    private static List<CodeRange> group(String text) {
        var ranges = new ArrayList<CodeRange>();
        var only = Qualifier.of(text).orElse(null);
        var codes = ONE.matcher(text);
        var searchFrom = 0;
        while (codes.find(searchFrom)) {
            var first = codes.group();
            searchFrom = codes.end();
            var last = first;
            var through = THROUGH.matcher(text).region(searchFrom, text.length());
            if (through.lookingAt() && codeAt(codes, through.end())) {
                last = codes.group();
                searchFrom = codes.end();
            }
            if (!first.equals(VITAMIN)) {
                ranges.add(range(first, last, only));
            }
        }
        return ranges;
    }

    private static boolean codeAt(Matcher codes, int position) {
        return codes.find(position) && codes.start() == position;
    }

    private static CodeRange range(String first, String last, CodeRange.@Nullable Only only) {
        return new CodeRange(first.replace(".", ""), last.replace(".", ""), only);
    }
}
