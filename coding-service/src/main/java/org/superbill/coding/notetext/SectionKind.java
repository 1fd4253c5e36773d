package org.superbill.coding.notetext;

import java.util.Locale;

/** What stands under a heading of a note. */
public enum SectionKind {
    /** What the provider has concluded: diagnoses. */
    ASSESSMENT,
    /** What was thought before a procedure or at admission. */
    PREOPERATIVE,
    COMPLAINT,
    HISTORY,
    PAST,
    SURGICAL,
    FAMILY,
    SOCIAL,
    MEDICATIONS,
    ALLERGIES,
    REVIEW,
    EXAM,
    RESULTS,
    PLAN,
    PROCEDURE,
    /** Prose without headings. */
    NARRATIVE;

    /** As answers write it: {@code assessment}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
