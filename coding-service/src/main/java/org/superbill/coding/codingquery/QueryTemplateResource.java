package org.superbill.coding.codingquery;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.audit.Audited;
import org.superbill.servicekit.idempotency.Idempotent;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.revision.Revision;

@Path("/api/v1/coding-query-templates")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
@Idempotent
@Tag(
        name = "Coding query templates",
        description = "What queries begin with: those that ship, and the organization's own")
class QueryTemplateResource {
    private final QueryTemplates templates;

    QueryTemplateResource(QueryTemplates templates) {
        this.templates = templates;
    }

    @GET
    @PermissionsAllowed("coding-query:read")
    @Operation(operationId = "listCodingQueryTemplates", summary = "List templates, those that ship first")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = QueryTemplateView.Listed.class),
                            examples = @ExampleObject(name = "one", value = QueryTemplateView.PAGE_EXAMPLE)))
    public Page<QueryTemplateView> list(@BeanParam PageRequest page) {
        return templates.list(page);
    }

    @GET
    @Path("{templateId}")
    @PermissionsAllowed("coding-query:read")
    @Operation(operationId = "readCodingQueryTemplate", summary = "Read a template")
    @APIResponse(
            responseCode = "200",
            description = "The template",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = QueryTemplateView.class),
                            examples = @ExampleObject(name = "laboratory", value = QueryTemplateView.EXAMPLE)))
    @APIResponse(responseCode = "404", description = "No such template")
    public RestResponse<QueryTemplateView> read(@RestPath UUID templateId) {
        var template = templates.read(templateId);
        return ResponseBuilder.ok(template).header("ETag", template.etag()).build();
    }

    @POST
    @Audited("query-template")
    @PermissionsAllowed("coding-query-template:write")
    @Operation(
            operationId = "addCodingQueryTemplate",
            summary = "Add a template of the organization's own",
            description = "It may neither lead to an answer nor speak of payment or quality scores.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = QueryTemplateText.class),
                            examples = @ExampleObject(name = "laboratory", value = QueryTemplateText.EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "The template",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = QueryTemplateView.class),
                            examples = @ExampleObject(name = "laboratory", value = QueryTemplateView.EXAMPLE)))
    @APIResponse(responseCode = "422", description = "It is not compliant; errors[] names each reason")
    public RestResponse<QueryTemplateView> add(@Valid @NotNull QueryTemplateText text) {
        var template = templates.add(text);
        return ResponseBuilder.create(RestResponse.Status.CREATED, template)
                .location(URI.create("/api/v1/coding-query-templates/" + template.id()))
                .header("ETag", template.etag())
                .build();
    }

    @PUT
    @Path("{templateId}")
    @Audited("query-template")
    @PermissionsAllowed("coding-query-template:write")
    @Operation(
            operationId = "changeCodingQueryTemplate",
            summary = "Change a template of the organization's own; queries made from it stay as they are")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = QueryTemplateText.class),
                            examples = @ExampleObject(name = "laboratory", value = QueryTemplateText.EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "The template",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = QueryTemplateView.class),
                            examples = @ExampleObject(name = "laboratory", value = QueryTemplateView.EXAMPLE)))
    @APIResponse(responseCode = "404", description = "No such template")
    @APIResponse(responseCode = "409", description = "The template comes with Superbill")
    @APIResponse(responseCode = "412", description = "If-Match is stale")
    @APIResponse(responseCode = "422", description = "It is not compliant; errors[] names each reason")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public RestResponse<QueryTemplateView> change(
            @RestPath UUID templateId,
            @RestHeader("If-Match") @Nullable Revision expected,
            @Valid @NotNull QueryTemplateText text) {
        var template = templates.change(templateId, text, expected);
        return ResponseBuilder.ok(template).header("ETag", template.etag()).build();
    }
}
