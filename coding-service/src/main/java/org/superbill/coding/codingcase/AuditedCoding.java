package org.superbill.coding.codingcase;

import java.util.UUID;

/**
 * What an audit of a coding has come to so far, for the figures of who coded it.
 *
 * @param itemId of the audit: two audits of the same coding count each
 * @param items codes that were judged
 * @param right of them
 * @param isUndecided whether the coder has not been heard on the errors, or nobody has decided yet
 */
public record AuditedCoding(
        UUID itemId, FinalCoding coded, String auditor, int items, int right, boolean isUndecided) {}
