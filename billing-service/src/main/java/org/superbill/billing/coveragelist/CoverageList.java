package org.superbill.billing.coveragelist;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A coverage determination as it was loaded.
 *
 * @param number as its publisher names it, e.g. {@code L33777}
 * @param source who published it
 * @param payerId whose it is; null: every payer's
 * @param effectiveTo the last day; null while there is none
 * @param byProcedure the diagnoses of each procedure that it speaks of
 */
public record CoverageList(
        UUID id,
        String number,
        String source,
        @Nullable UUID payerId,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        Map<String, Diagnoses> byProcedure) {

    boolean holds(String procedure, UUID payer, LocalDate day) {
        return (payerId == null || payerId.equals(payer))
                && !day.isBefore(effectiveFrom)
                && (effectiveTo == null || !day.isAfter(effectiveTo))
                && byProcedure.containsKey(procedure);
    }

    /**
     * Whether the procedure is covered for what a line points to: one diagnosis that the list covers is enough, one that it excludes too much.
     *
     * @param diagnoses ICD-10-CM without the dot
     */
    public boolean covers(String procedure, Collection<String> diagnoses) {
        var known = byProcedure.get(procedure);
        return known == null || known.cover(diagnoses);
    }
}
