package org.superbill.billing.deposit;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.superbill.servicekit.audit.Audited;
import org.superbill.servicekit.idempotency.Idempotent;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;

@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Deposits")
@Audited("deposit")
@Idempotent
class BankFileResource {
    private static final String CSV = "text/csv";

    private final Deposits deposits;

    BankFileResource(Deposits deposits) {
        this.deposits = deposits;
    }

    /**
     * What came of a bank's file.
     *
     * @param known lines that were in an earlier file
     * @param cleared new deposits that were matched at once
     */
    @Schema(name = "BankFileOutcome")
    record BankFileOutcome(int lines, int known, int cleared) {}

    @POST
    @Path("bank-files")
    @Consumes({CSV, MediaType.TEXT_PLAIN})
    @PermissionsAllowed("deposit:write")
    @Operation(
            operationId = "uploadBankFile",
            summary = "Take the bank's statement: NACHA with CCD+ or CTX addenda, or CSV",
            description =
                    "CSV has a header: date, amount (dollars, below zero for money that leaves), description, and where there are any addenda (with TRN*1*trace*originator) and check. What is announced under the same trace with the same sum is matched at once. The same line in a later file is taken once.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = CSV,
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "csv", value = """
                                                    date,amount,description,addenda,check
                                                    2026-03-04,44.00,KEY INSURANCE HCCLAIMPMT,TRN*1*1000001*1999999999\\,
                                                    """)))
    @APIResponse(
            responseCode = "201",
            description = "What came of it",
            content =
                    @Content(
                            schema = @Schema(implementation = BankFileOutcome.class),
                            examples =
                                    @ExampleObject(
                                            name = "outcome",
                                            value = "{\"lines\":1,\"known\":0,\"cleared\":1}")))
    @APIResponse(responseCode = "422", description = "bank-file-invalid")
    public RestResponse<BankFileOutcome> upload(byte[] file) {
        var taken = deposits.take(file);
        return ResponseBuilder.create(
                        RestResponse.Status.CREATED, new BankFileOutcome(taken.lines(), taken.known(), taken.cleared()))
                .build();
    }

    @GET
    @Path("expected-payments")
    @PermissionsAllowed("deposit:read")
    @Operation(
            operationId = "listExpectedPayments",
            summary = "Money that was announced and that the bank has not shown, with its age")
    @APIResponse(
            responseCode = "200",
            description = "A page of payments, in the order in which they were announced",
            content =
                    @Content(
                            schema = @Schema(implementation = ExpectedPaymentView.Listed.class),
                            examples =
                                    @ExampleObject(
                                            name = "payments",
                                            value = "{\"items\":[" + DepositResource.PAYMENT + "]}")))
    public Page<ExpectedPaymentView> awaited(@BeanParam PageRequest page) {
        return deposits.awaited(page);
    }
}
