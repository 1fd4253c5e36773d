package org.superbill.billing.remittance;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.superbill.servicekit.audit.Audited;
import org.superbill.servicekit.idempotency.Idempotent;
import org.superbill.servicekit.revision.Revision;

@Path("/api/v1/remittances")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Remittances")
@Audited("remittance")
class PaperRemittanceResource {
    private static final String X12 = "application/edi-x12";
    private static final String PAPER = """
            {"traceNumber":"5501","originator":"1999999999","payerName":"Key Insurance","payeeNpi":"1234567893","paymentCents":4400,"paymentDate":"2026-03-03",
            "paymentMethod":"CHK","claims":[{"claimNumber":"SB1000000V1","statusCode":"1","chargeCents":5500,"paidCents":4400,"patientResponsibilityCents":0,
            "payerClaimNumber":"PCN0000001","patient":{"lastName":"GARCIA","firstName":"MARIA","memberId":"W123456789"},
            "lines":[{"procedure":"99213","chargeCents":5500,"paidCents":4400,"serviceDate":"2026-03-02","allowedCents":4400,
            "adjustments":[{"group":"CO","carc":"45","amountCents":1100}]}]}]}""";
    private static final String PREVIEWS = """
            {"items":[{"outcome":"posted","explanation":"Posted","traceNumber":"5501","originator":"1999999999","payerName":"Key Insurance","paymentCents":4400,
            "paymentDate":"2026-03-03","claimCount":1,"disagreements":[],"accounts":[{"account":"insurance-receivable","amountCents":-5500},
            {"account":"cash","amountCents":4400},{"account":"contractual-adjustment","amountCents":1100}],
            "claims":[{"position":1,"claimNumber":"SB1000000V1","claimId":"0199d0a0-0000-7000-8000-000000000031","matchedBy":"control-number",
            "adjudication":"paid","paidCents":4400,"insuranceCents":-5500,"patientCents":0,"denials":[]}]}]}""";

    private final PaperRemittances paper;
    private final RemittancePreviews previews;

    PaperRemittanceResource(PaperRemittances paper, RemittancePreviews previews) {
        this.paper = paper;
        this.previews = previews;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @PermissionsAllowed("remittance:post")
    @Operation(
            operationId = "createRemittance",
            summary = "Post an explanation of benefits that came on paper",
            description =
                    "It says what an ST of an 835 says, and is judged, posted and kept like one: what does not balance is quarantined, the same money is posted once.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = PaperRemittance.class),
                            examples = @ExampleObject(name = "paper", value = PAPER)))
    @APIResponse(
            responseCode = "201",
            description = "The remittance, with what became of it",
            content =
                    @Content(
                            schema = @Schema(implementation = RemittanceView.class),
                            examples = @ExampleObject(name = "remittance", value = RemittanceResource.REMITTANCE)))
    @APIResponse(responseCode = "422", description = "remittance-unreadable")
    public RestResponse<RemittanceView> create(@Valid @NotNull PaperRemittance remittance) {
        var created = paper.receive(remittance);
        return ResponseBuilder.create(RestResponse.Status.CREATED, created)
                .location(URI.create("/api/v1/remittances/" + created.id()))
                .header("ETag", new Revision(created.revision()).etag())
                .build();
    }

    @POST
    @Path("previews")
    @Consumes(X12)
    @PermissionsAllowed("remittance:post")
    @Operation(
            operationId = "previewRemittances",
            summary = "What would be posted of an 835, payment by payment",
            description =
                    "Nothing is written; no Idempotency-Key is needed. At most 200 payments with 5,000 claims together.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = X12,
                            schema = @Schema(type = SchemaType.STRING),
                            examples =
                                    @ExampleObject(
                                            name = "835",
                                            value =
                                                    "ISA*00*          *00*          *ZZ*PAYER          *ZZ*PROVIDER ...")))
    @APIResponse(
            responseCode = "200",
            description = "What would become of each payment of the file",
            content =
                    @Content(
                            schema = @Schema(implementation = RemittancePreview.Listed.class),
                            examples = @ExampleObject(name = "previews", value = PREVIEWS)))
    @APIResponse(responseCode = "422", description = "remittance-unreadable, remittance-preview-too-large")
    public RemittancePreview.Listed preview(byte[] file) {
        return new RemittancePreview.Listed(previews.of(file));
    }

    @POST
    @Path("paper-previews")
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed("remittance:post")
    @Operation(
            operationId = "previewPaperRemittance",
            summary = "What would be posted of an explanation of benefits that came on paper",
            description = "Nothing is written; no Idempotency-Key is needed.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = PaperRemittance.class),
                            examples = @ExampleObject(name = "paper", value = PAPER)))
    @APIResponse(
            responseCode = "200",
            description = "What would become of it",
            content =
                    @Content(
                            schema = @Schema(implementation = RemittancePreview.Listed.class),
                            examples = @ExampleObject(name = "previews", value = PREVIEWS)))
    @APIResponse(responseCode = "422", description = "remittance-unreadable")
    public RemittancePreview.Listed previewPaper(@Valid @NotNull PaperRemittance remittance) {
        return new RemittancePreview.Listed(previews.of(paper.file(remittance)));
    }
}
