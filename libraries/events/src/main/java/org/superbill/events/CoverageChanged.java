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
        @Nullable LocalDate effectiveTo)
        implements Event {
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
