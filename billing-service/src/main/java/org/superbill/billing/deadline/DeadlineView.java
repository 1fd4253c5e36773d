package org.superbill.billing.deadline;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.revision.Revision;

/**
 * A deadline as the API shows it.
 *
 * @param subject what {@code subjectId} is the id of: {@code claim}, {@code submission}, {@code denial} …
 * @param dueOn the last day on which it is in time
 * @param alarmOn from this day on it is alarmed
 * @param owner the role whose work it is
 * @param assignee the person who has taken it: the subject of their token
 * @param basis why this day
 * @param alarmedAt when it was shown as near; once
 */
@Schema(name = "Deadline")
record DeadlineView(
        UUID id,
        DeadlineKind kind,
        @Schema(examples = "claim") String subject,
        UUID subjectId,
        LocalDate dueOn,
        LocalDate alarmOn,
        DeadlineOwner owner,
        @Nullable String assignee,
        String basis,
        DeadlineState state,
        Instant openedAt,
        @Nullable Instant alarmedAt,
        @Nullable Instant passedAt,
        @Nullable Instant closedAt,
        @Nullable String closedBecause,
        @JsonIgnore Revision revision) {

    /** Only for the API's document. */
    @Schema(name = "DeadlinePage")
    record Listed(List<DeadlineView> items, @Nullable String nextCursor) {}
}
