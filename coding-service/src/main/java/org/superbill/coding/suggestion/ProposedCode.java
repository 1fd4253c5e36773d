package org.superbill.coding.suggestion;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A code that the notes support, for a person to accept or reject.
 *
 * @param system {@code icd-10-cm}, {@code cpt} or {@code hcpcs}
 * @param code as it is written, ICD-10-CM with the dot
 * @param title the official one; for CPT our own words
 * @param modifiers that the note calls for; a hint
 * @param confidence how often suggestions like this one are right, 0 to 1
 * @param why why this code and not its neighbour
 * @param source who says that these words lead to this code
 * @param missing what the record leaves open; absent when the code says all
 */
@Schema(name = "ProposedCode")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProposedCode(
        String system,
        String code,
        String title,
        List<String> modifiers,
        int units,
        double confidence,
        List<Place> evidence,
        List<String> why,
        String source,
        @Nullable String missing) {

    ProposedCode {
        modifiers = List.copyOf(modifiers);
        evidence = List.copyOf(evidence);
        why = List.copyOf(why);
    }
}
