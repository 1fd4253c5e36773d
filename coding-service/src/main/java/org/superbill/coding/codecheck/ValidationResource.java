package org.superbill.coding.codecheck;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import org.superbill.coderules.Policy;
import org.superbill.coding.codingpolicy.CodingPolicies;

/** Stateless: nothing is kept, so there is nothing to repeat and no key to send. */
@Path("/api/v1/code-validations")
@Produces(APPLICATION_JSON)
@Tag(name = "Code validation", description = "Checking sets of codes")
class ValidationResource {
    private final CodeChecks checks;
    private final CodingPolicies policies;

    ValidationResource(CodeChecks checks, CodingPolicies policies) {
        this.checks = checks;
        this.policies = policies;
    }

    @POST
    @PermissionsAllowed("code:read")
    @Operation(
            operationId = "validateCodes",
            summary = "Check a set of codes against each other, the patient's sex and age, and the dates",
            description =
                    "Every problem with its rule, source, the codes concerned and what to do. ICD-10 is judged by the discharge of an inpatient, else by the date of"
                            + " service; each line by its own date. Nothing is stored and no one is named, so no Idempotency-Key is needed. What each rule is: docs/code-rules.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ValidationRequest.class),
                            examples = @ExampleObject(name = "diabetes without its kidney disease", value = """
                                                    {"serviceDate":"2026-03-02","patient":{"sex":"female","birthDate":"1961-07-04"},"diagnoses":[{"code":"E11.22"},{"code":"I10"}],\
                                                    "lines":[{"procedureCode":"G0439","modifiers":[],"units":1,"diagnosisPointers":[1]}]}""")))
    @APIResponse(
            responseCode = "200",
            description = "What was found, also when nothing was",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ValidationView.class),
                            examples = @ExampleObject(name = "an additional code is asked for", value = """
                                                    {"valid":true,"findings":[{"rule":"use-additional-missing","severity":"warning","pointer":"/diagnoses/0",\
                                                    "message":"E11.22 asks for an additional code to identify stage of chronic kidney disease (N18.1-N18.6)",\
                                                    "fix":"Add the code that the note asks for, when the record supports one.",\
                                                    "source":"ICD-10-CM Tabular List 2021, note at E11.22: use additional code to identify stage of chronic kidney disease (N18.1-N18.6)",\
                                                    "pointers":["/diagnoses/0"],"codes":["E11.22"]}],"warnings":[]}""")))
    @APIResponse(responseCode = "400", description = "Something cannot be a code, a date or a number of units at all")
    @APIResponse(responseCode = "503", description = "The code sets are still being loaded")
    public ValidationView validate(@Valid @NotNull ValidationRequest request) {
        return ValidationView.of(checks.check(request.codes(policy(request))));
    }

    /** The organization is asked only when there is something that its policy has to allow. */
    private Policy policy(ValidationRequest request) {
        return request.unrelatedConditions() == null
                ? Policy.STRICT
                : new Policy(policies.current().unrelatedConditionsAllowed());
    }
}
