package org.superbill.coding.visit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.cac.DataFile;

/**
 * A vaccine, or an antibody that is given like one, by what notes call it: a row of {@code visit/vaccines.tsv}.
 *
 * @param from first day on which the words mean it, or null
 * @param to last day, or null
 * @param kind what it is against; of one kind a product that is named holds before one that is not
 * @param code CPT number, or null where the words do not tell which
 * @param title our own words
 * @param components diseases that it protects from, as CPT counts them
 * @param fromAge full years, at least
 * @param toAge full years, at most
 * @param administration how giving it is coded
 * @param missing what the record would have to say; empty with a number
 * @param said what a note says when it was given
 */
record Vaccine(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        String kind,
        @Nullable String code,
        String title,
        int components,
        boolean injected,
        int fromAge,
        int toAge,
        Administration administration,
        String missing,
        Pattern said) {

    /** How giving it is coded. Source: CPT, immunization administration; CMS, Medicare Claims Processing Manual, chapter 18, section 10. */
    enum Administration {
        USUAL("usual", null, null),
        INFLUENZA("influenza", "G0008", null),
        PNEUMOCOCCAL("pneumococcal", "G0009", null),
        HEPATITIS_B("hepatitis-b", "G0010", null),
        /** Whatever the product, dose, age, counseling and payer. */
        COVID_19("90480", null, "90480"),
        /** Of the antibodies against respiratory syncytial virus, with counseling and without. */
        ANTIBODY("antibody", null, "96381");

        private final String id;
        private final @Nullable String medicare;
        private final @Nullable String own;

        Administration(String id, @Nullable String medicare, @Nullable String own) {
            this.id = id;
            this.medicare = medicare;
            this.own = own;
        }

        /** HCPCS code that Medicare wants, or null. */
        @Nullable
        String medicare() {
            return medicare;
        }

        /** CPT number that takes the place of the usual ones, or null. */
        @Nullable
        String own() {
            return own;
        }

        static Administration of(String id) {
            for (var administration : values()) {
                if (administration.id.equals(id)) {
                    return administration;
                }
            }
            throw new IllegalArgumentException("No administration " + id);
        }
    }

    private static final int FIELDS = 11;
    private static final int LOOK_BACK = 20;
    private static final Pattern DECLINED = Pattern.compile("(?i)\\b(?:declin\\w*|refus\\w*|no|not|due for|needs?)\\b");
    private static final String GIVEN =
            "(?:(?:[^.;\\n]|\\.\\d){0,30}\\b(?:given|administered|(?<!due )today|IM|SQ|PO|intranasal|injected|received)\\b"
                    + "|(?:[^.;\\n]|\\.\\d){0,110}\\b(?:vaccines|immunizations) (?:were )?(?:given|administered)\\b)"; // at the end of a list
    private static final String GAVE =
            "\\b(?:gave|given|administered)\\b(?:(?!\\b(?:for|about|on|against|information|handout|prescription|rx)\\b)[^.;\\n]){0,25}";

    static final List<Vaccine> ALL =
            DataFile.rows("visit/vaccines.tsv").stream().map(Vaccine::of).toList();

    private static Vaccine of(String[] row) {
        if (row.length != FIELDS) {
            throw new IllegalArgumentException(
                    "A vaccine has %d fields, not %d: %s".formatted(FIELDS, row.length, row[0]));
        }
        var ages = row[7].split("-", -1);
        var name = "(?<![\\w/-])(?:%s)\\b(?!-\\w)".formatted(row[10]);
        return new Vaccine(
                day(row[0]),
                day(row[1]),
                row[2],
                row[3].isEmpty() ? null : row[3],
                row[4],
                Integer.parseInt(row[5]),
                row[6].equals("injected"),
                ages[0].isEmpty() ? 0 : Integer.parseInt(ages[0]),
                ages.length < 2 || ages[1].isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(ages[1]),
                Administration.of(row[8]),
                row[9],
                Pattern.compile("(?i)%s%s|%s%s".formatted(name, GIVEN, GAVE, name)));
    }

    private static @Nullable LocalDate day(String day) {
        return day.isEmpty() ? null : LocalDate.parse(day);
    }

    boolean isOf(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    /** Whether it is for the patient; of an unknown age only what is for all ages. */
    boolean isFor(@Nullable Integer ageYears) {
        return ageYears == null ? fromAge == 0 && toAge == Integer.MAX_VALUE : ageYears >= fromAge && ageYears <= toAge;
    }

    /** Where the text says for the first time that it was given, if it does: one note may have it declined that the next one has given. */
    Optional<Span> given(String text) {
        var given = said.matcher(text);
        while (given.find()) {
            if (!isDeclined(text, given.start(), given.end()) && Done.isDone(text, given.start(), given.end())) {
                return Optional.of(new Span(given.start(), given.end()));
            }
        }
        return Optional.empty();
    }

    private static boolean isDeclined(String text, int start, int end) {
        var from = start;
        while (from > Math.max(0, start - LOOK_BACK) && ".;\n".indexOf(text.charAt(from - 1)) < 0) {
            from--;
        }
        return DECLINED.matcher(text.substring(from, end)).find();
    }
}
