package org.superbill.coding.codesystem;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.superbill.coderules.ClusterCode;

/** A cluster is a parameter, not a part of the path: it may have slashes, and the gateway passes no path with an escaped one. */
@Path("/api/v1/codes/icd-11-mms/cluster")
@Produces(APPLICATION_JSON)
@Tag(name = "Codes", description = "Finding codes and what they mean on a day")
class CodeClusterResource {
    private static final CodeSystem SYSTEM = CodeSystem.ICD_11_MMS;

    private final Codes codes;
    private final Clock clock;

    CodeClusterResource(Codes codes, Clock clock) {
        this.codes = codes;
        this.clock = clock;
    }

    @GET
    @PermissionsAllowed("code:read")
    @Operation(
            operationId = "readCodeCluster",
            summary = "Read an ICD-11 cluster as of a day: each of its codes, and what is wrong with it")
    @APIResponse(
            responseCode = "200",
            description = "The cluster, taken apart",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CodeClusterView.class),
                            examples = @ExampleObject(name = "a stem with an extension", value = """
                                                    {"cluster":"CA40.0&XK9K","valid":true,"codes":[{"code":"CA40.0","extension":false,"display":"Bacterial pneumonia",\
                                                    "validOnDate":true},{"code":"XK9K","extension":true,"display":"Right","validOnDate":true}],"release":"2025-01","source":\
                                                    "World Health Organization (WHO), ICD-11 MMS","licence":"CC BY-ND 3.0 IGO","warnings":[]}""")))
    @APIResponse(responseCode = "400", description = "The cluster is missing or too long, or the date is not a date")
    public CodeClusterView read(
            @Parameter(
                            description = "Stem codes parted by /, each with its extension codes after &",
                            example = "CA40.0&XK9K")
                    @RestQuery("code")
                    @NotBlank
                    @Size(max = 200)
                    String cluster,
            @Parameter(
                            description = "The date of service; today when absent",
                            example = "2026-03-02",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @RestQuery
                    @Nullable
                    String on) {
        return view(cluster.strip().toUpperCase(Locale.ROOT), CodeSystemParameters.day(on, clock));
    }

    private CodeClusterView view(String cluster, LocalDate day) {
        var written = ClusterCode.of(cluster);
        var known = codes.ask(written.stream()
                .filter(ClusterCode::hasForm)
                .map(code -> question(code, day))
                .collect(Collectors.toSet()));
        var parts = written.stream()
                .map(code -> part(
                        code,
                        Optional.ofNullable(known.get(question(code, day))).filter(CodeStatus::known)))
                .toList();
        var releases = codes.releases().of(SYSTEM);
        var release = releases.inForce(day);
        return new CodeClusterView(
                cluster,
                parts.stream().allMatch(part -> part.validOnDate() && part.fault() == null),
                parts,
                release.map(CodeRelease::label).orElse(null),
                release.map(CodeRelease::source).orElse(null),
                release.map(CodeRelease::licence).orElse(null),
                releases.warnings(day));
    }

    private static Codes.Question question(ClusterCode code, LocalDate day) {
        return new Codes.Question(SYSTEM, SYSTEM.normalize(code.code()), day);
    }

    private static CodeClusterView.Part part(ClusterCode code, Optional<CodeStatus> known) {
        var fault = code.fault();
        return new CodeClusterView.Part(
                code.code(),
                code.isExtension(),
                known.map(CodeStatus::display).orElse(null),
                known.filter(CodeStatus::valid).isPresent(),
                fault == null && known.isEmpty() ? "No loaded release has this code" : fault);
    }
}
