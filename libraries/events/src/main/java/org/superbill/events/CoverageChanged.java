package org.superbill.events;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A patient's insurance. Key: coverage id.
 *
 * @param sequence 1 is the primary payer
 * @param subscriber absent when the patient is the subscriber ({@link Relationship#self})
 * @param effectiveTo last day in force; absent while it goes on
 * @param medicareSecondaryType why Medicare pays after another payer (SBR05); absent where it does not
 */
public record CoverageChanged(
        UUID coverageId,
        UUID patientId,
        UUID payerId,
        String memberId,
        @Nullable String groupNumber,
        @Nullable String groupName,
        int sequence,
        Relationship relationshipToSubscriber,
        @Nullable Subscriber subscriber,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        @Nullable String medicareSecondaryType)
        implements Event {
    /** Not Medicare's, or Medicare pays first. */
    public CoverageChanged(
            UUID coverageId,
            UUID patientId,
            UUID payerId,
            String memberId,
            @Nullable String groupNumber,
            @Nullable String groupName,
            int sequence,
            Relationship relationshipToSubscriber,
            @Nullable Subscriber subscriber,
            LocalDate effectiveFrom,
            @Nullable LocalDate effectiveTo) {
        this(
                coverageId,
                patientId,
                payerId,
                memberId,
                groupNumber,
                groupName,
                sequence,
                relationshipToSubscriber,
                subscriber,
                effectiveFrom,
                effectiveTo,
                null);
    }

    @Override
    public String subject() {
        return coverageId.toString();
    }

    /** The person who holds the policy (005010X222A1, loop 2010BA). */
    public record Subscriber(
            String firstName,
            @Nullable String middleName,
            String lastName,
            @Nullable LocalDate birthDate,
            @Nullable Sex sex,
            @Nullable Address address) {}
}
