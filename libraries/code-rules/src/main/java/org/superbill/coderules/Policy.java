package org.superbill.coderules;

/**
 * What an organization lets its coders decide.
 *
 * @param unrelatedConditions whether a pair that an Excludes1 note forbids may be passed because the two conditions are unrelated (guideline I.A.12.a)
 */
public record Policy(boolean unrelatedConditions) {
    /** Nothing is passed. */
    public static final Policy STRICT = new Policy(false);
}
