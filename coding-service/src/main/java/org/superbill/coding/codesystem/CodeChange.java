package org.superbill.coding.codesystem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a release says of a code that the one before it did not.
 *
 * @param code as it is written
 * @param before absent for an added code
 * @param after absent for a code that the release no longer has
 * @param replacedBy the codes that the conversion table gives in the place of a deleted one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CodeChange(
        Kind change,
        String code,
        @Nullable Text before,
        @Nullable Text after,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> replacedBy) {
    /** How a code has changed. */
    @Schema(name = "CodeChangeKind")
    public enum Kind {
        ADDED,
        REVISED,
        DELETED;

        @JsonValue
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** For JAX-RS. @param text as {@link #text()} */
        public static Kind fromString(String text) {
            return Arrays.stream(values())
                    .filter(kind -> kind.text().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("There is no such kind of change"));
        }
    }

    /** A code as one release has it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CodeChangeText")
    record Text(
            String display,
            String longDescription,
            boolean billable,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {}
}
