package org.superbill.coding.codesystem;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
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
import org.superbill.servicekit.problem.Problem;

@Path("/api/v1/codes/{system}/{code}")
@Tag(name = "Codes", description = "Finding codes and what they mean on a day")
class CodeResource {
    private final Codes codes;
    private final Clock clock;

    CodeResource(Codes codes, Clock clock) {
        this.codes = codes;
        this.clock = clock;
    }

    @GET
    @PermissionsAllowed("code:read")
    @Operation(
            operationId = "readCode",
            summary = "Read a code as of a day",
            description = "A code that exists, but not on that day, is answered with validOnDate false.")
    @APIResponse(
            responseCode = "200",
            description = "The code",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CodeView.class),
                            examples = @ExampleObject(name = "a diagnosis", value = """
                                                    {"system":"icd-10-cm","code":"J06.9","display":"Acute upper respiratory infection, unspecified","longDescription":\
                                                    "Acute upper respiratory infection, unspecified","billable":true,"header":false,"parent":"J06","validOnDate":true,\
                                                    "validFrom":"2024-10-01","release":"2026","warnings":[]}""")))
    @APIResponse(responseCode = "400", description = "The date is not a date")
    @APIResponse(responseCode = "404", description = "No such system, or no loaded release has the code")
    public CodeView read(
            @Parameter(schema = @Schema(enumeration = {"icd-10-cm", "hcpcs", "cpt"})) @RestPath String system,
            @Parameter(description = "With or without the dot", example = "J06.9") @RestPath String code,
            @Parameter(
                            description = "The date of service; today when absent",
                            example = "2026-03-02",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @RestQuery
                    @Nullable
                    String on) {
        var status = codes.ask(CodeSystemParameters.inPath(system), code, CodeSystemParameters.day(on, clock));
        if (!status.known()) {
            throw new Problem(
                    CodeSystemProblem.CODE_NOT_FOUND, "No loaded release of %s has this code".formatted(system));
        }
        return CodeView.of(status);
    }
}
