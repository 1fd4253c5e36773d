package org.superbill.payersimulator.scenario;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Scenarios for claims whose member id asks for none, by lot, the same for the same seed and claim.
 *
 * @param weights by scenario id; the claims are dealt out in proportion to them
 */
public record Mix(long seed, Map<String, Integer> weights) {
    static final Mix NONE = new Mix(0, Map.of());

    /** @throws IllegalArgumentException when a weight is below zero, or all are zero though there are some */
    public Mix {
        weights = new TreeMap<>(weights);
        if (weights.values().stream().anyMatch(weight -> weight < 0)
                || !weights.isEmpty() && weights.values().stream().allMatch(weight -> weight == 0)) {
            throw new IllegalArgumentException("Weights are zero or more, and one of them is more");
        }
    }

    /** The id of the scenario that falls to a claim; empty when there is no mix. */
    String draw(String claim) {
        var total = weights.values().stream().mapToInt(Integer::intValue).sum();
        if (total == 0) {
            return "";
        }
        var left = new SplittableRandom(seed * 31 + claim.hashCode()).nextInt(total);
        for (var weight : weights.entrySet()) {
            left -= weight.getValue();
            if (left < 0) {
                return weight.getKey();
            }
        }
        throw new IllegalStateException("Less was dealt out than there is");
    }
}
