package org.superbill.coding.codingquery;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An answer that a multiple-choice query offers.
 *
 * @param text as the clinician sees it
 * @param supportedBy positions of the indicators that support it, from 0
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CodingQueryOption")
record QueryOption(
        @NotNull Kind kind,
        @NotBlank @Size(max = 300) String text,
        @NotNull @Size(max = 50) List<@NotNull @Min(0) Integer> supportedBy) {
    QueryOption {
        supportedBy = supportedBy == null ? supportedBy : List.copyOf(supportedBy);
    }

    /** What an option stands for. */
    @Schema(name = "CodingQueryOptionKind")
    enum Kind {
        /** A diagnosis, or a more exact one. */
        @JsonProperty("diagnosis")
        DIAGNOSIS,
        /** Anything else that is a plain answer, e.g. a date, a side, "not clinically significant". */
        @JsonProperty("answer")
        ANSWER,
        /** Something else, in the clinician's words. */
        @JsonProperty("other")
        OTHER,
        /** The clinician cannot tell. */
        @JsonProperty("unable-to-determine")
        UNABLE_TO_DETERMINE
    }
}
