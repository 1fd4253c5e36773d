package org.superbill.coding.codesystem;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
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
import org.superbill.servicekit.idempotency.Idempotent;
import org.superbill.servicekit.packing.Spool;

@Path("/api/v1/code-systems")
@Idempotent
@Tag(name = "Code systems", description = "The code systems, their releases, and loading one's own")
class CodeSystemResource {
    private static final String RELEASE_EXAMPLE = """
            {"system":"cpt","release":"sandbox","effectiveFrom":"2026-01-01","codes":12,"sha256":"0f5d1c2f6d7e…","source":"loaded over the API",\
            "licence":"as its owner is licensed","active":true,"loadedAt":"2026-03-02T15:00:00Z","activatedAt":"2026-03-02T15:00:01Z"}""";

    private final CodeReleases releases;
    private final Codes codes;
    private final Clock clock;

    CodeSystemResource(CodeReleases releases, Codes codes, Clock clock) {
        this.releases = releases;
        this.codes = codes;
        this.clock = clock;
    }

    @GET
    @PermissionsAllowed("code:read")
    @Operation(
            operationId = "listCodeSystems",
            summary = "List the code systems and which release of each is in force today")
    @APIResponse(
            responseCode = "200",
            description = "All of them",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(type = SchemaType.ARRAY, implementation = CodeSystemView.class),
                            examples =
                                    @ExampleObject(
                                            name = "one",
                                            value =
                                                    "[{\"system\":\"icd-10-cm\",\"title\":\"ICD-10-CM, diagnoses\",\"inForce\":\"2026\"}]")))
    public List<CodeSystemView> systems() {
        var today = LocalDate.now(clock);
        var active = codes.releases();
        return Arrays.stream(CodeSystem.values())
                .map(system -> new CodeSystemView(
                        system,
                        system.title(),
                        active.of(system).inForce(today).map(CodeRelease::label).orElse(null)))
                .toList();
    }

    @GET
    @Path("{system}/releases")
    @PermissionsAllowed("code:read")
    @Operation(operationId = "listCodeReleases", summary = "List the releases of a code system, newest first")
    @APIResponse(
            responseCode = "200",
            description = "Also those that are loaded but not active",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(type = SchemaType.ARRAY, implementation = CodeReleaseView.class),
                            examples = @ExampleObject(name = "one", value = "[" + RELEASE_EXAMPLE + "]")))
    @APIResponse(responseCode = "404", description = "No such system")
    public List<CodeReleaseView> releases(@RestPath String system) {
        return releases.list(CodeSystemParameters.inPath(system)).stream()
                .map(CodeReleaseView::of)
                .toList();
    }

    @GET
    @Path("{system}/releases/{release}/file")
    @Produces("text/tab-separated-values")
    @PermissionsAllowed("code:read")
    @Operation(
            operationId = "readCodeReleaseFile",
            summary = "Fetch a whole release as one file",
            description =
                    "One line a code in the order of the release, fields parted by tabs: code, B (billable) or H (header), short description, long description (empty when equal to"
                            + " the short one), first day, last day, and where there are any, attributes as JSON. Its SHA-256 is that of the release.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content =
                    @Content(
                            mediaType = "text/tab-separated-values",
                            schema = @Schema(type = SchemaType.STRING),
                            examples =
                                    @ExampleObject(
                                            name = "two codes",
                                            value =
                                                    "J06\tH\tAcute upper resp infections of multiple and unsp sites\tAcute upper respiratory infections of multiple and unspecified sites\t\t\nZ23\tB\tEncounter for immunization\t\t\t\n")))
    @APIResponse(responseCode = "404", description = "No such system or release")
    public StreamingOutput file(@RestPath String system, @RestPath String release) {
        var found = releases.get(CodeSystemParameters.inPath(system), release);
        return out -> Spool.through(out, file -> releases.write(found, file));
    }

    @POST
    @Path("{system}/releases")
    @Consumes("text/csv")
    @PermissionsAllowed("code-release:load")
    @Operation(
            operationId = "loadCodeRelease",
            summary = "Load a release of a code system from CSV",
            description =
                    "Header code,display,billable, optionally longDescription,validFrom,validTo; UTF-8. Loaded whole or not at all, and seen by nobody until activated."
                            + " The same content under the same label again changes nothing and answers 200.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "text/csv",
                            schema = @Schema(type = SchemaType.STRING),
                            examples =
                                    @ExampleObject(
                                            name = "two codes in own words",
                                            value =
                                                    "code,display,billable\n90658,Flu vaccine given by needle,true\n90471,Giving one vaccine,true\n")))
    @APIResponse(
            responseCode = "201",
            description = "Loaded, not active yet",
            headers = @Header(name = "Location", description = "The path of the system's releases"),
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CodeReleaseView.class),
                            examples = @ExampleObject(name = "loaded", value = RELEASE_EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "Was loaded already with this content",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CodeReleaseView.class),
                            examples = @ExampleObject(name = "loaded before", value = RELEASE_EXAMPLE)))
    @APIResponse(responseCode = "400", description = "A parameter is not valid")
    @APIResponse(responseCode = "403", description = "The sandbox release in production")
    @APIResponse(responseCode = "404", description = "No such system")
    @APIResponse(responseCode = "409", description = "This label has other content")
    @APIResponse(responseCode = "422", description = "Rows that cannot be loaded, by line; nothing was loaded")
    public RestResponse<CodeReleaseView> load(
            @RestPath String system,
            @Parameter(description = "Unique in the system", example = "sandbox", required = true)
                    @RestQuery
                    @NotBlank
                    @Pattern(regexp = "[A-Za-z0-9._-]{1,40}")
                    String release,
            @Parameter(
                            description = "First day of the release",
                            example = "2026-01-01",
                            required = true,
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @RestQuery
                    @Nullable
                    String effectiveFrom,
            InputStream csv) {
        var loaded = releases.load(
                CodeSystemParameters.inPath(system),
                release,
                CodeSystemParameters.date("effectiveFrom", effectiveFrom),
                csv);
        var view = CodeReleaseView.of(loaded.release());
        return loaded.isNew()
                ? RestResponse.ResponseBuilder.ok(view)
                        .status(RestResponse.Status.CREATED)
                        .location(URI.create("/api/v1/code-systems/%s/releases".formatted(system)))
                        .build()
                : RestResponse.ok(view);
    }

    @POST
    @Path("{system}/releases/{release}/activate")
    @PermissionsAllowed("code-release:load")
    @Operation(
            operationId = "activateCodeRelease",
            summary = "Put a loaded release in force from its first day on",
            description =
                    "Visible at once and whole, in search too. Publishes code-release-activated. One that is active already stays as it is.")
    @APIResponse(
            responseCode = "200",
            description = "Active",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CodeReleaseView.class),
                            examples = @ExampleObject(name = "active", value = RELEASE_EXAMPLE)))
    @APIResponse(responseCode = "403", description = "The sandbox release in production")
    @APIResponse(responseCode = "404", description = "No such system or release")
    public CodeReleaseView activate(@RestPath String system, @RestPath String release) {
        return CodeReleaseView.of(releases.activate(CodeSystemParameters.inPath(system), release));
    }

    @POST
    @Path("{system}/releases/{release}/rollback")
    @PermissionsAllowed("code-release:load")
    @Operation(
            operationId = "rollBackCodeRelease",
            summary = "Take a loaded release back, as if it had never been loaded",
            description =
                    "Its codes are deleted, and the releases around it are in force on its days again; other releases and systems are not touched. Publishes code-release-rolled-back"
                            + " when it was active.")
    @APIResponse(
            responseCode = "200",
            description = "The release as it was",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CodeReleaseView.class),
                            examples = @ExampleObject(name = "taken back", value = RELEASE_EXAMPLE)))
    @APIResponse(responseCode = "404", description = "No such system or release, or taken back already")
    @APIResponse(responseCode = "409", description = "The release ships with the service")
    public CodeReleaseView rollBack(@RestPath String system, @RestPath String release) {
        return CodeReleaseView.of(releases.rollBack(CodeSystemParameters.inPath(system), release));
    }
}
