package org.superbill.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of a claim is with its payer. Key: encounter id.
 *
 * @param claimNumber CLM01 of this version
 * @param frequency CLM05-3: {@code 1} original, {@code 7} replacement, {@code 8} void
 * @param interchangeControlNumber ISA13 of the file that carried it
 * @param kind as {@link EncounterCoded#kind}
 */
public record ClaimSubmitted(
        UUID claimId,
        UUID encounterId,
        UUID patientId,
        UUID payerId,
        int claimVersion,
        String claimNumber,
        String frequency,
        long totalChargeCents,
        UUID submissionId,
        String interchangeControlNumber,
        Instant sentAt,
        @Nullable String kind)
        implements Event {

    @Override
    public String subject() {
        return encounterId.toString();
    }
}
