package org.superbill.coding.visit;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An outpatient visit as far as its procedures depend on it.
 *
 * @param text of all its notes, one behind the other
 * @param notes where each of them stands in the text
 * @param on the date of service
 * @param ageYears full years, or null when unknown
 * @param lastSeenOn when a practitioner of the same specialty and group last saw the patient face to face; null when never, or not known
 * @param firstVisit whether it is known that there was no such visit; null when that is not known
 * @param medicare whether Medicare's own codes hold
 * @param problems what the visit dealt with
 * @param charged numbers of the services that are on its bill already
 */
public record Visit(
        String text,
        List<Span> notes,
        LocalDate on,
        @Nullable Integer ageYears,
        @Nullable LocalDate lastSeenOn,
        @Nullable Boolean firstVisit,
        boolean medicare,
        List<Problem> problems,
        List<String> charged) {

    public Visit {
        notes = List.copyOf(notes);
        problems = List.copyOf(problems);
        charged = List.copyOf(charged);
    }

    /** Of which no bill is known. */
    public Visit(
            String text,
            List<Span> notes,
            LocalDate on,
            @Nullable Integer ageYears,
            @Nullable LocalDate lastSeenOn,
            @Nullable Boolean firstVisit,
            boolean medicare,
            List<Problem> problems) {
        this(text, notes, on, ageYears, lastSeenOn, firstVisit, medicare, problems, List.of());
    }

    /** Of a single note. */
    public Visit(
            String text,
            LocalDate on,
            @Nullable Integer ageYears,
            @Nullable LocalDate lastSeenOn,
            @Nullable Boolean firstVisit,
            boolean medicare,
            List<Problem> problems) {
        this(text, List.of(new Span(0, text.length())), on, ageYears, lastSeenOn, firstVisit, medicare, problems);
    }

    /**
     * A condition that was dealt with.
     *
     * @param code ICD-10-CM, without the dot
     * @param words what the notes say of it, and what stands around it, which tells whether it got worse
     * @param said where in the text, at least once
     */
    public record Problem(String code, String words, List<Span> said) {
        private static final int AROUND = 60;

        public Problem {
            said = List.copyOf(said);
        }

        public static Problem in(String text, String code, List<Span> said) {
            var words = new StringBuilder();
            for (var place : said) {
                words.append(text, Math.max(0, place.start() - AROUND), Math.min(text.length(), place.end() + AROUND))
                        .append(' ');
            }
            return new Problem(code, words.toString(), said);
        }
    }
}
