package org.superbill.coding.codeindex;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codesystem.CodeSystemParameters;

@Path("/api/v1/code-index")
@Produces(APPLICATION_JSON)
@Tag(
        name = "Code index",
        description = "The Alphabetic Index of ICD-10-CM with its tables of neoplasms, drugs and external causes")
class CodeIndexResource {
    private static final int LONGEST = 200;
    private static final String TERM = """
            {"id":3012345,"table":"alphabetic","release":"2025-04","level":1,"title":"heart","path":"Attack, heart","see":"Infarct, myocardium","codes":[],"hasSubterms":false}""";
    private static final String CODED = """
            {"id":3039120,"table":"alphabetic","release":"2025-04","level":1,"title":"myocardium, myocardial","modifiers":"(acute) (with stated duration of 4 weeks or less)",\
            "path":"Infarct, infarction, myocardium, myocardial","codes":[{"code":"I21.9","needsMoreCharacters":false,"display":"Acute myocardial infarction, unspecified",\
            "billable":true,"validOnDate":true}],"hasSubterms":true}""";

    private final CodeIndex index;
    private final Clock clock;

    CodeIndexResource(CodeIndex index, Clock clock) {
        this.index = index;
        this.clock = clock;
    }

    @GET
    @PermissionsAllowed("code:read")
    @Operation(
            operationId = "searchCodeIndex",
            summary = "Look terms up in the index, or leaf through its main terms",
            description =
                    "With q the terms whose path has all words, each at least by its beginning, main terms first: \"pain, knee\". Without it the main terms of one"
                            + " table, in index order, page by page. Codes are judged as of the date: the index may name one that is not valid then.")
    @APIResponse(
            responseCode = "200",
            description = "Terms",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CodeIndexListView.class),
                            examples = @ExampleObject(name = "attack heart", value = "{\"items\":[" + TERM + "]}")))
    @APIResponse(responseCode = "400", description = "A parameter is not valid")
    public CodeIndexListView search(
            @Parameter(description = "Words, or their beginnings", example = "attack, heart")
                    @RestQuery
                    @Nullable
                    @Size(max = LONGEST)
                    String q,
            @Parameter(
                            description = "One table only; all of them when absent. Needed without q",
                            schema = @Schema(implementation = CodeIndexTable.class))
                    @RestQuery
                    @Nullable
                    String table,
            @Parameter(
                            description = "The date of service; today when absent",
                            example = "2026-03-02",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @RestQuery
                    @Nullable
                    String on,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit,
            @Parameter(description = "The nextCursor of the page before; only without q") @RestQuery @Nullable
                    String cursor) {
        var day = CodeSystemParameters.day(on, clock);
        var wanted = table == null ? null : table(table);
        if (q != null && !q.isBlank()) {
            return new CodeIndexListView(index.search(q, wanted, day, limit), null);
        }
        if (wanted == null) {
            throw CodeSystemParameters.invalid("?table", "required", "table is missing, or q");
        }
        var page = index.mainTerms(wanted, after(cursor), day, limit + 1);
        return page.size() <= limit
                ? new CodeIndexListView(page, null)
                : new CodeIndexListView(
                        page.subList(0, limit),
                        Long.toString(page.get(limit - 1).id()));
    }

    @GET
    @Path("tables")
    @PermissionsAllowed("code:read")
    @Operation(
            operationId = "listCodeIndexTables",
            summary = "List the tables of the index with their releases in force")
    @APIResponse(
            responseCode = "200",
            description = "All that are loaded",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(type = SchemaType.ARRAY, implementation = CodeIndexTableView.class),
                            examples =
                                    @ExampleObject(
                                            name = "one",
                                            value =
                                                    "[{\"table\":\"drugs\",\"title\":\"Table of Drugs and Chemicals\",\"release\":\"2026\",\"effectiveFrom\":\"2025-10-01\",\"terms\":7430}]")))
    public List<CodeIndexTableView> tables(
            @Parameter(
                            description = "The date of service; today when absent",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @RestQuery
                    @Nullable
                    String on) {
        return index.tables(CodeSystemParameters.day(on, clock));
    }

    @GET
    @Path("terms/{id}")
    @PermissionsAllowed("code:read")
    @Operation(
            operationId = "readCodeIndexEntry",
            summary = "Read a term with the terms above and under it and those that it points to")
    @APIResponse(
            responseCode = "200",
            description = "The entry",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CodeIndexEntryView.class),
                            examples =
                                    @ExampleObject(
                                            name = "attack, heart",
                                            value = "{\"term\":" + TERM + ",\"above\":[],\"subterms\":[],\"see\":["
                                                    + CODED + "]}")))
    @APIResponse(responseCode = "404", description = "No such term")
    public CodeIndexEntryView read(
            @RestPath long id,
            @Parameter(
                            description = "The date of service; today when absent",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @RestQuery
                    @Nullable
                    String on) {
        return index.entry(id, CodeSystemParameters.day(on, clock));
    }

    private static CodeIndexTable table(String id) {
        return CodeIndexTable.of(id)
                .orElseThrow(() -> CodeSystemParameters.invalid(
                        "?table", "unknown-table", "table is one of alphabetic, external-causes, neoplasms, drugs"));
    }

    private static long after(@Nullable String cursor) {
        try {
            return cursor == null || cursor.isEmpty() ? 0 : Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw CodeSystemParameters.invalid("?cursor", "unknown-cursor", "cursor is not the nextCursor of a page");
        }
    }
}
