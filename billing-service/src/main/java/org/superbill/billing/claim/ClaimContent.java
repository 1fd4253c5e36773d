package org.superbill.billing.claim;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.reference.ClaimFacts;

/**
 * What a version of a claim says.
 *
 * @param claimNumber CLM01
 * @param frequency CLM05-3
 * @param replacesPayerClaimNumber REF*F8
 * @param clearinghouseClaimNumber REF*D9
 * @param submissionId the file that carries it
 * @param coordination what the payers before this one have decided; absent on a claim to the first payer
 * @param takenOver a former system has sent it: what payers had decided before is not known here
 */
public record ClaimContent(
        UUID claimId,
        int version,
        String claimNumber,
        String frequency,
        @Nullable String replacesPayerClaimNumber,
        @Nullable String clearinghouseClaimNumber,
        @Nullable UUID submissionId,
        ClaimFacts facts,
        @Nullable Coordination coordination,
        boolean takenOver) {

    /** Sent by us. */
    public ClaimContent(
            UUID claimId,
            int version,
            String claimNumber,
            String frequency,
            @Nullable String replacesPayerClaimNumber,
            @Nullable String clearinghouseClaimNumber,
            @Nullable UUID submissionId,
            ClaimFacts facts,
            @Nullable Coordination coordination) {
        this(
                claimId,
                version,
                claimNumber,
                frequency,
                replacesPayerClaimNumber,
                clearinghouseClaimNumber,
                submissionId,
                facts,
                coordination,
                false);
    }

    /** Of a claim to the first payer. */
    public ClaimContent(
            UUID claimId,
            int version,
            String claimNumber,
            String frequency,
            @Nullable String replacesPayerClaimNumber,
            @Nullable String clearinghouseClaimNumber,
            @Nullable UUID submissionId,
            ClaimFacts facts) {
        this(
                claimId,
                version,
                claimNumber,
                frequency,
                replacesPayerClaimNumber,
                clearinghouseClaimNumber,
                submissionId,
                facts,
                null);
    }

    /** REF*6R: unique for each line of each version, and it comes back in the 835. */
    public String lineControlNumber(int lineNumber) {
        return claimNumber + "L" + lineNumber;
    }
}
