package org.superbill.coderules.facts;

import java.util.Locale;
import java.util.regex.Pattern;

/** The trimester of pregnancy that a code's description names. Source: ICD-10-CM Official Guidelines, section I.C.15.a.3. */
final class Trimesters {
    private static final String WORD = " trimester";
    private static final Pattern NUMBERED = Pattern.compile("\\b(first|second|third)" + WORD);

    private Trimesters() {}

    /** 1 to 3; 0 when the description names none or several. */
    static int of(String description) {
        if (!description.contains(WORD)) {
            return 0;
        }
        var found = NUMBERED.matcher(description.toLowerCase(Locale.ROOT));
        var trimester = 0;
        while (found.find()) {
            var next = switch (found.group(1)) {
                case "first" -> 1;
                case "second" -> 2;
                default -> 3;
            };
            if (trimester != 0 && trimester != next) {
                return 0;
            }
            trimester = next;
        }
        return trimester;
    }
}
