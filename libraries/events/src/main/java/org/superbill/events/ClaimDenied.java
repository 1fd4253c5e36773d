package org.superbill.events;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payer has refused to pay. Key: encounter id.
 *
 * @param lineNumber absent when the whole claim is denied
 * @param groupCode CAS01: {@code CO}, {@code PI}, {@code OA} or {@code PR}
 * @param carc claim adjustment reason code (CAS02)
 * @param rarcs remittance advice remark codes (LQ*HE, MOA)
 * @param rootCause where it could have been prevented: {@code registration}, {@code authorization}, {@code documentation}, {@code coding},
 *     {@code billing}, {@code credentialing} or {@code payer}; absent: not known
 * @param kind as {@link EncounterCoded#kind}
 */
public record ClaimDenied(
        UUID claimId,
        UUID encounterId,
        UUID remittanceId,
        @Nullable Integer lineNumber,
        String groupCode,
        String carc,
        List<String> rarcs,
        long amountCents,
        @Nullable String rootCause,
        @Nullable String kind)
        implements Event {

    public ClaimDenied {
        rarcs = List.copyOf(rarcs);
    }

    @Override
    public String subject() {
        return encounterId.toString();
    }
}
