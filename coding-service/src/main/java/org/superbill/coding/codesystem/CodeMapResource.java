package org.superbill.coding.codesystem;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.quarkus.security.PermissionsAllowed;
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

@Path("/api/v1/codes/{system}/{code}/maps")
@Produces(APPLICATION_JSON)
@Tag(name = "Codes", description = "Finding codes and what they mean on a day")
class CodeMapResource {
    private final CodeMaps maps;
    private final Clock clock;

    CodeMapResource(CodeMaps maps, Clock clock) {
        this.maps = maps;
        this.clock = clock;
    }

    @GET
    @PermissionsAllowed("code:read")
    @Operation(
            operationId = "mapCode",
            summary = "See what WHO maps a code of ICD-10 or ICD-11 to",
            description =
                    "ICD-10 is WHO's, not ICD-10-CM: its codes are often shorter. Of each map the newest edition that has begun by the day."
                            + " Empty where no map was there yet, or none has the code.")
    @APIResponse(
            responseCode = "200",
            description = "By map; the one that fits best first",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(type = SchemaType.ARRAY, implementation = CodeMapView.class),
                            examples = @ExampleObject(name = "cholera", value = """
                                                    [{"map":"icd-10-to-icd-11-mms","release":"2020-01-22","targetSystem":"icd-11-mms","source":\
                                                    "WHO, ICD-10 / ICD-11 mapping tables, CC BY-ND 3.0 IGO","items":[{"code":"1A00","display":"Cholera","relation":"Equivalent"}]}]""")))
    @APIResponse(responseCode = "400", description = "The date is not a date")
    @APIResponse(responseCode = "404", description = "The system is neither icd-10 nor icd-11-mms")
    public List<CodeMapView> maps(
            @Parameter(schema = @Schema(enumeration = {"icd-10", "icd-11-mms"})) @RestPath String system,
            @Parameter(example = "A00") @RestPath String code,
            @Parameter(
                            description = "The day that governs the code; today when absent",
                            example = "2026-03-02",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @RestQuery
                    @Nullable
                    String on) {
        return maps.of(system, code, CodeSystemParameters.day(on, clock));
    }
}
