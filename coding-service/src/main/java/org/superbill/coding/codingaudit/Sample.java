package org.superbill.coding.codingaudit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Draws cases at random, and the same ones again from the same seed. */
final class Sample {
    private Sample() {}

    /**
     * Somebody of the population.
     *
     * @param stratum of which the same number is drawn each; empty text where all are one
     */
    @Schema(name = "CodingAuditDrawn")
    record Member(UUID caseId, int version, String stratum) {
        Member withoutStratum() {
            return new Member(caseId, version, "");
        }
    }

    /**
     * @param population in any order: it is put in the order of the ids first
     * @param seed of {@link Random}, whose algorithm is specified: any JVM draws the same
     * @param size of each stratum
     * @return in the order of strata, then as drawn
     */
    static List<Member> draw(List<Member> population, long seed, int size) {
        var strata = new TreeMap<String, List<Member>>();
        population.stream()
                .sorted(Comparator.comparing((Member member) -> member.caseId().toString()))
                .forEach(member -> strata.computeIfAbsent(member.stratum(), first -> new ArrayList<>())
                        .add(member));
        var random = new Random(seed);
        var drawn = new ArrayList<Member>();
        for (var stratum : strata.values()) {
            Collections.shuffle(stratum, random);
            drawn.addAll(stratum.subList(0, Math.min(size, stratum.size())));
        }
        return drawn;
    }
}
