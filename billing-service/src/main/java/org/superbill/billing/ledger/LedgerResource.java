package org.superbill.billing.ledger;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigInteger;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.audit.Audited;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;

@Path("/api/v1/ledger")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ledger")
@Audited("ledger")
class LedgerResource {
    private final Ledger ledger;

    LedgerResource(Ledger ledger) {
        this.ledger = ledger;
    }

    /** @param differenceCents debits minus credits over all accounts; never anything but zero */
    @Schema(name = "LedgerAccounts")
    record Accounts(
            List<AccountBalance> items,
            @Schema(type = SchemaType.INTEGER) BigInteger differenceCents) {}

    @GET
    @Path("accounts")
    @PermissionsAllowed("ledger:read")
    @Operation(
            operationId = "listLedgerAccounts",
            summary = "The balance of every account, and that debits equal credits")
    @APIResponse(
            responseCode = "200",
            description = "The accounts",
            content =
                    @Content(
                            schema = @Schema(implementation = Accounts.class),
                            examples = @ExampleObject(name = "accounts", value = """
                                                    {"items":[{"account":"cash","purpose":"Money that payers and patients have sent","debitCents":4400,"creditCents":0,"balanceCents":4400}],
                                                    "differenceCents":0}""")))
    public Accounts accounts() {
        var accounts = ledger.accounts();
        return new Accounts(
                accounts, accounts.stream().map(AccountBalance::balanceCents).reduce(BigInteger.ZERO, BigInteger::add));
    }

    @GET
    @Path("entries")
    @PermissionsAllowed("ledger:read")
    @Operation(operationId = "listLedgerEntries", summary = "Journal entries, with the lines of each whole")
    @APIResponse(
            responseCode = "200",
            description = "A page of entries, oldest first",
            content =
                    @Content(
                            schema = @Schema(implementation = EntryView.Listed.class),
                            examples = @ExampleObject(name = "entries", value = """
                                                    {"items":[{"id":"0199d0a0-0000-7000-8000-000000000051","kind":"charge","occurredOn":"2026-03-02","postedAt":"2026-03-02T15:04:00Z",
                                                    "lines":[{"account":"insurance-receivable","debitCents":3000,"creditCents":0,"claimId":"0199d0a0-0000-7000-8000-000000000031","claimLine":1},
                                                    {"account":"patient-service-revenue","debitCents":0,"creditCents":3000,"claimId":"0199d0a0-0000-7000-8000-000000000031","claimLine":1}]}]}""")))
    public Page<EntryView> entries(
            @RestQuery @Nullable UUID claimId,
            @RestQuery @Nullable UUID patientId,
            @RestQuery @Nullable UUID remittanceId,
            @BeanParam PageRequest page) {
        var filter = new EntryFilter(claimId, patientId, remittanceId);
        return Page.of(ledger.entries(filter, page.afterId(), page.fetch()), page, EntryView::id);
    }
}
