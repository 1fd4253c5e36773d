package org.superbill.billing.denial;

import java.util.Map;

/**
 * How likely a refusal is overturned: the table's guess, moved by what has come of the organization's own refusals for the same reason. Pure.
 *
 * @param outcomes by CARC
 */
record DenialChance(Map<String, Outcomes> outcomes) {
    /** How many outcomes weigh as much as the table's guess. */
    private static final int WEIGHT_OF_GUESS = 20;

    DenialChance {
        outcomes = Map.copyOf(outcomes);
    }

    /** @param paid of those closed, how many were paid after all */
    record Outcomes(long closed, long paid) {}

    int percent(String carc, int guess) {
        var known = outcomes.getOrDefault(carc, new Outcomes(0, 0));
        return Math.toIntExact((guess * WEIGHT_OF_GUESS + 100 * known.paid()) / (WEIGHT_OF_GUESS + known.closed()));
    }
}
