package org.superbill.billing.deadline;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A deadline to be kept.
 *
 * @param subjectId of the claim, denial, submission … that the kind is about
 * @param dueOn the last day on which it is in time, in the organization's calendar
 * @param basis why this day, in a sentence with its source
 */
public record DeadlineOpening(DeadlineKind kind, UUID subjectId, LocalDate dueOn, String basis) {
    public DeadlineOpening(DeadlineKind kind, UUID subjectId, LocalDate dueOn) {
        this(kind, subjectId, dueOn, kind.basis());
    }

    LocalDate alarmOn() {
        return dueOn.minusDays(kind.alarmDays());
    }
}
