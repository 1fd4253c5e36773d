package org.superbill.coding.codingquery;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.revision.Revision;

/**
 * A question as callers see it.
 *
 * @param practitionerId whom it is for
 * @param findings why it cannot be sent as it is; empty when it can
 * @param escalatedTo the subject of who is told as well, because it is overdue
 * @param answeredBy the subject of who answered
 * @param answeredFor the practitioner for whom they did: the one whom it is for
 * @param keepUntil the day after which a closed query is deleted
 * @param revision the ETag's number, for If-Match
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CodingQuery")
record QueryView(
        UUID id,
        UUID caseId,
        UUID encounterId,
        UUID practitionerId,
        QueryStatus status,
        QueryText text,
        List<QueryFinding> findings,
        String askedBy,
        Instant createdAt,
        @Nullable Instant openedAt,
        @Nullable LocalDate dueOn,
        int reminders,
        @Nullable LocalDate escalatedOn,
        @Nullable String escalatedTo,
        @Nullable QueryAnswer answer,
        @Nullable String answeredBy,
        @Nullable UUID answeredFor,
        @Nullable QueryOutcome outcome,
        @Nullable String withdrawnBecause,
        @Nullable String closedBy,
        @Nullable Instant closedAt,
        @Nullable LocalDate keepUntil,
        long revision) {
    QueryView {
        findings = List.copyOf(findings);
    }

    static final String EXAMPLE = """
            {"id":"01980000-0000-7000-8000-000000000040","caseId":"01980000-0000-7000-8000-000000000001",\
            "encounterId":"01980000-0000-7000-8000-000000000002","practitionerId":"01980000-0000-7000-8000-000000000004",\
            "status":"open","text":""" + QueryText.EXAMPLE + """
            ,"findings":[],"askedBy":"ann","createdAt":"2026-03-02T15:00:00Z","openedAt":"2026-03-02T15:02:00Z","dueOn":"2026-03-09",\
            "reminders":0,"revision":1}""";
    static final String PAGE_EXAMPLE = "{\"items\":[" + EXAMPLE + "]}";

    /** A page, as the API document needs it said. */
    @Schema(name = "CodingQueryPage")
    record Listed(List<QueryView> items, @Nullable String nextCursor) {}

    String etag() {
        return new Revision(revision).etag();
    }
}
