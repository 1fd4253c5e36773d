package org.superbill.billing.x12file;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.security.StringPermission;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.security.Permission;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.superbill.billing.largebody.LargeBodies;
import org.superbill.servicekit.audit.Audited;
import org.superbill.servicekit.audit.Deed;
import org.superbill.servicekit.idempotency.Idempotent;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;

@Path("/api/v1/x12-files")
@Tag(name = "X12 files")
@Audited("x12-file")
@Idempotent
class X12FileResource {
    private static final String X12 = "application/edi-x12";
    private static final String FILE = """
            {"id":"0199d0a0-0000-7000-8000-000000000091","sha256":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08","kind":"835",
            "state":"processed","source":"upload","sizeBytes":1024,"receivedAt":"2026-03-03T09:00:00Z",
            "outcomes":[{"kind":"835","reference":"0001","result":"posted","message":"Posted","id":"0199d0a0-0000-7000-8000-000000000061"}]}""";

    private static final Permission POST_REMITTANCES = new StringPermission("remittance", "post");

    private final X12Files files;
    private final SecurityIdentity bearer;
    private final LargeBodies largeBodies;
    private final Deed deed;

    X12FileResource(X12Files files, SecurityIdentity bearer, LargeBodies largeBodies, Deed deed) {
        this.files = files;
        this.bearer = bearer;
        this.largeBodies = largeBodies;
        this.deed = deed;
    }

    @POST
    @Consumes(X12)
    @Produces(MediaType.APPLICATION_JSON)
    @PermissionsAllowed("x12-file:upload")
    @KeepsRejectedFiles
    @Operation(
            operationId = "uploadX12File",
            summary = "Take a file of a payer: TA1, 999, 277CA or 835",
            description =
                    "The same bytes again are answered with what came of them the first time, and nothing is done; only what was rejected then is read again. A file with an 835 posts what it pays: that needs the permission remittance:post as well.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = X12,
                            schema = @Schema(type = SchemaType.STRING),
                            examples =
                                    @ExampleObject(
                                            name = "835",
                                            value =
                                                    "ISA*00*          *00*          *ZZ*PAYER          *ZZ*PROVIDER ...")))
    @APIResponse(
            responseCode = "201",
            description = "What came of the file",
            content =
                    @Content(
                            schema = @Schema(implementation = X12FileView.class),
                            examples = @ExampleObject(name = "file", value = FILE)))
    @APIResponse(
            responseCode = "200",
            description = "The same bytes came before: what has come of them",
            content =
                    @Content(
                            schema = @Schema(implementation = X12FileView.class),
                            examples = @ExampleObject(name = "file", value = FILE)))
    @APIResponse(
            responseCode = "403",
            description =
                    "forbidden: the file has an 835, and the caller may not post remittances; nothing of it is kept")
    @APIResponse(responseCode = "422", description = "x12-malformed: the file is kept with the state rejected")
    @APIResponse(
            responseCode = "503",
            description = "unavailable: too many large bodies at a time, come again after Retry-After")
    public RestResponse<X12FileView> upload(byte[] file) {
        var taken = files.upload(file, bearer.checkPermissionBlocking(POST_REMITTANCES));
        if (taken.file().state() == ReceivedFile.State.REJECTED) {
            throw X12FileProblem.malformed(taken.file());
        }
        return ResponseBuilder.create(
                        taken.isNew() ? RestResponse.Status.CREATED : RestResponse.Status.OK, taken.file())
                .location(URI.create("/api/v1/x12-files/" + taken.file().id()))
                .build();
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @PermissionsAllowed("x12-file:read")
    @Operation(operationId = "listX12Files", summary = "Files of payers, in the order in which they came")
    @APIResponse(
            responseCode = "200",
            description = "A page of files",
            content =
                    @Content(
                            schema = @Schema(implementation = X12FileView.Listed.class),
                            examples = @ExampleObject(name = "files", value = "{\"items\":[" + FILE + "]}")))
    public Page<X12FileView> list(@BeanParam PageRequest page) {
        return files.list(page);
    }

    @GET
    @Path("{fileId}")
    @Produces(MediaType.APPLICATION_JSON)
    @PermissionsAllowed("x12-file:read")
    @Operation(operationId = "getX12File", summary = "A file of a payer and what came of it")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content =
                    @Content(
                            schema = @Schema(implementation = X12FileView.class),
                            examples = @ExampleObject(name = "file", value = FILE)))
    @APIResponse(responseCode = "404", description = "x12-file-not-found")
    public X12FileView get(@RestPath UUID fileId) {
        return files.get(fileId);
    }

    @GET
    @Path("{fileId}/content")
    @Produces(X12)
    @PermissionsAllowed("x12-file:read")
    @Operation(operationId = "getX12FileContent", summary = "The bytes of a file, as they came")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content =
                    @Content(
                            mediaType = X12,
                            schema = @Schema(type = SchemaType.STRING),
                            examples =
                                    @ExampleObject(
                                            name = "835",
                                            value =
                                                    "ISA*00*          *00*          *ZZ*PAYER          *ZZ*PROVIDER ...")))
    @APIResponse(responseCode = "404", description = "x12-file-not-found")
    @APIResponse(
            responseCode = "503",
            description = "unavailable: too many large bodies at a time, come again after Retry-After")
    public byte[] content(@RestPath UUID fileId) {
        largeBodies.answers(files.get(fileId).sizeBytes());
        deed.concerns(files.patients(fileId));
        return files.content(fileId);
    }
}
