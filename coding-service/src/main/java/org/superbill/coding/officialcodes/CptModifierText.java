package org.superbill.coding.officialcodes;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codesystem.CodeRow;
import org.superbill.coding.codesystem.CodeSystem;

/**
 * The AMA's text of appendix A of CPT, {@code MODUL.txt}, for licence holders: after the terms of use a line {@code Appendix A}; then under headings each modifier as a
 * paragraph that begins with its number and a name, the name ending with a colon; physical status as {@code P1: …}. A modifier that hospitals use too comes twice, and
 * what it says first stays. The modifiers of HCPCS at its end are left out: CMS publishes them.
 */
final class CptModifierText {
    private static final String BEGINNING = "Appendix A";
    private static final Pattern LEVEL_TWO = Pattern.compile("Level II \\(HCPCS/National\\) Modifiers.*");
    private static final Pattern NUMBERED = Pattern.compile("([1-9][0-9]|[1-9]P)\\s+(\\S.*)");
    private static final Pattern PHYSICAL = Pattern.compile("(?:.*?\\s|)(P[1-9])\\s*:\\s*(\\S.*)");
    private static final int LONGEST_NAME = 100;

    private final List<CodeRow> rows = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private @Nullable String code;
    private StringBuilder text = new StringBuilder();

    private CptModifierText() {}

    /** Whether a text is one of these. */
    static boolean isOne(String text) {
        var lines = text.lines().map(String::strip).toList();
        var begins = lines.indexOf(BEGINNING);
        return begins >= 0
                && lines.subList(begins, lines.size()).stream()
                        .anyMatch(line -> NUMBERED.matcher(line).matches());
    }

    /** @return in the order of the text; each valid from its release on */
    static List<CodeRow> read(List<String> lines) {
        var read = new CptModifierText();
        var begun = false;
        for (var line : lines) {
            var stripped = line.strip();
            if (LEVEL_TWO.matcher(stripped).matches()) {
                break;
            }
            if (begun) {
                read.line(stripped);
            }
            begun |= stripped.equals(BEGINNING);
        }
        read.ended();
        return read.rows;
    }

    private void line(String line) {
        if (line.isEmpty()) {
            ended();
            return;
        }
        var physical = PHYSICAL.matcher(line);
        var numbered = NUMBERED.matcher(line);
        if (physical.matches()) {
            ended();
            code = physical.group(1);
            text.append(physical.group(2));
            ended();
        } else if (code == null && numbered.matches()) {
            code = numbered.group(1);
            text.append(numbered.group(2));
        } else if (code != null) {
            text.append(' ').append(line);
        }
    }

    private void ended() {
        if (code != null && CodeSystem.CPT_MODIFIER.accepts(code) && seen.add(code)) {
            var whole = Table.plain(text.toString());
            rows.add(new CodeRow(code, true, name(whole), whole, null, null));
        }
        code = null;
        text = new StringBuilder();
    }

    private static String name(String text) {
        var colon = text.indexOf(':');
        return colon > 0 && colon <= LONGEST_NAME ? text.substring(0, colon) : text;
    }
}
