package org.superbill.coding.codingcase;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a task ended. */
public enum TaskOutcome {
    /** The document has been seen. */
    SEEN,
    /** The case has been released as a later version without the errors. */
    AMENDED,
    /** Somebody has decided that nothing is to be done. */
    DISMISSED,
    /** What it told of is over: the case that was handed over is released, or theirs again. */
    SETTLED,
    /** The encounter was entered in error. */
    VOID;

    /** As on the wire: {@code seen}. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
