package org.superbill.coding.codefact;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.superbill.coderules.CodeListKind;
import org.superbill.coderules.facts.Edition;
import org.superbill.coderules.facts.FactRow;

/** What all editions of the Medicare Code Editor have in common, whichever file tells of them. */
final class CodeEditor {
    /** How the kinds of its files begin. */
    static final String KIND = "medicare-code-editor";

    /** Version 37 was that of fiscal year 2020, and each year has had the next. */
    private static final int VERSION_0_YEAR = 1983;

    private static final Pattern VERSION = Pattern.compile("v([0-9]{2})(?:[._]([0-9]))?(?![0-9])");

    private CodeEditor() {}

    /** {@code mce_v41_1_fy2024.csv} is 41.1; null when the name does not say. */
    static FactFile.@Nullable Release ofName(Path file) {
        var version = VERSION.matcher(file.getFileName().toString());
        return version.find() ? ofVersion(version.group(1), version.group(2)) : null;
    }

    /** A version begins with its fiscal year; the .1 of it is that of 1 April. */
    static FactFile.Release ofVersion(String version, @Nullable String minor) {
        var year = VERSION_0_YEAR + Integer.parseInt(version);
        return minor == null || minor.equals("0")
                ? new FactFile.Release(version, LocalDate.of(year - 1, Month.OCTOBER, 1))
                : new FactFile.Release(version + "." + minor, LocalDate.of(year, Month.APRIL, 1));
    }

    static Edition edition(String kind, FactFile.Release release, Lists lists) {
        return new Edition(
                kind,
                release.label(),
                release.effectiveFrom(),
                "Medicare Code Editor %s (CMS)".formatted(release.label()),
                lists.rows());
    }

    /** Gathers the lists of an edition. */
    static final class Lists {
        private final LinkedHashSet<FactRow> rows = new LinkedHashSet<>();

        void add(CodeListKind kind, String code) {
            rows.add(new FactRow(code, kind.id(), ""));
        }

        void ages(CodeListKind kind, String firstAndLast) {
            rows.add(new FactRow(kind.id(), FactRow.AGES, firstAndLast));
        }

        private List<FactRow> rows() {
            return new ArrayList<>(rows);
        }
    }
}
