package org.superbill.billing.appeal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.denial.AppealLevel;

/**
 * An appeal as the API shows it.
 *
 * @param levelNumber from 1
 * @param enclosures named in the letter
 * @param documents uploaded, and sent with the letter
 * @param advice why it cannot win, as far as that is known; it forbids nothing
 * @param due the last day on which it may be filed
 * @param answerDue when the payer should have decided
 * @param decidedAt when that was noted
 * @param decidedOn the date of the payer's decision
 * @param recoveredCents what the payer then pays
 */
@Schema(name = "Appeal")
record AppealView(
        UUID id,
        UUID claimId,
        List<UUID> denialIds,
        AppealLevel level,
        int levelNumber,
        @Schema(examples = "internal appeal") String levelName,
        AppealState state,
        @Nullable UUID follows,
        long amountCents,
        @Nullable Long recoveredCents,
        String argument,
        List<String> enclosures,
        List<String> documents,
        @Nullable String advice,
        LocalDate due,
        @Nullable LocalDate answerDue,
        String preparedBy,
        Instant preparedAt,
        @Nullable Instant sentAt,
        @Nullable String sentByWay,
        @Nullable Instant decidedAt,
        @Nullable LocalDate decidedOn,
        @Nullable String outcomeReason,
        long revision) {

    /** Only for the API's document. */
    @Schema(name = "AppealPage")
    record Listed(List<AppealView> items, @Nullable String nextCursor) {}
}
