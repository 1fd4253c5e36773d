package org.superbill.coding.cac;

import java.util.HashMap;
import java.util.Map;

/**
 * How sure a proposal is: a logistic function of its {@link Traits}. The weights are those of a regression on notes that the engine was not tuned on
 * ({@code ConfidenceFit} among the tests writes them to {@code cac/confidence.tsv}), so that of what is proposed at 0.8 about four in five are right on notes like those.
 */
final class Confidence {
    private final Map<String, Double> weights;

    Confidence(Map<String, Double> weights) {
        this.weights = Map.copyOf(weights);
    }

    static Confidence shipped() {
        var weights = new HashMap<String, Double>();
        for (var row : DataFile.rows("cac/confidence.tsv")) {
            weights.put(row[0], Double.valueOf(row[1]));
        }
        return new Confidence(weights);
    }

    /** @return between 0 and 1 */
    double of(Map<String, Double> traits) {
        var score = 0.0;
        for (var trait : traits.entrySet()) {
            score += weights.getOrDefault(trait.getKey(), 0.0) * trait.getValue();
        }
        return 1 / (1 + Math.exp(-score));
    }
}
