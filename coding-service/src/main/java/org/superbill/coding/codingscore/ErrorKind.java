package org.superbill.coding.codingscore;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is wrong about a code. */
@Schema(name = "CodingErrorKind")
public enum ErrorKind {
    /** It should not be there. */
    EXTRA,
    /** It should be there. */
    MISSING,
    /** Another is right instead: of the same category, at the same place, or of the same service. */
    WRONG,
    /** The principal diagnosis stands elsewhere. */
    SEQUENCE,
    PRESENT_ON_ADMISSION,
    MODIFIER,
    UNITS,
    POINTER;

    /** Whether it is of the code itself, not of its place or what is said of it. */
    boolean isOfCode() {
        return this == EXTRA || this == MISSING || this == WRONG;
    }

    /** As on the wire: {@code present-on-admission}. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
