package org.superbill.coding.codingquery;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much a finding weighs. */
@Schema(name = "CodingQuerySeverity")
enum QuerySeverity {
    /** Has to be put right before the query may be sent. */
    @JsonProperty("error")
    ERROR,
    /** Has to be put right, or confirmed by a person who says why in {@code acknowledgements}. */
    @JsonProperty("warning")
    WARNING,
    /** What a reader of the findings has to know; it stops nothing. */
    @JsonProperty("note")
    NOTE
}
