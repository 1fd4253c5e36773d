package org.superbill.coderules;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a code on a day.
 *
 * @param valid whether the release in force on the day has it and its own dates cover the day
 * @param billable false for a header, which only groups the codes under it
 * @param validFrom the first day on which a release has it
 * @param validTo the last one; null while there is none
 * @param replacements what to code instead, where that is known; of a code that is valid nothing
 * @param place where it stands in ICD-10-CM; {@link Place#NONE} in other systems
 */
public record CodeFact(
        Terminology terminology,
        String code,
        LocalDate on,
        boolean valid,
        boolean billable,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        List<String> replacements,
        Place place) {

    public CodeFact withReplacements(List<String> known) {
        return new CodeFact(terminology, code, on, valid, billable, validFrom, validTo, known, place);
    }

    /** As it is written. */
    public String written() {
        return terminology.written(code);
    }
}
