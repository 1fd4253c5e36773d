package org.superbill.coderules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a code stands in ICD-10-CM.
 *
 * @param notes its own and, above them, those of its headers, block and chapter; null without a tabular list of the day
 * @param laterality null for a code that no side tells apart from its siblings
 * @param seventhCharacters those that complete this header to a code, e.g. {@code ADS}; empty for all other codes
 * @param trimester of pregnancy that the code is of, 1 to 3; 0 for a code that is of none, or of several
 * @param beside what says the same condition more fully, or the contrary of it
 * @param billable the nearest billable codes under a header, at most {@link #SHOWN}; empty for all other codes
 */
public record Place(
        @Nullable NotedEntry notes,
        @Nullable Laterality laterality,
        String seventhCharacters,
        int trimester,
        Contrasts beside,
        List<String> billable) {
    public static final int SHOWN = 8;
    public static final Place NONE = new Place(null, null, "", 0, Contrasts.NONE, List.of());

    public Place with(@Nullable NotedEntry others) {
        return new Place(others, laterality, seventhCharacters, trimester, beside, billable);
    }
}
