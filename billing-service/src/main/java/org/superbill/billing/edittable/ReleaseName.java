package org.superbill.billing.edittable;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which release a file is, told by its name as CMS gives it: a quarter or a year.
 *
 * @param label {@code 2024q3} or {@code 2024}
 * @param effectiveFrom its first day
 */
record ReleaseName(String label, LocalDate effectiveFrom) {
    private static final int MONTHS = 3;
    private static final int VERSION_30_IS_OF = 1994;
    private static final int CENTURY = 2000;
    private static final String QUARTERS = "janaprjuloct";

    private static final List<Form> FORMS = List.of(
            new Form("(20[0-9]{2})[ _-]?q([1-4])(?![0-9])", found -> quarter(number(found, 1), number(found, 2))),
            new Form( // ccipra-v303r0: version 30.3 is the fourth quarter of 2024
                    "v([0-9]{2})([0-3])r[0-9]",
                    found -> quarter(VERSION_30_IS_OF + number(found, 1), number(found, 2) + 1)),
            new Form( // Eff_07-01-2024
                    "(0[1-9]|1[0-2])-01-(20[0-9]{2})",
                    found -> quarter(number(found, 2), (number(found, 1) - 1) / MONTHS + 1)),
            new Form( // RVU24C
                    "rvu([0-9]{2})([a-d])(?![a-z])",
                    found -> quarter(CENTURY + number(found, 1), found.group(2).charAt(0) - 'a' + 1)),
            new Form( // PPRRVU24_JUL, PPRRVU2026_Jul, pfs_rvu_2025_october
                    "(?<![0-9])(?:20)?([0-9]{2})_(jan|apr|jul|oct)",
                    found -> quarter(CENTURY + number(found, 1), QUARTERS.indexOf(found.group(2)) / MONTHS + 1)),
            new Form("(?<![0-9])(20[0-9]{2})(?![0-9])", found -> year(number(found, 1))));

    private record Form(Pattern pattern, Function<MatchResult, ReleaseName> reading) {
        Form(String pattern, Function<MatchResult, ReleaseName> reading) {
            this(Pattern.compile(pattern), reading);
        }
    }

    /** @param names of the file and of its entry, the most telling first; @return null when none says it */
    static @Nullable ReleaseName in(List<String> names) {
        for (var form : FORMS) {
            for (var name : names) {
                var found = form.pattern.matcher(name.toLowerCase(Locale.ROOT));
                if (found.find()) {
                    return form.reading.apply(found);
                }
            }
        }
        return null;
    }

    private static int number(MatchResult found, int group) {
        return Integer.parseInt(found.group(group));
    }

    private static ReleaseName quarter(int year, int quarter) {
        return new ReleaseName("%dq%d".formatted(year, quarter), LocalDate.of(year, (quarter - 1) * MONTHS + 1, 1));
    }

    private static ReleaseName year(int year) {
        return new ReleaseName(String.valueOf(year), LocalDate.of(year, 1, 1));
    }
}
