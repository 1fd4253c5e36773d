package org.superbill.billing.coveragelist;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import org.superbill.billing.reference.Registered;
import org.superbill.servicekit.audit.Audited;
import org.superbill.servicekit.idempotency.Idempotent;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.revision.Revision;

@Path("/api/v1/coverage-lists")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Edits", description = "What claims are checked for, and by which rules and lists")
@Idempotent
class CoverageListResource {
    private static final String LIST = """
            {"id":"0199d0a0-0000-7000-8000-000000000091","number":"L33777","title":"Removal of skin lesions","source":"A contractor's determination","effectiveFrom":"2026-01-01",\
            "procedures":14,"sha256":"0f5d1c2f6d7e…","loadedBy":"manager","loadedAt":"2026-03-02T15:00:00Z"}""";
    private static final String NEW = """
            {"number":"L33777","title":"Removal of skin lesions","source":"A contractor's determination","effectiveFrom":"2026-01-01",\
            "csv":"procedure,diagnosis,effect\\n11400,D22.5,covered\\n11400,L57-L59,not-covered\\n"}""";

    private final CoverageListUse lists;

    CoverageListResource(CoverageListUse lists) {
        this.lists = lists;
    }

    /** A list to load. */
    @Schema(name = "NewCoverageList")
    record New(
            @NotBlank @Size(max = 40) @Pattern(regexp = "[A-Za-z0-9. _-]+")
            String number,

            @NotBlank @Size(max = 200) String title,

            @Schema(description = "Who published it, with its section; findings name it") @NotBlank @Size(max = 300)
            String source,

            @Schema(description = "Whose list it is; without one it counts for every payer")
            @Nullable
            @Registered(Registered.As.PAYER)
            UUID payerId,

            @NotNull LocalDate effectiveFrom,
            @Nullable LocalDate effectiveTo,

            @Schema(
                    description =
                            "Header procedure,diagnosis and, if wanted, effect (covered or not-covered). A diagnosis is a code, a category or a range")
            @NotBlank
            @Size(max = 900_000)
            String csv) {
        NewList list() {
            return new NewList(number, title, source, payerId, effectiveFrom, effectiveTo, csv);
        }
    }

    @POST
    @Audited("coverage-list")
    @PermissionsAllowed("edit-rule:write")
    @Operation(
            operationId = "loadCoverageList",
            summary = "Load the diagnoses for which a payer covers procedures",
            description =
                    "Whole or not at all, in force at once. Of one number and payer a list with a later first day ends the one before. The same content again answers 200.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = New.class),
                            examples = @ExampleObject(name = "a determination", value = NEW)))
    @APIResponse(
            responseCode = "201",
            description = "Loaded",
            content =
                    @Content(
                            schema = @Schema(implementation = CoverageListView.class),
                            examples = @ExampleObject(name = "list", value = LIST)))
    @APIResponse(
            responseCode = "200",
            description = "Was loaded before",
            content =
                    @Content(
                            schema = @Schema(implementation = CoverageListView.class),
                            examples = @ExampleObject(name = "list", value = LIST)))
    @APIResponse(responseCode = "409", description = "coverage-list-differs")
    @APIResponse(responseCode = "422", description = "coverage-list-rows-invalid")
    public RestResponse<CoverageListView> load(@Valid @NotNull New given) {
        var loaded = lists.load(given.list());
        return ResponseBuilder.create(
                        loaded.isNew() ? RestResponse.Status.CREATED : RestResponse.Status.OK, loaded.list())
                .location(URI.create("/api/v1/coverage-lists/" + loaded.list().id()))
                .header("ETag", loaded.list().etag())
                .build();
    }

    @GET
    @PermissionsAllowed("claim:read")
    @Operation(operationId = "listCoverageLists", summary = "Coverage lists in the order in which they were loaded")
    @APIResponse(
            responseCode = "200",
            description = "A page of lists, withdrawn ones too",
            content =
                    @Content(
                            schema = @Schema(implementation = CoverageListView.Listed.class),
                            examples = @ExampleObject(name = "lists", value = "{\"items\":[" + LIST + "]}")))
    public Page<CoverageListView> list(@BeanParam PageRequest page) {
        return lists.list(page);
    }

    @GET
    @Path("{listId}")
    @PermissionsAllowed("claim:read")
    @Operation(operationId = "getCoverageList", summary = "A coverage list")
    @APIResponse(
            responseCode = "200",
            description = "The list; its ETag is what a write names in If-Match",
            content =
                    @Content(
                            schema = @Schema(implementation = CoverageListView.class),
                            examples = @ExampleObject(name = "list", value = LIST)))
    @APIResponse(responseCode = "404", description = "coverage-list-not-found")
    public RestResponse<CoverageListView> get(@RestPath UUID listId) {
        return answer(lists.get(listId));
    }

    @POST
    @Path("{listId}/withdraw")
    @Audited("coverage-list")
    @PermissionsAllowed("edit-rule:write")
    @Operation(operationId = "withdrawCoverageList", summary = "Take a list out of force, as if it had not been loaded")
    @APIResponse(
            responseCode = "200",
            description = "Withdrawn",
            content =
                    @Content(
                            schema = @Schema(implementation = CoverageListView.class),
                            examples = @ExampleObject(name = "list", value = LIST)))
    @APIResponse(responseCode = "404", description = "coverage-list-not-found")
    @APIResponse(responseCode = "412", description = "stale")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public RestResponse<CoverageListView> withdraw(
            @RestPath UUID listId, @RestHeader("If-Match") @Nullable Revision expected) {
        return answer(lists.withdraw(listId, expected));
    }

    private static RestResponse<CoverageListView> answer(CoverageListView list) {
        return ResponseBuilder.ok(list).header("ETag", list.etag()).build();
    }
}
