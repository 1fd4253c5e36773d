package org.superbill.billing.report;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.ledger.AgeingBasis;
import org.superbill.servicekit.audit.Audited;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;

@Path("/api/v1/reports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reports")
@Audited("report")
class ReportResource {
    private final Reports reports;

    ReportResource(Reports reports) {
        this.reports = reports;
    }

    @GET
    @PermissionsAllowed("ledger:read")
    @Operation(operationId = "listReports", summary = "The reports, and what each tells")
    @APIResponse(
            responseCode = "200",
            description = "All reports",
            content =
                    @Content(
                            schema = @Schema(implementation = ReportView.Listed.class),
                            examples =
                                    @ExampleObject(
                                            name = "reports",
                                            value =
                                                    "{\"items\":[{\"name\":\"ageing\",\"meaning\":\"What payers and patients owe, by age\"}]}")))
    public ReportView.Listed list() {
        return new ReportView.Listed(reports.list());
    }

    @GET
    @Path("{name}")
    @PermissionsAllowed("ledger:read")
    @Operation(
            operationId = "getReport",
            summary = "A report, each quotient with its numerator and denominator",
            description =
                    "Without days it is the current month so far. A report of one day shows the end of `to`. Every figure but a quotient can be opened by its name.")
    @APIResponse(
            responseCode = "200",
            description = "The report",
            content =
                    @Content(
                            schema = @Schema(implementation = ReportView.class),
                            examples = @ExampleObject(name = "denials", value = """
                                                    {"name":"denial-rate","meaning":"Claims refused of claims decided","from":"2026-03-01","to":"2026-03-31","by":"responsibility-date",
                                                    "figures":[{"figure":"rate","meaning":"Denials","unit":"ratio","value":0.05,
                                                    "numerator":{"figure":"denied","value":5},"denominator":{"figure":"decided","value":100}}]}""")))
    @APIResponse(responseCode = "404", description = "report-not-found")
    public ReportView get(
            @RestPath String name,
            @RestQuery @Parameter(example = "2026-03-01") @Nullable LocalDate from,
            @RestQuery @Parameter(example = "2026-03-31") @Nullable LocalDate to,
            @RestQuery @Parameter(description = "From which date ageing counts") @Nullable AgeingBasis by) {
        return reports.get(name, reports.query(from, to, by));
    }

    @GET
    @Path("{name}/figures/{figure}/items")
    @PermissionsAllowed("ledger:read")
    @Operation(
            operationId = "openReportFigure",
            summary = "What a figure is made of: entries of the books, or claims",
            description =
                    "With the parameters of the report. The amounts sum to the figure. An entry opens by its sources, a claim by its entries.")
    @APIResponse(
            responseCode = "200",
            description = "A page of items",
            content =
                    @Content(
                            schema = @Schema(implementation = FigureItem.Listed.class),
                            examples = @ExampleObject(name = "an entry", value = """
                                                    {"items":[{"entryId":"0199d0a0-0000-7000-8000-000000000051","claimId":"0199d0a0-0000-7000-8000-000000000031",
                                                    "remittanceId":"0199d0a0-0000-7000-8000-000000000061","on":"2026-03-03","what":"payer-payment","amountCents":4400}]}""")))
    @APIResponse(responseCode = "404", description = "report-not-found, report-figure-not-found")
    public Page<FigureItem> open(
            @RestPath String name,
            @RestPath String figure,
            @RestQuery @Nullable LocalDate from,
            @RestQuery @Nullable LocalDate to,
            @RestQuery @Nullable AgeingBasis by,
            @BeanParam PageRequest page) {
        return reports.open(name, figure, reports.query(from, to, by), page);
    }
}
