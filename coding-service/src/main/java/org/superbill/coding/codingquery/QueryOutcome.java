package org.superbill.coding.codingquery;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an answer came to, for figures. */
@Schema(name = "CodingQueryOutcome")
public enum QueryOutcome {
    /** A diagnosis was chosen, a yes was said, or an open question got its answer. */
    CONFIRMED,
    /** A no was said, or an option that is no diagnosis was chosen. */
    DENIED,
    OTHER,
    UNABLE_TO_DETERMINE;

    /** As on the wire: {@code unable-to-determine}. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
