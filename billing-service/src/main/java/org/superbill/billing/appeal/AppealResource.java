package org.superbill.billing.appeal;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.ledger.Cents;
import org.superbill.servicekit.audit.Audited;
import org.superbill.servicekit.idempotency.Idempotent;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.revision.Revision;

@Path("/api/v1/appeals")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Appeals")
@Audited("appeal")
@Idempotent
class AppealResource {
    private static final String IF_MATCH = "If-Match";
    private static final String PDF = "application/pdf";
    private static final String PREPARE = """
            {"denialIds":["0199d0a0-0000-7000-8000-000000000071"],"enclosures":["Office note of 2026-03-02"]}""";
    private static final String APPEAL = """
            {"id":"0199d0a0-0000-7000-8000-000000000081","claimId":"0199d0a0-0000-7000-8000-000000000031",
            "denialIds":["0199d0a0-0000-7000-8000-000000000071"],"level":"internal-appeal","levelNumber":1,"levelName":"internal appeal",
            "state":"prepared","amountCents":4000,"argument":"The documents that were missing in your decision are enclosed.",
            "enclosures":["Office note of 2026-03-02"],"documents":[],"due":"2026-08-30","preparedBy":"biller-1",
            "preparedAt":"2026-03-04T15:00:00Z","revision":0}""";
    private static final String OUTCOME = """
            {"outcome":"overturned","decidedOn":"2026-04-20","recoveredCents":4000,"reason":"The records were accepted"}""";
    private static final String FIGURES = """
            {"from":"2026-03-01","to":"2026-03-31","decided":10,"overturned":6,"overturnRate":0.6,"contestedCents":120000,"recoveredCents":70000,
            "levels":[{"level":"internal-appeal","decided":10,"overturned":6,"contestedCents":120000,"recoveredCents":70000}]}""";

    private final Appeals appeals;

    AppealResource(Appeals appeals) {
        this.appeals = appeals;
    }

    /** What is contested, and with what. */
    @Schema(name = "AppealPreparation")
    record Prepare(
            @NotEmpty @Size(max = 50) List<@NotNull UUID> denialIds,

            @Schema(description = "The appeal that was lost at the level before") @Nullable
            UUID follows,

            @Schema(description = "Without it, one that fits the kind of the refusal") @Nullable @Size(max = 5000)
            String argument,

            @Schema(description = "Documents that the letter names as enclosed") @Nullable @Size(max = 30)
            List<@NotBlank @Size(max = 200) String> enclosures) {}

    /** How it has left. */
    @Schema(name = "AppealSending")
    record Send(
            @NotNull @Schema(examples = "fax") @Pattern(regexp = "fax|mail|portal|x12|other")
            String way) {}

    /** What the payer has answered. */
    @Schema(name = "AppealOutcome")
    record Outcome(
            @NotNull AppealState outcome,

            @Schema(
                    description =
                            "The date of the payer's decision, today when absent: the days of the next level run from it")
            @Nullable
            LocalDate decidedOn,

            @Schema(required = true) @PositiveOrZero long recoveredCents,
            @NotBlank @Size(max = 500) String reason) {}

    /** Why it ends here. */
    @Schema(name = "AppealWithdrawal")
    record Withdraw(@NotBlank @Size(max = 500) String reason) {}

    @POST
    @PermissionsAllowed("appeal:write")
    @Operation(
            operationId = "prepareAppeal",
            summary = "Contest refusals of a claim",
            description =
                    "At the payer's first level, or at the level after a lost appeal. What speaks against it is said in `advice` and forbids nothing; what carries no right to appeal is refused.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Prepare.class),
                            examples = @ExampleObject(name = "first level", value = PREPARE)))
    @APIResponse(
            responseCode = "201",
            description = "The appeal with its level, its last day and its letter",
            content =
                    @Content(
                            schema = @Schema(implementation = AppealView.class),
                            examples = @ExampleObject(name = "appeal", value = APPEAL)))
    @APIResponse(responseCode = "404", description = "denial-not-found, appeal-not-found")
    @APIResponse(responseCode = "422", description = "appeal-not-possible")
    public RestResponse<AppealView> prepare(@Valid @NotNull Prepare prepare) {
        var enclosures = prepare.enclosures() == null ? List.<String>of() : prepare.enclosures();
        var appeal = appeals.prepare(prepare.denialIds(), prepare.follows(), prepare.argument(), enclosures);
        return ResponseBuilder.create(RestResponse.Status.CREATED, appeal)
                .location(URI.create("/api/v1/appeals/" + appeal.id()))
                .header("ETag", new Revision(appeal.revision()).etag())
                .build();
    }

    @GET
    @PermissionsAllowed("denial:read")
    @Operation(operationId = "listAppeals", summary = "Appeals, in the order in which they were prepared")
    @APIResponse(
            responseCode = "200",
            description = "A page of appeals",
            content =
                    @Content(
                            schema = @Schema(implementation = AppealView.Listed.class),
                            examples = @ExampleObject(name = "appeals", value = "{\"items\":[" + APPEAL + "]}")))
    public Page<AppealView> list(
            @RestQuery @Nullable UUID claimId, @RestQuery @Nullable AppealState state, @BeanParam PageRequest page) {
        return appeals.list(claimId, state, page);
    }

    @GET
    @Path("figures")
    @PermissionsAllowed("denial:read")
    @Operation(operationId = "getAppealFigures", summary = "What came of appeals that were decided in some days")
    @APIResponse(
            responseCode = "200",
            description =
                    "The overturn rate with its numerator and denominator, in all and by level; by the date of the decision",
            content =
                    @Content(
                            schema = @Schema(implementation = AppealFigures.class),
                            examples = @ExampleObject(name = "figures", value = FIGURES)))
    public AppealFigures figures(@RestQuery @NotNull LocalDate from, @RestQuery @NotNull LocalDate to) {
        return appeals.figures(from, to);
    }

    @GET
    @Path("{appealId}")
    @PermissionsAllowed("denial:read")
    @Operation(operationId = "getAppeal", summary = "An appeal")
    @APIResponse(
            responseCode = "200",
            description = "The appeal; its ETag is what a write names in If-Match",
            content =
                    @Content(
                            schema = @Schema(implementation = AppealView.class),
                            examples = @ExampleObject(name = "appeal", value = APPEAL)))
    @APIResponse(responseCode = "404", description = "appeal-not-found")
    public RestResponse<AppealView> get(@RestPath UUID appealId) {
        return answer(appeals.get(appealId));
    }

    @GET
    @Path("{appealId}/letter")
    @Produces(PDF)
    @PermissionsAllowed("denial:read")
    @Operation(operationId = "getAppealLetter", summary = "The letter, followed by the documents that were enclosed")
    @APIResponse(
            responseCode = "200",
            description = "A PDF",
            content =
                    @Content(
                            mediaType = PDF,
                            schema = @Schema(type = SchemaType.STRING, format = "binary"),
                            examples = @ExampleObject(name = "letter", value = "%PDF-1.7 ...")))
    @APIResponse(responseCode = "404", description = "appeal-not-found")
    public byte[] letter(@RestPath UUID appealId) {
        return appeals.letter(appealId);
    }

    @POST
    @Path("{appealId}/enclosures")
    @Consumes(PDF)
    @PermissionsAllowed("appeal:write")
    @Operation(operationId = "encloseDocument", summary = "Add a document that goes with the letter")
    @RequestBody(
            content =
                    @Content(
                            mediaType = PDF,
                            schema = @Schema(type = SchemaType.STRING, format = "binary"),
                            examples = @ExampleObject(name = "document", value = "%PDF-1.7 ...")))
    @APIResponse(
            responseCode = "200",
            description = "The appeal with the document",
            content =
                    @Content(
                            schema = @Schema(implementation = AppealView.class),
                            examples = @ExampleObject(name = "appeal", value = APPEAL)))
    @APIResponse(responseCode = "404", description = "appeal-not-found")
    @APIResponse(responseCode = "409", description = "appeal-step-not-allowed")
    @APIResponse(responseCode = "412", description = "stale")
    @APIResponse(responseCode = "422", description = "appeal-enclosure-invalid")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public RestResponse<AppealView> enclose(
            @RestPath UUID appealId,
            @RestHeader(IF_MATCH) @Nullable Revision expected,
            @RestQuery @NotBlank @Size(max = 200) String name,
            byte[] document) {
        return answer(appeals.enclose(appealId, expected, name, document));
    }

    @POST
    @Path("{appealId}/send")
    @PermissionsAllowed("appeal:write")
    @Operation(operationId = "sendAppeal", summary = "Note that the appeal has left; the payer's time begins")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Send.class),
                            examples = @ExampleObject(name = "by fax", value = "{\"way\":\"fax\"}")))
    @APIResponse(
            responseCode = "200",
            description = "The appeal, sent",
            content =
                    @Content(
                            schema = @Schema(implementation = AppealView.class),
                            examples = @ExampleObject(name = "appeal", value = APPEAL)))
    @APIResponse(responseCode = "404", description = "appeal-not-found")
    @APIResponse(responseCode = "409", description = "appeal-step-not-allowed")
    @APIResponse(responseCode = "412", description = "stale")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public RestResponse<AppealView> send(
            @RestPath UUID appealId, @RestHeader(IF_MATCH) @Nullable Revision expected, @Valid @NotNull Send send) {
        return answer(appeals.sent(appealId, expected, send.way()));
    }

    @POST
    @Path("{appealId}/outcome")
    @PermissionsAllowed("appeal:write")
    @Operation(
            operationId = "recordAppealOutcome",
            summary = "Note what the payer has decided; money is posted by its remittance")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Outcome.class),
                            examples = @ExampleObject(name = "won", value = OUTCOME)))
    @APIResponse(
            responseCode = "200",
            description = "The appeal with its outcome",
            content =
                    @Content(
                            schema = @Schema(implementation = AppealView.class),
                            examples = @ExampleObject(name = "appeal", value = APPEAL)))
    @APIResponse(
            responseCode = "400",
            description =
                    "validation-failed: decided in the future or before the appeal was prepared, or more recovered than was contested")
    @APIResponse(responseCode = "404", description = "appeal-not-found")
    @APIResponse(responseCode = "409", description = "appeal-step-not-allowed")
    @APIResponse(responseCode = "412", description = "stale")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public RestResponse<AppealView> outcome(
            @RestPath UUID appealId,
            @RestHeader(IF_MATCH) @Nullable Revision expected,
            @Valid @NotNull Outcome outcome) {
        return answer(appeals.decided(
                appealId,
                expected,
                outcome.outcome(),
                outcome.decidedOn(),
                Cents.of(outcome.recoveredCents()),
                outcome.reason()));
    }

    @POST
    @Path("{appealId}/withdraw")
    @PermissionsAllowed("appeal:write")
    @Operation(operationId = "withdrawAppeal", summary = "End an appeal without a decision")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Withdraw.class),
                            examples =
                                    @ExampleObject(name = "why", value = "{\"reason\":\"Corrected and sent again\"}")))
    @APIResponse(
            responseCode = "200",
            description = "The appeal, withdrawn",
            content =
                    @Content(
                            schema = @Schema(implementation = AppealView.class),
                            examples = @ExampleObject(name = "appeal", value = APPEAL)))
    @APIResponse(responseCode = "404", description = "appeal-not-found")
    @APIResponse(responseCode = "409", description = "appeal-step-not-allowed")
    @APIResponse(responseCode = "412", description = "stale")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public RestResponse<AppealView> withdraw(
            @RestPath UUID appealId,
            @RestHeader(IF_MATCH) @Nullable Revision expected,
            @Valid @NotNull Withdraw withdraw) {
        return answer(appeals.withdrawn(appealId, expected, withdraw.reason()));
    }

    private static RestResponse<AppealView> answer(AppealView appeal) {
        return ResponseBuilder.ok(appeal)
                .header("ETag", new Revision(appeal.revision()).etag())
                .build();
    }
}
