package org.superbill.billing.ledger;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
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
import org.superbill.billing.ledger.Ledger.Part;
import org.superbill.servicekit.audit.Audited;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.KitProblem;
import org.superbill.servicekit.problem.Problem;

@Path("/api/v1/ledger")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ledger")
@Audited("ledger")
class LedgerResource {
    private final Ledger ledger;
    private final Verification verification;

    LedgerResource(Ledger ledger, Verification verification) {
        this.ledger = ledger;
        this.verification = verification;
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
                                                    {"items":[{"account":"cash","type":"asset","subLedger":"payer","purpose":"Money that payers and patients have sent","debitCents":4400,"creditCents":0,"balanceCents":4400}],
                                                    "differenceCents":0}""")))
    public Accounts accounts(
            @Parameter(
                            description = "At the end of this day; all that was ever booked without it",
                            example = "2026-03-31")
                    @RestQuery
                    @Nullable
                    LocalDate asOf) {
        var accounts = ledger.accounts(asOf);
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
                                                    {"items":[{"id":"0199d0a0-0000-7000-8000-000000000051","kind":"charge","occurredOn":"2026-03-02","postedAt":"2026-03-02T15:04:00Z","bookedOn":"2026-03-02",
                                                    "lines":[{"account":"insurance-receivable","debitCents":3000,"creditCents":0,"claimId":"0199d0a0-0000-7000-8000-000000000031","claimLine":1},
                                                    {"account":"patient-service-revenue","debitCents":0,"creditCents":3000,"claimId":"0199d0a0-0000-7000-8000-000000000031","claimLine":1}]}]}""")))
    public Page<EntryView> entries(
            @RestQuery @Nullable UUID claimId,
            @RestQuery @Nullable UUID patientId,
            @RestQuery @Nullable UUID remittanceId,
            @BeanParam PageRequest page) {
        var filter = new EntryFilter(null, claimId, patientId, remittanceId);
        return Page.of(ledger.entries(filter, page.afterId(), page.fetch()), page, EntryView::id);
    }

    @GET
    @Path("accounts/{account}/sub-accounts")
    @PermissionsAllowed("ledger:read")
    @Operation(
            operationId = "listLedgerSubAccounts",
            summary = "The parts of an account: by payer, patient, reason, authority or payer-reference",
            description =
                    "By reason, authority and payer-reference they come all at once. By payer-reference (PLB03-2): what a payer carries forward or takes back and is not back at zero, oldest first.")
    @APIResponse(
            responseCode = "200",
            description = "A page of parts",
            content =
                    @Content(
                            schema = @Schema(implementation = SubAccount.Listed.class),
                            examples =
                                    @ExampleObject(
                                            name = "write-offs by reason",
                                            value =
                                                    "{\"items\":[{\"reason\":\"small-balance\",\"debitCents\":480,\"creditCents\":0,\"balanceCents\":480}]}")))
    @APIResponse(responseCode = "404", description = "ledger-account-not-found")
    public Page<SubAccount> subAccounts(
            @RestPath String account,
            @RestQuery @DefaultValue("payer") Part by,
            @RestQuery @Nullable LocalDate asOf,
            @BeanParam PageRequest page) {
        var paged = by == Part.PAYER || by == Part.PATIENT;
        var parts = ledger.subAccounts(accountOf(account), by, asOf, page.afterId(), page.fetch());
        return paged
                ? Page.of(parts, page, part -> by == Part.PAYER ? id(part.payerId()) : id(part.patientId()))
                : new Page<>(parts, null);
    }

    /** What has no payer comes last. */
    private static UUID id(@Nullable UUID id) {
        return id == null ? new UUID(-1, -1) : id;
    }

    private static Account accountOf(String wire) {
        try {
            return Account.of(wire);
        } catch (IllegalArgumentException e) {
            throw new Problem(LedgerProblem.LEDGER_ACCOUNT_NOT_FOUND, "No account has this name");
        }
    }

    @GET
    @Path("verification")
    @PermissionsAllowed("ledger:read")
    @Operation(
            operationId = "verifyLedger",
            summary = "Prove the books anew from their lines, and name what breaks a rule",
            description =
                    "Reads every line, half a minute or more for each million, and every sent version and payer's decision beside them; postings go on meanwhile. One runs at a time. What was posted in the last seconds may still wait for its seal. An end of the chain that was kept elsewhere can be named: then it has to be in it.")
    @APIResponse(
            responseCode = "200",
            description = "Each rule, and what breaks it",
            content =
                    @Content(
                            schema = @Schema(implementation = VerificationView.class),
                            examples = @ExampleObject(name = "books that hold", value = """
                                                    {"at":"2026-04-01T06:00:00Z","holds":true,"entries":2,"lines":6,"unsealed":0,"sealPosition":2,
                                                    "sealHash":"9f2c1d0e7b5a48c3a6d1f0e29b8c7d6e5f4a3b2c1d0e9f8a7b6c5d4e3f2a1b0c",
                                                    "checks":[{"rule":"entries-balance","meaning":"Each entry has its lines, and they sum to zero","holds":true,"findings":[]}]}""")))
    @APIResponse(responseCode = "400", description = "validation-failed")
    @APIResponse(responseCode = "409", description = "verification-running")
    public VerificationView verification(
            @RestQuery @Parameter(description = "As an earlier answer or a closing told it") @Nullable
                    Long sealPosition,
            @RestQuery @Parameter(description = "Hexadecimal, with its position") @Nullable String sealHash) {
        if ((sealPosition == null) != (sealHash == null)) {
            throw new Problem(
                    KitProblem.VALIDATION_FAILED,
                    "The end of the chain is not valid",
                    new FieldError("/sealHash", "required", "A seal is named by its position and its hash"));
        }
        return sealPosition == null || sealHash == null
                ? verification.run()
                : verification.run(List.of(new ChainCheck.Kept(sealPosition, sealHash, "when it was kept elsewhere")));
    }
}
