package org.superbill.coding.officialcodes;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codefile.CodeFileProblem;
import org.superbill.coding.codesystem.CodeSystem;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.Problem;

/** What is wrong with the rows of a file, gathered so that its owner sees all of it at once. */
final class RowErrors {
    private static final int SHOWN = 50;

    private final List<FieldError> errors = new ArrayList<>();
    private final Map<CodeSystem, Set<String>> seen = new EnumMap<>(CodeSystem.class);

    void add(long line, String field, String code, String message) {
        errors.add(new FieldError(
                "/lines/" + line + (field.isEmpty() ? "" : "/" + field), code, "Line %d: %s".formatted(line, message)));
    }

    /** Notes a code that does not have its form, or comes twice. */
    void check(long line, CodeSystem system, String code) {
        if (!system.accepts(code)) {
            add(line, "code", "not-a-code", "the code does not have the form of a code of " + system.id());
        } else if (!seen.computeIfAbsent(system, none -> new HashSet<>()).add(code)) {
            add(line, "code", "twice", "the code was there before");
        }
    }

    /** @return null for an empty text, and for one that is no date, which is noted */
    @Nullable
    LocalDate date(long line, String field, String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            add(line, field, "not-a-date", "the date is not of the form 2026-03-31");
            return null;
        }
    }

    /** @throws Problem {@code CODE_FILE_INVALID} when anything was noted, or there are no rows at all */
    void throwIfAny(int rows) {
        if (rows == 0 && errors.isEmpty()) {
            add(1, "", "empty", "the file has no rows");
        }
        if (!errors.isEmpty()) {
            throw new Problem(
                    CodeFileProblem.CODE_FILE_INVALID,
                    "%d errors in the file; nothing was loaded".formatted(errors.size()),
                    errors.subList(0, Math.min(errors.size(), SHOWN)));
        }
    }
}
