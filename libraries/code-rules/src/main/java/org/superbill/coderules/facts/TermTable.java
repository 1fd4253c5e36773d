package org.superbill.coderules.facts;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.superbill.coderules.CodeFact;
import org.superbill.coderules.Place;
import org.superbill.coderules.Terminology;

/** The codes of one code system with the days on which they are valid. Immutable. */
public final class TermTable {
    private final Terminology terminology;
    private final LocalDate firstDay;
    /** The first day of the newest code: releases bring new codes each year, so it tells how old the last one is. */
    private final LocalDate newest;

    private final Map<String, Entry> entries;

    TermTable(Terminology terminology, LocalDate firstDay, LocalDate newest, Map<String, Entry> entries) {
        this.terminology = terminology;
        this.firstDay = firstDay;
        this.newest = newest;
        this.entries = entries;
    }

    /** @param days oldest first @param places newest first; a day before all of them has none */
    record Entry(Days[] days, Dated[] places, List<String> replacements) {
        Place placeOn(LocalDate day) {
            for (var dated : places) {
                if (!day.isBefore(dated.from())) {
                    return dated.place();
                }
            }
            return Place.NONE;
        }
    }

    /** What stands around a code from a day on. */
    record Dated(LocalDate from, Place place) {
        /** Of codes around which nothing stands. */
        static final Dated[] NOTHING = {};
    }

    /** What a code is over some days. */
    record Days(boolean billable, LocalDate from, @Nullable LocalDate to) {
        boolean cover(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }

    public Terminology terminology() {
        return terminology;
    }

    /** How many codes it has, headers included. */
    public int size() {
        return entries.size();
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(firstDay);
    }

    boolean isPastItsYear(LocalDate day) {
        return !entries.isEmpty() && !day.isBefore(newest.plusYears(1));
    }

    @Nullable
    CodeFact find(String code, LocalDate on) {
        var entry = entries.get(code);
        if (entry == null) {
            return null;
        }
        var days = entry.days();
        var last = days[days.length - 1];
        var shown = last;
        var valid = false;
        for (var some : days) {
            if (some.cover(on)) {
                shown = some;
                valid = true;
            }
        }
        return new CodeFact(
                terminology,
                code,
                on,
                valid,
                shown.billable(),
                days[0].from(),
                last.to(),
                valid ? List.of() : entry.replacements(),
                placeOn(code, entry.placeOn(on), on));
    }

    /** Of the codes under a header those of the day. */
    private Place placeOn(String header, Place place, LocalDate on) {
        if (place.billable().isEmpty() && place.seventhCharacters().isEmpty()) {
            return place;
        }
        var seventh = new StringBuilder();
        place.seventhCharacters()
                .chars()
                .filter(last -> isBillable(completed(header, (char) last), on))
                .forEach(last -> seventh.append((char) last));
        return new Place(
                place.notes(),
                place.laterality(),
                seventh.toString(),
                place.trimester(),
                place.beside(),
                place.billable().stream()
                        .filter(code -> isBillable(code, on))
                        .limit(Place.SHOWN)
                        .toList());
    }

    /** A header with its placeholders and 7th character. */
    private static String completed(String header, char last) {
        return header + "X".repeat(DiagnosisTable.LENGTH - 1 - header.length()) + last;
    }

    private boolean isBillable(String code, LocalDate on) {
        var entry = entries.get(code);
        if (entry != null) {
            for (var some : entry.days()) {
                if (some.billable() && some.cover(on)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Takes the codes of a system one by one; any system but ICD-10-CM, which has {@link DiagnosisTable}. */
    public static final class Builder {
        private final Terminology terminology;
        private final Spans spans = new Spans();
        private final Map<String, List<String>> replacements = new HashMap<>();

        public Builder(Terminology terminology) {
            this.terminology = terminology;
        }

        /** The spans of one code oldest first; the codes in any order. */
        public Builder add(CodeSpan span) {
            spans.add(span);
            return this;
        }

        /** What to code instead of a code that is gone. */
        public Builder replace(String code, List<String> by) {
            replacements.put(code, List.copyOf(by));
            return this;
        }

        public TermTable build() {
            return spans.table(terminology, code -> Dated.NOTHING, replacements);
        }
    }
}
