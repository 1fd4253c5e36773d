package org.superbill.coding.search;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.superbill.coding.codesystem.CodeSystem;

/** How the codes that were found fall into systems, chapters, sides, billable and not. */
final class Facets {
    private final Map<CodeSystem, Integer> systems = new EnumMap<>(CodeSystem.class);
    private final Map<CodeSystem, Map<String, Integer>> chapters = new EnumMap<>(CodeSystem.class);
    private final Map<Laterality, Integer> sides = new EnumMap<>(Laterality.class);
    private int billable;
    private int headers;

    static Facets of(Collection<CodeHits> found, Filters filters) {
        var facets = new Facets();
        var day = (int) filters.on().toEpochDay();
        for (var hits : found) {
            var catalogue = hits.catalogue();
            if (hits.count() > 0) {
                facets.systems.put(catalogue.system(), hits.count());
            }
            var ofChapters = facets.chapters.computeIfAbsent(catalogue.system(), none -> new TreeMap<>());
            hits.each(code -> {
                var traits = catalogue.traits(catalogue.spanOn(code, day));
                ofChapters.merge(catalogue.chapter(code), 1, Integer::sum);
                facets.sides.merge(Traits.side(traits), 1, Integer::sum);
                if (Traits.billable(traits)) {
                    facets.billable++;
                } else {
                    facets.headers++;
                }
            });
        }
        return facets;
    }

    Map<CodeSystem, Integer> systems() {
        return systems;
    }

    /** Of each system, its chapters. */
    Map<CodeSystem, Map<String, Integer>> chapters() {
        return chapters;
    }

    Map<Laterality, Integer> sides() {
        return sides;
    }

    int billable() {
        return billable;
    }

    int headers() {
        return headers;
    }
}
