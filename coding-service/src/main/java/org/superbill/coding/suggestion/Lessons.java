package org.superbill.coding.suggestion;

/**
 * What decisions on a code's suggestions teach about the next one: the share of accepted ones, drawn towards what is usual as long as there are few, as a change of
 * the log-odds.
 */
final class Lessons {
    /** As many decisions as the usual share weighs. */
    private static final double USUAL_WEIGHT = 8;

    private static final double USUAL_SHARE = 0.85;
    private static final double MOST_CHANGE = 2;

    private Lessons() {}

    static double logOdds(long accepted, long rejected) {
        var yes = accepted + USUAL_WEIGHT * USUAL_SHARE;
        var no = rejected + USUAL_WEIGHT * (1 - USUAL_SHARE);
        var change = Math.log(yes / no) - Math.log(USUAL_SHARE / (1 - USUAL_SHARE));
        return Math.max(-MOST_CHANGE, Math.min(MOST_CHANGE, change));
    }
}
