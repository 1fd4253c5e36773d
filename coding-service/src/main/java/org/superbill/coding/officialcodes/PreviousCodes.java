package org.superbill.coding.officialcodes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codesystem.Replacement;

/**
 * What a cell of the conversion table says that a code was before: one code, several of which one was used ("A, B", "A; B"), several together ("A and B", "A &amp; B"), a range
 * ("A-B"), all of a category ("A.-"), or none.
 *
 * @param together the cell, where several codes together became the one; else null
 */
record PreviousCodes(List<Range> ranges, @Nullable String together) {
    private static final String CODE = "[A-Z][0-9][0-9A-Z](?:\\.[0-9A-Z]{1,4})?";
    private static final Pattern RANGE =
            Pattern.compile("(" + CODE + ")(\\.?-)?(?:\\s*(?:-|(?<=-))\\s*(" + CODE + "))?");
    private static final Pattern TOGETHER = Pattern.compile("(?i)\\band\\b|&");

    PreviousCodes {
        ranges = List.copyOf(ranges);
    }

    /** @param to with {@link Replacement#AND_ALL_UNDER} at its end where it is not one code alone */
    record Range(String from, String to) {}

    static PreviousCodes of(String cell) {
        var ranges = new ArrayList<Range>();
        var found = RANGE.matcher(cell);
        while (found.find()) {
            var from = stored(found.group(1));
            if (found.group(3) != null) {
                ranges.add(new Range(from, stored(found.group(3)) + Replacement.AND_ALL_UNDER));
            } else {
                ranges.add(new Range(from, found.group(2) == null ? from : from + Replacement.AND_ALL_UNDER));
            }
        }
        var together = ranges.size() > 1 && TOGETHER.matcher(cell).find() ? Table.plain(cell) : null;
        return new PreviousCodes(ranges, together);
    }

    private static String stored(String code) {
        return code.replace(".", "").toUpperCase(Locale.ROOT);
    }
}
