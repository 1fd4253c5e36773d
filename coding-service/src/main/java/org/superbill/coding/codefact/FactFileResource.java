package org.superbill.coding.codefact;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.superbill.servicekit.packing.Spool;

@Path("/api/v1/code-facts/files")
@Tag(name = "Code facts")
class FactFileResource {
    private final FactFiles files;

    FactFileResource(FactFiles files) {
        this.files = files;
    }

    /**
     * A file of what is known of codes.
     *
     * @param version another one whenever the file has changed
     */
    @Schema(name = "CodeFactFile")
    record FactFileView(String name, String version) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @PermissionsAllowed({"code:read", "code-release:read"})
    @Operation(
            operationId = "listCodeFactFiles",
            summary = "What is known of codes, as files to be fetched by whoever judges codes by the same rules")
    @APIResponse(
            responseCode = "200",
            description = "All of them",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(type = SchemaType.ARRAY, implementation = FactFileView.class),
                            examples =
                                    @ExampleObject(
                                            name = "two",
                                            value =
                                                    "[{\"name\":\"spans-icd-10-cm\",\"version\":\"0f5d1c2f\"},{\"name\":\"edition-medicare-code-editor-conflicts-41.1\",\"version\":\"77ab1c2f\"}]")))
    public List<FactFileView> list() {
        return files.list().stream()
                .map(file -> new FactFileView(file.name(), file.version()))
                .toList();
    }

    @GET
    @Path("{name}")
    @Produces("text/tab-separated-values")
    @PermissionsAllowed({"code:read", "code-release:read"})
    @Operation(
            operationId = "readCodeFactFile",
            summary = "Fetch a file of what is known of codes",
            description =
                    "spans-SYSTEM: a line for each run of days on which a code was the same: code, B (billable) or H (header), first day, last day, and of ICD-10-CM the description. edition-…: a line"
                            + " with kind, label, first day and source, then subject, fact and detail. Fields are parted by tabs.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content =
                    @Content(
                            mediaType = "text/tab-separated-values",
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "a code of HCPCS", value = "G0008\tB\t1900-01-01\t\t\n")))
    @APIResponse(responseCode = "404", description = "code-facts-not-found")
    public StreamingOutput read(@RestPath String name) {
        files.require(name);
        return out -> Spool.through(out, file -> files.write(name, file));
    }
}
