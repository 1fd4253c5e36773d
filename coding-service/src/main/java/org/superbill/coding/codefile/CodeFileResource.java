package org.superbill.coding.codefile;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.InputStream;
import java.time.LocalDate;
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
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.idempotency.Idempotent;
import org.superbill.servicekit.request.FileName;

@Path("/api/v1/code-files")
@Produces(APPLICATION_JSON)
@Idempotent
@Tag(name = "Code files", description = "Official files, loaded exactly as they are published")
class CodeFileResource {
    private static final String EXAMPLE = """
            {"kind":"icd-10-cm-order-zip","release":"2027","effectiveFrom":"2026-10-01","rows":98600,"added":414,"revised":45,"deleted":28,"changed":true,\
            "releases":[{"system":"icd-10-cm","release":"2027","effectiveFrom":"2026-10-01","codes":98600,"comparedWith":"2026","added":414,"revised":45,"deleted":28,\
            "changed":true,"active":false,"changes":{"added":["A05.1"],"revised":["B88.0"],"deleted":["C50.9"]}}]}""";

    private final CodeFiles files;

    CodeFileResource(CodeFiles files) {
        this.files = files;
    }

    @GET
    @PermissionsAllowed("code:read")
    @Operation(operationId = "listCodeFileKinds", summary = "List the kinds of official files that can be loaded")
    @APIResponse(
            responseCode = "200",
            description = "Their names",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class),
                            examples = @ExampleObject(name = "two", value = "[\"carc-rarc\",\"icd-10-cm-order-zip\"]")))
    public List<String> kinds() {
        return files.kinds();
    }

    @POST
    @Consumes("*/*")
    @PermissionsAllowed("code-release:load")
    @Operation(
            operationId = "loadCodeFile",
            summary = "Load an official file, or see what loading it would change",
            description =
                    "The file as published, gzip or not; what it is is told by its content. Loaded whole in one transaction or not at all; a release is seen by nobody until it"
                            + " is activated. The same content again changes nothing and answers 200.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = SchemaType.STRING, format = "binary"),
                            examples =
                                    @ExampleObject(
                                            name = "a table of CMS, its beginning",
                                            value =
                                                    "\"pos_code\",\"pos_type\",\"pos_name\",\"pos_description\"\n\"11\",\"Non-Facility\",\"Office\",\"…\"\n")))
    @APIResponse(
            responseCode = "201",
            description = "Loaded",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = FileOutcome.class),
                            examples = @ExampleObject(name = "a new year", value = EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "A preview, or a file that had been loaded before",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = FileOutcome.class),
                            examples = @ExampleObject(name = "a preview", value = EXAMPLE)))
    @APIResponse(responseCode = "409", description = "The release is loaded already, with other content")
    @APIResponse(responseCode = "413", description = "The file is too large")
    @APIResponse(
            responseCode = "422",
            description = "The file is unknown, damaged, not for this service, or has rows that cannot be loaded")
    public RestResponse<FileOutcome> load(
            @Parameter(
                            description =
                                    "The label of the release, where the file does not say it or another is wanted",
                            example = "2027")
                    @RestQuery
                    @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,39}")
                    @Nullable
                    String release,
            @Parameter(description = "Its first day, where the file does not say it", example = "2026-10-01")
                    @RestQuery
                    @Nullable
                    LocalDate effectiveFrom,
            @Parameter(description = "Only read and compare: nothing is written") @RestQuery @DefaultValue("false")
                    boolean preview,
            @Parameter(
                            description =
                                    "attachment; filename=\"the name of the file\", which may say the year where the content does not")
                    @RestHeader("Content-Disposition")
                    @Nullable
                    String disposition,
            InputStream content) {
        var outcome = files.take(
                content, FileName.in(disposition).orElse(null), new FileLoad(release, effectiveFrom, preview));
        return outcome.changed() && !preview
                ? RestResponse.ResponseBuilder.ok(outcome)
                        .status(RestResponse.Status.CREATED)
                        .build()
                : RestResponse.ok(outcome);
    }
}
