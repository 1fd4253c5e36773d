package org.superbill.coding.codingquery;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a question may be answered. */
@Schema(name = "CodingQueryForm")
enum QueryForm {
    /** In the clinician's own words. */
    @JsonProperty("open")
    OPEN,
    /** By one of the options, among them "other" and "unable to determine". */
    @JsonProperty("multiple-choice")
    MULTIPLE_CHOICE,
    /** Yes, no, other, or unable to determine; for few purposes only. */
    @JsonProperty("yes-no")
    YES_NO;

    /** As on the wire: {@code multiple-choice}. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
