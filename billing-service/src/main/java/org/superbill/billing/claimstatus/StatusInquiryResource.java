package org.superbill.billing.claimstatus;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.superbill.servicekit.audit.Audited;
import org.superbill.servicekit.idempotency.Idempotent;

@Path("/api/v1/claims/{claimId}/status-inquiries")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Claims")
@Audited("claim")
@Idempotent
class StatusInquiryResource {
    private static final String INQUIRY = """
            {"id":"0199d0a0-0000-7000-8000-0000000000e1","claimId":"0199d0a0-0000-7000-8000-000000000051","claimNumber":"SB1000V1",
            "payerId":"0199d0a0-0000-7000-8000-000000000041","reason":"demand","state":"answered","waitingSince":"2026-04-02T15:04:00Z",
            "askedAt":"2026-04-02T15:04:01Z","submissionId":"0199d0a0-0000-7000-8000-000000000082","answeredAt":"2026-04-02T15:09:00Z",
            "answerFileId":"0199d0a0-0000-7000-8000-000000000092","payerClaimNumber":"PCN1","statuses":[{"category":"F1","status":"65",
            "words":"The payer has paid the claim","effectiveOn":"2026-04-01","chargeCents":17500,"paidCents":12000}]}""";

    private final StatusInquiries inquiries;

    StatusInquiryResource(StatusInquiries inquiries) {
        this.inquiries = inquiries;
    }

    @POST
    @PermissionsAllowed("claim:write")
    @Operation(
            operationId = "askForClaimStatus",
            summary = "Ask the payer what has become of a claim (276)",
            description = "A question that is open already stays the only one; the answer is then that question.")
    @APIResponse(
            responseCode = "202",
            description = "The question; the payer's answer (277) will be found in the list",
            content =
                    @Content(
                            schema = @Schema(implementation = StatusInquiryView.class),
                            examples = @ExampleObject(name = "question", value = INQUIRY)))
    @APIResponse(responseCode = "404", description = "claim-not-found")
    @APIResponse(responseCode = "409", description = "status-inquiry-not-sent: no version of the claim has left")
    public RestResponse<StatusInquiryView> ask(@RestPath UUID claimId) {
        return ResponseBuilder.accepted(inquiries.ask(claimId)).build();
    }

    @GET
    @PermissionsAllowed("claim:read")
    @Operation(
            operationId = "listClaimStatusInquiries",
            summary = "What the payer was asked about a claim, and its answers")
    @APIResponse(
            responseCode = "200",
            description = "Every question, oldest first",
            content =
                    @Content(
                            schema = @Schema(implementation = StatusInquiryView.Listed.class),
                            examples = @ExampleObject(name = "questions", value = "{\"items\":[" + INQUIRY + "]}")))
    @APIResponse(responseCode = "404", description = "claim-not-found")
    public StatusInquiryView.Listed list(@RestPath UUID claimId) {
        return new StatusInquiryView.Listed(inquiries.list(claimId));
    }
}
