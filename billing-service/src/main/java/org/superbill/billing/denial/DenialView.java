package org.superbill.billing.denial;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A refusal as the API shows it.
 *
 * @param payerId whose refusal it is; absent of one that was kept before its payer was
 * @param lineNumber absent when the whole claim is refused
 * @param reason the codes in plain words
 * @param nextBestAction what to do first, e.g. {@code send-to-coder}
 * @param chancePercent how likely it is that the payer then pays
 * @param expectedCents the amount times the chance
 * @param appealDue the last day of the first level of appeal; absent where there is nothing to appeal
 * @param unprocessable the payer has not decided at all (MA130): no denial, counted in no denial rate
 * @param state {@code open}, {@code paid-later} (a later decision paid the claim), {@code replaced} (a later decision did not pay it, and says
 *     itself what it refuses) or {@code taken-back} (the payer reversed it, or what it refuses did not take place: {@code closedBecause})
 * @param closedBecause why it was closed by what no payer has decided; {@code closedAt} is when
 */
@Schema(name = "Denial")
public record DenialView(
        UUID id,
        UUID claimId,
        UUID encounterId,
        int claimVersion,
        UUID remittanceId,
        @Nullable UUID payerId,
        @Nullable Integer lineNumber,
        @Schema(examples = "CO") String group,
        @Schema(examples = "16") String carc,
        List<String> rarcs,
        String reason,
        long amountCents,
        @Schema(examples = "open") String state,
        Instant deniedAt,
        DenialCategory category,
        RootCause rootCause,
        @Schema(examples = "correct-and-resend") String nextBestAction,
        int chancePercent,
        long expectedCents,
        @Nullable LocalDate appealDue,
        PayerType payerType,
        boolean unprocessable,
        @Nullable String closedBecause,
        @Nullable Instant closedAt) {

    /** Only for the API's document. */
    @Schema(name = "DenialPage")
    record Listed(List<DenialView> items, @Nullable String nextCursor) {}
}
