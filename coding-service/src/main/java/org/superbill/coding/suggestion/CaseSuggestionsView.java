package org.superbill.coding.suggestion;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What was proposed for a case.
 *
 * @param release the release of ICD-10-CM that was read
 * @param threshold the least confidence at which a code was proposed
 * @param suggestions the most important first
 * @param warnings about the release, e.g. that it is past its year
 */
@Schema(name = "CaseSuggestions")
record CaseSuggestionsView(
        String release,
        double threshold,
        List<SuggestionView> suggestions,
        List<AbstainedCode> abstentions,
        List<String> warnings) {

    CaseSuggestionsView {
        suggestions = List.copyOf(suggestions);
        abstentions = List.copyOf(abstentions);
        warnings = List.copyOf(warnings);
    }
}
