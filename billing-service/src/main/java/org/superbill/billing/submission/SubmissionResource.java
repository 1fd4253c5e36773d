package org.superbill.billing.submission;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.audit.Audited;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;

@Path("/api/v1/submissions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Submissions")
@Audited("submission")
class SubmissionResource {
    private final Submissions submissions;

    SubmissionResource(Submissions submissions) {
        this.submissions = submissions;
    }

    @GET
    @PermissionsAllowed("claim:read")
    @Operation(operationId = "listSubmissions", summary = "Files of claims, in the order in which they were written")
    @APIResponse(
            responseCode = "200",
            description = "A page of submissions",
            content =
                    @Content(
                            schema = @Schema(implementation = SubmissionView.Listed.class),
                            examples = @ExampleObject(name = "submissions", value = """
                                                    {"items":[{"id":"0199d0a0-0000-7000-8000-000000000081","connection":"payer-simulator","payerId":"0199d0a0-0000-7000-8000-000000000041",
                                                    "kind":"837","usageIndicator":"T","state":"received","fileName":"837_000000001_9f86d081884c.x12","interchangeControlNumber":"000000001","claimCount":1,"totalChargeCents":5500,
                                                    "sha256":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08","writtenAt":"2026-03-02T15:04:00Z","sentAt":"2026-03-02T15:04:00Z","answeredAt":"2026-03-02T15:09:00Z",
                                                    "failedAttempts":0,"acknowledgment":"TA1 A, 999 A"}]}""")))
    public Page<SubmissionView> list(
            @RestQuery @Nullable SubmissionState state,
            @RestQuery @Nullable UUID payerId,
            @BeanParam PageRequest page) {
        return submissions.list(state, payerId, page);
    }
}
