package org.superbill.billing.submission;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where the file is; each file is in exactly one of them. */
@Schema(name = "SubmissionState")
public enum SubmissionState {
    WRITTEN,
    /** It lies at the partner's, under a name that the partner does not look at. */
    STAGED,
    SENT,
    /** The receiver has taken it: a 999 that does not reject, or an answer about one of its claims. */
    RECEIVED,
    /** The receiver has refused it as a whole: TA1 R, 999 R, or a 277CA about the batch. */
    REJECTED;

    /** The receiver has it. */
    public boolean hasLeft() {
        return this == SENT || isAnswered();
    }

    boolean isAnswered() {
        return this == RECEIVED || this == REJECTED;
    }

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Of the word that {@link #wire} gives. @throws IllegalArgumentException when there is no such state */
    public static SubmissionState fromString(String wire) {
        return Arrays.stream(values())
                .filter(state -> state.wire().equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such state of a file"));
    }
}
