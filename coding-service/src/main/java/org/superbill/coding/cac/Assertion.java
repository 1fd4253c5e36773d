package org.superbill.coding.cac;

import java.util.Locale;

/** What a note says of a condition that it mentions, weakest claim last. */
public enum Assertion {
    PRESENT,
    /** "Probable" and the like: a diagnosis at an inpatient's discharge (Guidelines II.H), none for an outpatient (IV.H). */
    UNCERTAIN,
    /** "Consistent with", "compatible with": uncertain by the same guidelines, but said of what was found. */
    CONSISTENT,
    /** Over by the end of what the note tells of. */
    RESOLVED,
    HISTORICAL,
    /** An entry of a list that says of itself that it is over: at most a personal history, not even where the condition lasts as a rule (Guidelines IV.J). */
    INACTIVE,
    /** "Return if …", "risk of …". */
    HYPOTHETICAL,
    FAMILY,
    /** Of somebody who is neither the patient nor a relative by blood. */
    OTHER_PERSON,
    NEGATED;

    /** As answers write it: {@code present}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
