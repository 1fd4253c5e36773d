package org.superbill.billing.edittable;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.idempotency.Idempotent;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.request.FileName;

@Path("/api/v1/edit-tables")
@Produces(MediaType.APPLICATION_JSON)
@Idempotent
@Tag(name = "Edit tables", description = "CMS's tables for the edits of claims, loaded exactly as they are published")
class EditTableResource {
    private static final String NAMELESS = "file";
    private static final String RELEASE = """
            {"table":"ncci-practitioner","release":"2024q3","effectiveFrom":"2024-07-01","rows":2546017,
            "parts":[{"part":"whole","fileName":"ncci_ptp_practitioner_2024q3.csv.gz","sha256":"9f86d081884c7d65","rows":2546017}],
            "loadedAt":"2026-03-02T15:00:00Z","activatedAt":"2026-03-02T15:00:09Z","active":true}""";

    private static final String OUTCOME = """
            {"rows":2546017,"changed":true,"releases":[{"table":"ncci-practitioner","release":"2024q3","effectiveFrom":"2024-07-01","part":"whole","rows":2546017,
            "complete":true,"comparedWith":"2024q2","added":31877,"revised":12,"deleted":0,"changed":true,"active":false}]}""";

    private final EditTableFiles files;
    private final EditTableReleases releases;

    EditTableResource(EditTableFiles files, EditTableReleases releases) {
        this.files = files;
        this.releases = releases;
    }

    /**
     * A table and what is loaded of it.
     *
     * @param releases newest first
     */
    @Schema(name = "EditTable")
    record TableView(EditTable table, String title, List<EditTableRelease> releases) {}

    /** The releases of a table. */
    @Schema(name = "EditTableReleases")
    record ReleasesView(List<EditTableRelease> items) {}

    /** All tables. */
    @Schema(name = "EditTables")
    record TablesView(List<TableView> items) {}

    @GET
    @PermissionsAllowed("code:read")
    @Operation(operationId = "listEditTables", summary = "The tables that edits read, with their releases")
    @APIResponse(
            responseCode = "200",
            description = "All of them",
            content =
                    @Content(
                            schema = @Schema(implementation = TablesView.class),
                            examples =
                                    @ExampleObject(
                                            name = "one",
                                            value =
                                                    "{\"items\":[{\"table\":\"ncci-practitioner\",\"title\":\"NCCI procedure-to-procedure edits, practitioner services\",\"releases\":["
                                                            + RELEASE + "]}]}")))
    public TablesView tables() {
        var loaded = releases.list();
        return new TablesView(Arrays.stream(EditTable.values())
                .map(table -> new TableView(
                        table,
                        table.title(),
                        loaded.stream()
                                .filter(release -> release.table() == table)
                                .toList()))
                .toList());
    }

    @POST
    @Consumes("*/*")
    @PermissionsAllowed("code-release:load")
    @Operation(
            operationId = "loadEditTable",
            summary = "Load a file of CMS, or see what loading it would change",
            description =
                    "The file as published: text or CSV, gzip or zip, with or without effective dates. What it is, is told by its columns; the quarter, and which of two tables with the"
                            + " same columns, by its name or by the parameters. Loaded whole in one transaction or not at all; a release is used by no edit until it is"
                            + " activated. The same rows again change nothing and answer 200.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary"),
                            examples =
                                    @ExampleObject(
                                            name = "its beginning",
                                            value =
                                                    "HCPCS/CPT Code,Practitioner Services MUE Values,MUE Adjudication Indicator,MUE Rationale\nG0299,6,3 Date of Service Edit: Clinical,Clinical: Data\n")))
    @APIResponse(
            responseCode = "201",
            description = "Loaded",
            content =
                    @Content(
                            schema = @Schema(implementation = EditTableOutcome.class),
                            examples = @ExampleObject(name = "a quarter", value = OUTCOME)))
    @APIResponse(
            responseCode = "200",
            description = "A preview, or rows that had been loaded before",
            content =
                    @Content(
                            schema = @Schema(implementation = EditTableOutcome.class),
                            examples = @ExampleObject(name = "a preview", value = OUTCOME)))
    @APIResponse(responseCode = "409", description = "edit-table-release-differs")
    @APIResponse(
            responseCode = "422",
            description =
                    "edit-table-file-unknown, edit-table-file-unreadable, edit-table-file-invalid, edit-table-name-needed")
    public RestResponse<EditTableOutcome> load(
            @Parameter(description = "Which table, where several have these columns", example = "ncci-outpatient")
                    @RestQuery
                    @Nullable
                    String table,
            @Parameter(
                            description =
                                    "The label of the release, where the name does not say it or another is wanted",
                            example = "2024q3")
                    @RestQuery
                    @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,39}")
                    @Nullable
                    String release,
            @Parameter(description = "Its first day, where the name does not say it", example = "2024-07-01")
                    @RestQuery
                    @Nullable
                    LocalDate effectiveFrom,
            @Parameter(description = "Only read and compare: nothing is written") @RestQuery @DefaultValue("false")
                    boolean preview,
            @Parameter(description = "attachment; filename=\"the name of the file\"")
                    @RestHeader("Content-Disposition")
                    @Nullable
                    String disposition,
            InputStream content) {
        var outcome = files.take(
                content,
                new EditTableFiles.Wanted(
                        FileName.in(disposition).orElse(NAMELESS),
                        table == null ? null : inPath(table),
                        release,
                        effectiveFrom,
                        preview));
        return ResponseBuilder.ok(outcome)
                .status(outcome.changed() && !preview ? RestResponse.Status.CREATED : RestResponse.Status.OK)
                .build();
    }

    @GET
    @Path("{table}/releases")
    @PermissionsAllowed("code:read")
    @Operation(operationId = "listEditTableReleases", summary = "The releases of a table, newest first")
    @APIResponse(
            responseCode = "200",
            description = "Also those that are loaded but not active",
            content =
                    @Content(
                            schema = @Schema(implementation = ReleasesView.class),
                            examples = @ExampleObject(name = "one", value = "{\"items\":[" + RELEASE + "]}")))
    @APIResponse(responseCode = "404", description = "edit-table-unknown")
    public ReleasesView releases(@RestPath String table) {
        return new ReleasesView(releases.list(inPath(table)));
    }

    @POST
    @Path("{table}/releases/{release}/activate")
    @PermissionsAllowed("code-release:load")
    @Operation(
            operationId = "activateEditTable",
            summary = "Put a loaded release in use",
            description =
                    "At once and whole here, within seconds in every other replica. One that is in use already stays so.")
    @APIResponse(
            responseCode = "200",
            description = "In use",
            content =
                    @Content(
                            schema = @Schema(implementation = EditTableRelease.class),
                            examples = @ExampleObject(name = "active", value = RELEASE)))
    @APIResponse(responseCode = "404", description = "edit-table-unknown, edit-table-release-not-found")
    @APIResponse(responseCode = "409", description = "edit-table-release-incomplete")
    public EditTableRelease activate(@RestPath String table, @RestPath String release) {
        return releases.activate(inPath(table), release);
    }

    @POST
    @Path("{table}/releases/{release}/rollback")
    @PermissionsAllowed("code-release:load")
    @Operation(
            operationId = "rollBackEditTable",
            summary = "Take a loaded release back, as if it had never been loaded",
            description = "The releases around it are in use on its days again; other tables are not touched.")
    @APIResponse(
            responseCode = "200",
            description = "The release as it was",
            content =
                    @Content(
                            schema = @Schema(implementation = EditTableRelease.class),
                            examples = @ExampleObject(name = "taken back", value = RELEASE)))
    @APIResponse(responseCode = "404", description = "edit-table-unknown, edit-table-release-not-found")
    public EditTableRelease rollBack(@RestPath String table, @RestPath String release) {
        return releases.rollBack(inPath(table), release);
    }

    /** @throws Problem {@code EDIT_TABLE_UNKNOWN} */
    private static EditTable inPath(String table) {
        return EditTable.of(table)
                .orElseThrow(
                        () -> new Problem(EditTableProblem.EDIT_TABLE_UNKNOWN, "None of the tables has this name"));
    }
}
