package org.superbill.patient.patient;

import static jakarta.ws.rs.core.HttpHeaders.ETAG;
import static jakarta.ws.rs.core.HttpHeaders.IF_MATCH;
import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;
import static org.jboss.resteasy.reactive.RestResponse.Status.CREATED;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.audit.Audited;
import org.superbill.servicekit.idempotency.Idempotent;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.revision.Revision;

/** Who is treated. */
@Path("/api/v1/patients")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
@Idempotent
@Audited("patient")
@Tag(name = "Patient")
class PatientResource {
    private final Patients patients;

    PatientResource(Patients patients) {
        this.patients = patients;
    }

    @POST
    @PermissionsAllowed("patient:write")
    @Operation(operationId = "createPatient", summary = "Register a patient")
    @APIResponse(
            responseCode = "201",
            description = "The patient, with its id",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON,
                            schema = @Schema(implementation = PatientView.class),
                            examples = @ExampleObject(name = "patient", value = PatientView.EXAMPLE)))
    @APIResponse(responseCode = "409", description = "Another patient has this medical record number")
    public RestResponse<PatientView> create(
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = APPLICATION_JSON,
                                            schema = @Schema(implementation = PatientDetails.class),
                                            examples =
                                                    @ExampleObject(name = "patient", value = PatientDetails.EXAMPLE)))
                    @NotNull
                    @Valid
                    PatientDetails details) {
        var created = patients.create(details);
        return ResponseBuilder.create(CREATED, created)
                .location(URI.create("/api/v1/patients/" + created.id()))
                .header(ETAG, created.etag())
                .build();
    }

    @GET
    @PermissionsAllowed("patient:read")
    @Operation(operationId = "listPatients", summary = "List patients")
    @APIResponse(
            responseCode = "200",
            description = "A page of patients",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON,
                            schema = @Schema(implementation = PatientView.Listed.class),
                            examples = @ExampleObject(name = "page", value = PatientView.PAGE_EXAMPLE)))
    public Page<PatientView> list(@BeanParam PageRequest page) {
        return patients.list(PatientStore.Search.EVERYBODY, page);
    }

    @GET
    @Path("{patientId}")
    @PermissionsAllowed("patient:read")
    @Operation(operationId = "getPatient", summary = "Read a patient")
    @APIResponse(
            responseCode = "200",
            description = "The patient; its ETag is what an update needs",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON,
                            schema = @Schema(implementation = PatientView.class),
                            examples = @ExampleObject(name = "patient", value = PatientView.EXAMPLE)))
    public RestResponse<PatientView> get(@RestPath UUID patientId) {
        return withTag(patients.get(patientId));
    }

    @PUT
    @Path("{patientId}")
    @PermissionsAllowed("patient:write")
    @Operation(operationId = "updatePatient", summary = "Describe a patient anew")
    @APIResponse(
            responseCode = "200",
            description = "The patient as it is now",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON,
                            schema = @Schema(implementation = PatientView.class),
                            examples = @ExampleObject(name = "patient", value = PatientView.EXAMPLE)))
    @APIResponse(responseCode = "409", description = "Another patient has this medical record number")
    public RestResponse<PatientView> update(
            @RestPath UUID patientId,
            @RestHeader(IF_MATCH) @Nullable Revision revision,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = APPLICATION_JSON,
                                            schema = @Schema(implementation = PatientDetails.class),
                                            examples =
                                                    @ExampleObject(name = "patient", value = PatientDetails.EXAMPLE)))
                    @NotNull
                    @Valid
                    PatientDetails details) {
        return withTag(patients.describe(patientId, details, revision));
    }

    private static RestResponse<PatientView> withTag(PatientView patient) {
        return ResponseBuilder.ok(patient).header(ETAG, patient.etag()).build();
    }
}
