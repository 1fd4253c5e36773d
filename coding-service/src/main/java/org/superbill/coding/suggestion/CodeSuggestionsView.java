package org.superbill.coding.suggestion;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the notes support, for a caller that keeps it itself.
 *
 * @param release the release of ICD-10-CM that was read
 * @param threshold the least confidence at which a code was proposed
 * @param proposed the most important first
 * @param abstained what the notes speak of and nothing is proposed for
 */
@Schema(name = "CodeSuggestions")
record CodeSuggestionsView(
        String release,
        double threshold,
        @JsonProperty("suggestions") List<ProposedCode> proposed,
        @JsonProperty("abstentions") List<AbstainedCode> abstained,
        List<String> warnings) {

    CodeSuggestionsView {
        proposed = List.copyOf(proposed);
        abstained = List.copyOf(abstained);
        warnings = List.copyOf(warnings);
    }
}
