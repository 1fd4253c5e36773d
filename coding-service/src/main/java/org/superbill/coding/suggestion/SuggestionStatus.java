package org.superbill.coding.suggestion;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a person has made of a suggestion. */
@Schema(name = "SuggestionStatus")
public enum SuggestionStatus {
    PROPOSED,
    ACCEPTED,
    REJECTED;

    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
