package org.superbill.coding.training;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codingcase.CodingRequest;
import org.superbill.servicekit.idempotency.Idempotent;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.security.Caller;

@Path("/api/v1/coding-training")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
@Idempotent
@Tag(name = "Coding training", description = "Practice cases with a right answer; nothing of them reaches billing")
class TrainingResource {
    private static final String ATTEMPT = """
            {"diagnoses":["J02.9"],"lines":[{"lineNumber":1,"procedureCode":"99213","units":1,"diagnosisPointers":[1]}]}""";

    private final Training training;
    private final Caller caller;

    TrainingResource(Training training, Caller caller) {
        this.training = training;
        this.caller = caller;
    }

    @POST
    @Path("cases")
    @PermissionsAllowed("coding-training:write")
    @Operation(operationId = "addPracticeCase", summary = "Add a practice case with its right answer")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = PracticeCaseDetails.class),
                            examples = @ExampleObject(name = "strep", value = PracticeCaseDetails.EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "The case, as those see it who practise",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = PracticeCaseView.class),
                            examples = @ExampleObject(name = "strep", value = PracticeCaseView.EXAMPLE)))
    @APIResponse(
            responseCode = "422",
            description = "The rules find errors in the right answer; errors[] names each with its place")
    public RestResponse<PracticeCaseView> add(@Valid @NotNull PracticeCaseDetails details) {
        var added = training.add(details);
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, added)
                .location(URI.create("/api/v1/coding-training/cases/" + added.id()))
                .build();
    }

    @GET
    @Path("cases")
    @PermissionsAllowed("coding-training:read")
    @Operation(operationId = "listPracticeCases", summary = "List the practice cases in use, without their answers")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = PracticeCaseView.Listed.class),
                            examples = @ExampleObject(name = "one", value = PracticeCaseView.PAGE_EXAMPLE)))
    public Page<PracticeCaseView> list(@BeanParam PageRequest page) {
        return training.list(page);
    }

    @GET
    @Path("cases/{practiceCaseId}")
    @PermissionsAllowed("coding-training:read")
    @Operation(operationId = "readPracticeCase", summary = "Read a practice case, without its answer")
    @APIResponse(
            responseCode = "200",
            description = "The case",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = PracticeCaseView.class),
                            examples = @ExampleObject(name = "strep", value = PracticeCaseView.EXAMPLE)))
    @APIResponse(responseCode = "404", description = "No such practice case")
    public PracticeCaseView read(@RestPath UUID practiceCaseId) {
        return training.read(practiceCaseId);
    }

    @POST
    @Path("cases/{practiceCaseId}/retire")
    @PermissionsAllowed("coding-training:write")
    @Operation(operationId = "retirePracticeCase", summary = "Use a practice case no more; attempts are kept")
    @APIResponse(
            responseCode = "200",
            description = "Retired",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = PracticeCaseView.class),
                            examples = @ExampleObject(name = "strep", value = PracticeCaseView.EXAMPLE)))
    @APIResponse(responseCode = "404", description = "No such practice case")
    public RestResponse<PracticeCaseView> retire(@RestPath UUID practiceCaseId) {
        return RestResponse.ok(training.retire(practiceCaseId));
    }

    @POST
    @Path("cases/{practiceCaseId}/attempts")
    @PermissionsAllowed("coding-training:practise")
    @Operation(
            operationId = "attemptPracticeCase",
            summary = "Code a practice case; the answer has the score, the errors and what is right",
            description = "Scored as audits are. The first attempt at a case counts for the caller's accuracy.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CodingRequest.class),
                            examples = @ExampleObject(name = "strep", value = ATTEMPT)))
    @APIResponse(
            responseCode = "201",
            description = "Scored",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = PracticeAttemptView.class),
                            examples = @ExampleObject(name = "strep", value = PracticeAttemptView.EXAMPLE)))
    @APIResponse(responseCode = "404", description = "No such practice case")
    @APIResponse(responseCode = "409", description = "It is retired")
    public RestResponse<PracticeAttemptView> attempt(
            @RestPath UUID practiceCaseId, @Valid @NotNull CodingRequest coding) {
        return RestResponse.status(RestResponse.Status.CREATED, training.attempt(practiceCaseId, coding.coding()));
    }

    @GET
    @Path("progress")
    @PermissionsAllowed("coding-training:read")
    @Operation(
            operationId = "readPracticeProgress",
            summary = "Read how far a coder is in practice, and whether real cases may come")
    @APIResponse(
            responseCode = "200",
            description = "The progress",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = PracticeProgress.class),
                            examples = @ExampleObject(name = "Ann", value = PracticeProgress.EXAMPLE)))
    public PracticeProgress progress(
            @Parameter(description = "The subject of a coder's token; the caller's when absent", example = "ann")
                    @RestQuery
                    @Nullable
                    @Size(min = 1, max = 100)
                    String coder) {
        return training.progress(coder == null ? caller.subject() : coder);
    }
}
