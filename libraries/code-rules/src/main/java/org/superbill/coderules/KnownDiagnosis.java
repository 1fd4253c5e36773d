package org.superbill.coderules;

import org.jspecify.annotations.Nullable;

/**
 * An ICD-10-CM code of a set with what is known of it on the day that governs it.
 *
 * @param index its position in the diagnoses, from 0
 * @param fact null when no release has the code
 */
public record KnownDiagnosis(
        int index, CodeSet.Diagnosis diagnosis, @Nullable CodeFact fact) {
    /** The option of the 4010 claims; the 5010 claims leave it out. */
    private static final String SAYS_NOTHING = "1";

    public String code() {
        return diagnosis.code();
    }

    /** As it is written. */
    public String written() {
        return Terminology.ICD_10_CM.written(code());
    }

    public String pointer() {
        return "/diagnoses/" + index;
    }

    public String pointer(String field) {
        return pointer() + "/" + field;
    }

    /** The principal or first-listed one. */
    public boolean first() {
        return index == 0;
    }

    public Place place() {
        return fact == null ? Place.NONE : fact.place();
    }

    /** A code that is there and may be reported on the day. */
    public boolean valid() {
        return fact != null && fact.valid() && fact.billable();
    }

    /** Whether it was present on admission; null when nothing is said. {@code 1} says that the code is exempt, which is saying nothing. */
    public @Nullable String presentOnAdmission() {
        var said = diagnosis.presentOnAdmission();
        return SAYS_NOTHING.equals(said) ? null : said;
    }

    /** A code of chapter 20, which says how something came about and never what it is. */
    public boolean isExternalCause() {
        return !code().isEmpty() && "VWXY".indexOf(code().charAt(0)) >= 0;
    }
}
