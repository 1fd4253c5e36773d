package org.superbill.coding.codingcase;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has to do with a case beside coding it.
 *
 * @param documentId what came late; its text is at {@code /api/v1/encounters/{encounterId}/documents/{documentId}}
 * @param auditItemId the item of {@code auditId} whose errors were upheld
 * @param queryId what was answered after the case was released
 * @param raisedBy the subject of who added the document, judged the item, answered the query or handed the case over; absent where that was not told
 * @param raisedAt when the document was added, the errors upheld, the query answered, the case handed over
 * @param assignedTo the subject of whose it is; absent when the case is nobody's
 * @param daysOverdue since the due day; 0 until then, and of a closed task
 * @param outcome how it ended: {@code seen}, {@code amended}, {@code dismissed} or {@code void}; absent while it is open
 * @param reason what who closed it said
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CodingTask")
public record CaseTaskView(
        UUID id,
        TaskKind kind,
        UUID caseId,
        UUID encounterId,
        @Nullable UUID documentId,
        @Nullable String documentKind,
        @Nullable UUID auditId,
        @Nullable UUID auditItemId,
        @Nullable UUID queryId,
        @Nullable String raisedBy,
        Instant raisedAt,
        @Nullable String assignedTo,
        LocalDate dueOn,
        int daysOverdue,
        @Nullable Instant closedAt,
        @Nullable String closedBy,
        @Nullable TaskOutcome outcome,
        @Nullable String reason) {}
