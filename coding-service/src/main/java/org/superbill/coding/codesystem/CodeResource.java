package org.superbill.coding.codesystem;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Clock;
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

@Path("/api/v1/codes/{system}/{code}")
@Produces(APPLICATION_JSON)
@Tag(name = "Codes", description = "Finding codes and what they mean on a day")
class CodeResource {
    private static final String GOVERNING_DAY =
            "The day that governs the code, today when absent: for ICD-10 of a hospital inpatient the date of discharge, for all else the date of service";

    private final CodeDetails details;
    private final CodeTree tree;
    private final Clock clock;

    CodeResource(CodeDetails details, CodeTree tree, Clock clock) {
        this.details = details;
        this.tree = tree;
        this.clock = clock;
    }

    @GET
    @PermissionsAllowed("code:read")
    @Operation(
            operationId = "readCode",
            summary = "Read a code as of a day",
            description =
                    "A code that exists, but not on that day, is answered with validOnDate false; a deleted one with invalidSince and the codes that took its place.")
    @APIResponse(
            responseCode = "200",
            description = "The code",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CodeView.class),
                            examples = {
                                @ExampleObject(name = "a diagnosis", value = """
                                                    {"system":"icd-10-cm","code":"J06.9","display":"Acute upper respiratory infection, unspecified","longDescription":\
                                                    "Acute upper respiratory infection, unspecified","billable":true,"header":false,"parent":"J06",\
                                                    "chapter":{"code":"10","display":"Diseases of the respiratory system"},"block":{"code":"J00-J06","display":\
                                                    "Acute upper respiratory infections"},"category":{"code":"J06","display":\
                                                    "Acute upper respiratory infections of multiple and unspecified sites"},"seventhCharacter":false,"validOnDate":true,\
                                                    "validFrom":"2024-10-01","release":"2026","source":"CMS, ICD-10-CM order file, fiscal year 2026","licence":\
                                                    "US-government work, public domain (17 U.S.C. 105)","warnings":[]}"""),
                                @ExampleObject(name = "one that became a header", value = """
                                                    {"system":"icd-10-cm","code":"B88.0","display":"Other acariasis","longDescription":"Other acariasis","billable":false,\
                                                    "header":true,"parent":"B88","seventhCharacter":false,"validOnDate":true,"validFrom":"2024-10-01","replacedBy":[{"code":\
                                                    "B88.01","effectiveOn":"2025-10-01"},{"code":"B88.09","effectiveOn":"2025-10-01"}],"release":"2026","source":\
                                                    "CMS, ICD-10-CM order file, fiscal year 2026","licence":"US-government work, public domain (17 U.S.C. 105)","warnings":[]}""")
                            }))
    @APIResponse(responseCode = "400", description = "The date is not a date")
    @APIResponse(responseCode = "404", description = "No such system, or no loaded release has the code")
    public CodeView read(
            @Parameter(description = "One of GET /code-systems", example = "icd-10-cm") @RestPath String system,
            @Parameter(description = "With or without the dot", example = "J06.9") @RestPath String code,
            @Parameter(
                            description = GOVERNING_DAY,
                            example = "2026-03-02",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @RestQuery
                    @Nullable
                    String on) {
        return details.read(CodeSystemParameters.inPath(system), code, CodeSystemParameters.day(on, clock));
    }

    @GET
    @Path("children")
    @PermissionsAllowed("code:read")
    @Operation(
            operationId = "listCodeChildren",
            summary = "List the codes that stand directly under a code on a day",
            description =
                    "In the order of the release. A code that is whole only with a seventh character has those codes under it.")
    @APIResponse(
            responseCode = "200",
            description = "A page of them",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CodeTreeView.class),
                            examples = @ExampleObject(name = "of a fracture", value = """
                                                    {"items":[{"kind":"code","id":"code:S6701XA","code":"S67.01XA","display":"Crushing injury of right thumb, initial encounter",\
                                                    "billable":true,"hasChildren":false}]}""")))
    @APIResponse(responseCode = "404", description = "No such system or code on that day")
    public CodeTreeView children(
            @RestPath String system,
            @RestPath String code,
            @Parameter(
                            description = GOVERNING_DAY,
                            example = "2026-03-02",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @RestQuery
                    @Nullable
                    String on,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit,
            @Parameter(description = "The nextCursor of the page before") @RestQuery @Nullable String cursor) {
        var nodes = tree.under(
                CodeSystemParameters.inPath(system),
                TreeNode.Kind.CODE.id(code),
                CodeSystemParameters.day(on, clock),
                TextCursor.position(cursor),
                limit + 1);
        return CodeTreeView.of(nodes, limit);
    }
}
