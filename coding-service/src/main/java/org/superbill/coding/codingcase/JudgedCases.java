package org.superbill.coding.codingcase;

import java.time.Instant;
import java.util.UUID;

/** What audits say of cases; the feature that audits implements it. */
public interface JudgedCases {
    /** Whether an auditor found errors in what was finalized then, on which the coder has not been heard or nobody has decided. */
    boolean isJudgedWrong(UUID caseId, Instant codedAt);

    /** Whether a later coding of the case has none of the errors any more that were found in the item of an audit. */
    boolean isMended(UUID auditItemId, CaseCoding later);
}
