package org.superbill.billing.editrule;

/**
 * What the rules of an organization may do with one claim, all together: each part of a condition that is evaluated is a step, a part of a
 * loop each time. Counted, not timed, so that a claim gets the same findings on a busy day. For one thread.
 */
public final class EvaluationSteps {
    /** Some tenths of a second; a rule that asks a few things of each of 50 lines takes a thousand. */
    static final int MOST = 2_000_000;

    private int left = MOST;

    /** Not an exception: conditions absorb those, as {@code ||} does with the failure of one side. */
    static final class Spent extends Error {
        private static final long serialVersionUID = 1L;

        private Spent() {
            super("No steps are left", null, false, false);
        }
    }

    void take() {
        if (--left < 0) {
            throw new Spent();
        }
    }

    public boolean areSpent() {
        return left < 0;
    }
}
