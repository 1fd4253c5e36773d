package org.superbill.patient.patient;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.superbill.servicekit.audit.Audited;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;

/** Finds patients by what is known of them. A POST that changes nothing: names and birth dates do not belong in addresses. */
@Path("/api/v1/patients/search")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
@Audited("patient")
@Tag(name = "Patient")
class PatientSearchResource {
    private final Patients patients;

    PatientSearchResource(Patients patients) {
        this.patients = patients;
    }

    @POST
    @PermissionsAllowed("patient:read")
    @Operation(
            operationId = "searchPatients",
            summary = "Find patients by names, birth date or medical record number",
            description =
                    "Each word of the name is a word of the patient's names or its beginning, in any order and case: `smi`, `Lopez, María`."
                            + " Accents, apostrophes and hyphens make no difference: `obrien` and `O'Brien` find the same.")
    @APIResponse(
            responseCode = "200",
            description = "A page of patients who match all that is asked for",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON,
                            schema = @Schema(implementation = PatientView.Listed.class),
                            examples = @ExampleObject(name = "page", value = PatientView.PAGE_EXAMPLE)))
    public Page<PatientView> search(
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = APPLICATION_JSON,
                                            schema = @Schema(implementation = PatientStore.Search.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "search",
                                                            value = PatientStore.Search.EXAMPLE)))
                    @NotNull
                    @Valid
                    PatientStore.Search search,
            @BeanParam PageRequest page) {
        return patients.list(search, page);
    }
}
