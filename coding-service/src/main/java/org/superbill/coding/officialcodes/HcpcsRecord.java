package org.superbill.coding.officialcodes;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codesystem.CodeRow;
import org.superbill.coding.codesystem.CodeSystem;

/**
 * The lines of one code in CMS's quarterly HCPCS file, in fixed columns: the first has everything and the beginning of the long description, those after it only more of
 * the description. Source: CMS, HCPCS Level II record layout (HCPC_recordlayout.txt), columns counted from 1.
 */
final class HcpcsRecord {
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final int LENGTH_WITHOUT_FILLER = 293;
    private static final int CROSS_REFERENCES = 5;
    private static final int CODE_LENGTH = 5;

    private final String line;
    private final int number;
    private final StringBuilder description = new StringBuilder();

    /** @param number of the line in the file */
    HcpcsRecord(String line, int number) {
        this.line = "%-320s".formatted(line);
        this.number = number;
        goesOn(line);
    }

    /** What column 11 says of a line. */
    enum Kind {
        PROCEDURE,
        MODIFIER,
        /** More of the description of the code before. */
        CONTINUED,
        NONE
    }

    static Kind kind(String line) {
        if (line.length() < 11) {
            return Kind.NONE;
        }
        return switch (line.charAt(10)) {
            case '3' -> Kind.PROCEDURE;
            case '7' -> Kind.MODIFIER;
            case '4', '8' -> Kind.CONTINUED;
            default -> Kind.NONE;
        };
    }

    /** Whether a line is a first one of this layout, to recognise a file by. */
    static boolean isFirst(String line) {
        return line.length() >= LENGTH_WITHOUT_FILLER && line.matches("(?:[A-Z][0-9]{4}|   [0-9A-Z]{2})[0-9]{5}[37].*");
    }

    void goesOn(String more) {
        description.append(columns("%-320s".formatted(more), 12, 91)).append(' ');
    }

    TableFile.Coded coded(RowErrors errors) {
        var isModifier = kind(line) == Kind.MODIFIER;
        var system = isModifier ? CodeSystem.HCPCS_MODIFIER : CodeSystem.HCPCS;
        var code = columns(line, isModifier ? 4 : 1, 5);
        errors.check(number, system, code);
        var text = Table.plain(description.toString());
        var display = Table.plain(columns(line, 92, 119));
        var row = new CodeRow(
                code,
                true,
                display.isEmpty() ? text : display,
                text,
                date(errors, "code-added-date", columns(line, 269, 276)),
                date(errors, "termination-date", columns(line, 285, 292)));
        return new TableFile.Coded(
                system,
                row.with(new Attributes()
                        .with("coverage", columns(line, 230, 230))
                        .with("crossReference", crossReferences())
                        .json()));
    }

    private List<String> crossReferences() {
        var codes = new ArrayList<String>();
        for (var i = 0; i < CROSS_REFERENCES; i++) {
            var first = 205 + i * CODE_LENGTH;
            var code = columns(line, first, first + CODE_LENGTH - 1);
            if (!code.isEmpty()) {
                codes.add(code);
            }
        }
        return codes;
    }

    private @Nullable LocalDate date(RowErrors errors, String field, String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text, DAY);
        } catch (DateTimeParseException e) {
            errors.add(number, field, "not-a-date", "the date is not of the form 20260331");
            return null;
        }
    }

    private static String columns(String line, int first, int last) {
        return line.substring(first - 1, last).strip();
    }
}
