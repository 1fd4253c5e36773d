package org.superbill.coding.search;

import java.util.Map;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.superbill.coding.codesystem.CodeSystem;

/** What counts beside the words that match. The figures are tuned on the tuning half of the queries in {@code search/queries.tsv}. */
final class Ranking {
    /** Each stem is in a name once; what tells names apart is how much of them is matched. */
    static final Similarity SIMILARITY = new BM25Similarity(1.2f, 0.8f);

    static final float SYNONYM = 0.9f;
    static final float CORRECTED = 0.8f;
    static final float BEGINNING_OF_UNKNOWN = 0.8f;
    static final float BEGINNING_OF_KNOWN = 0.3f;
    static final float SAYS_LITTLE = 0.3f;
    /** A word among those that may be in a name or not: as much as a common word of the name itself. */
    static final float ASIDE = 1.5f;
    /** A name says that what is wanted is not there, or the other way round. */
    static final float CONTRARY = 0.3f;
    /** For each part of the query that a name lacks. */
    static final float MISSING_PART = 0.55f;

    private static final float HEADER = 0.55f;
    private static final float LATER_ENCOUNTER = 0.4f;
    private static final float UNSPECIFIED = 1.05f;
    private static final float EVERYDAY = 1.15f;
    private static final double LEARNED = 0.12;
    private static final float OTHER_SYSTEM = 0.45f;
    /** Of all systems together: what most people look for comes first. */
    private static final Map<String, Float> SYSTEMS =
            Map.of("icd-10-cm", 1f, "cpt", 1f, "hcpcs", 0.85f, "icd-10-pcs", 0.6f, "icd-11-mms", 0.5f);

    private Ranking() {}

    /** @param laterWanted whether the query speaks of a later encounter itself */
    static float ofCode(int traits, boolean everyday, boolean laterWanted) {
        var factor = Traits.billable(traits) ? 1 : HEADER;
        if (!laterWanted && Traits.laterEncounter(traits)) {
            factor *= LATER_ENCOUNTER;
        }
        if (Traits.unspecified(traits)) {
            factor *= UNSPECIFIED;
        }
        return everyday ? factor * EVERYDAY : factor;
    }

    static float ofSystem(CodeSystem system) {
        return SYSTEMS.getOrDefault(system.id(), OTHER_SYSTEM);
    }

    /** @param count how often the organization has finalized the code */
    static float ofUse(int count) {
        return (float) (1 + LEARNED * Math.log1p(count) / Math.log(2));
    }
}
