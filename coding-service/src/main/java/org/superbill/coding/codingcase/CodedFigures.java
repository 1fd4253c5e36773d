package org.superbill.coding.codingcase;

/**
 * What was finalized, of one coder, specialty, payer, kind or day.
 *
 * @param finalized cases
 * @param passedThrough of them without a coder
 * @param chargeCents of all of them
 * @param workSeconds that coders had them open
 * @param turnaroundSeconds from completion of the encounter, or from when the case was opened again, to finalizing, together, of those with a coder
 * @param medianTurnaroundSeconds of those with a coder; 0 when there is none
 * @param withQuery cases with at least one query
 * @param queries asked
 * @param auditItems codes judged in audits
 * @param auditRight of them right
 * @param auditUndecided of the others those on which the coder has not been heard, or nobody has decided
 */
public record CodedFigures(
        String key,
        long finalized,
        long passedThrough,
        long chargeCents,
        long workSeconds,
        long turnaroundSeconds,
        long medianTurnaroundSeconds,
        long withQuery,
        long queries,
        long auditItems,
        long auditRight,
        long auditUndecided) {}
