package org.superbill.events;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A coder asks the clinician what the record does not say, or reminds of it. Key: encounter id. The question itself is read over the API.
 *
 * @param practitionerId whom it is for
 * @param reminder 0 when it is asked, then counted with each reminder
 * @param escalatedTo the subject of who is told as well because it is overdue
 */
public record CodingQueryOpened(
        UUID queryId,
        UUID codingCaseId,
        UUID encounterId,
        UUID practitionerId,
        LocalDate dueOn,
        int reminder,
        @Nullable String escalatedTo)
        implements Event {
    @Override
    public String subject() {
        return encounterId.toString();
    }
}
