package org.superbill.events;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An auditor has said which codes of an encounter would have been right. Key: encounter id. Billing answers with
 * {@link CodingEffectPriced}; told again when somebody asks for the prices again.
 *
 * @param auditItemId the case of the audit
 * @param kind as {@link EncounterCoded#kind}
 * @param setting as {@link EncounterCompleted#setting}
 * @param coverageIds the primary one first; none of a patient who pays alone
 * @param coded the lines as they were coded
 * @param correct the lines as they would have been right
 */
public record CodingAudited(
        UUID auditItemId,
        UUID encounterId,
        @Nullable String kind,
        @Nullable String setting,
        UUID locationId,
        List<UUID> coverageIds,
        List<Line> coded,
        List<Line> correct)
        implements Event {

    public CodingAudited {
        coverageIds = List.copyOf(coverageIds);
        coded = List.copyOf(coded);
        correct = List.copyOf(correct);
    }

    @Override
    public String subject() {
        return encounterId.toString();
    }

    /**
     * A line that could be on the claim.
     *
     * @param chargeCents absent when the clinic has charged no such service, not with this code and these units
     * @param placeOfService absent: the location's
     */
    public record Line(
            int lineNumber,
            String procedureCode,
            List<String> modifiers,
            BigDecimal units,
            @Nullable Long chargeCents,
            LocalDate serviceDate,
            @Nullable String placeOfService) {
        public Line {
            modifiers = List.copyOf(modifiers);
        }
    }
}
