package org.superbill.billing.edittable;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.reference.Reference;
import org.superbill.servicekit.security.Caller;

/** What the tables in use say of codes on a day. */
@Path("/api/v1/edit-tables")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Edit tables")
class EditRowResource {
    private static final String CODE = "[0-9A-Z]{5}";
    private static final String SETTINGS = "practitioner|outpatient|supplier";

    private final EditTableKeeper keeper;
    private final Reference reference;
    private final Caller caller;
    private final Clock clock;

    EditRowResource(EditTableKeeper keeper, Reference reference, Caller caller, Clock clock) {
        this.keeper = keeper;
        this.reference = reference;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * The row of a pair in each order; one that is absent is not in force.
     *
     * @param release the one in use that answers for the day; absent while none is loaded
     * @param asAsked with the codes in the order of the question
     * @param reversed with the codes the other way round
     */
    @Schema(name = "NcciAnswer")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PairView(
            LocalDate on,
            @Nullable String release,
            @Nullable PairRow asAsked,
            @Nullable PairRow reversed) {}

    /** What is known of one code. A part that is absent says nothing of it on that day. */
    @Schema(name = "EditCodeAnswer")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CodeView(
            String procedureCode,
            LocalDate on,
            @Nullable UnitLimit unitLimit,
            @Nullable AddOn addOn,
            @Nullable FeeIndicator feeIndicator,
            @Nullable RelativeValue relativeValue) {}

    @GET
    @Path("ncci")
    @PermissionsAllowed("code:read")
    @Operation(operationId = "findNcciRow", summary = "The NCCI edit of two procedures on a day, in both orders")
    @APIResponse(
            responseCode = "200",
            description = "The rows in force",
            content =
                    @Content(
                            schema = @Schema(implementation = PairView.class),
                            examples = @ExampleObject(name = "a pair", value = """
                                                    {"on":"2026-03-02","release":"2024q3","asAsked":{"column1":"0001U","column2":"0029U","modifierIndicator":1,
                                                    "rationale":"Misuse of Column Two code with Column One code"}}""")))
    public PairView pair(
            @Parameter(example = "0001U") @RestQuery @NotNull @Pattern(regexp = CODE) String column1,
            @Parameter(example = "0029U") @RestQuery @NotNull @Pattern(regexp = CODE) String column2,
            @Parameter(description = "Date of service; absent: today", example = "2026-03-02") @RestQuery @Nullable
                    LocalDate on,
            @Parameter(description = "practitioner or outpatient")
                    @RestQuery
                    @DefaultValue("practitioner")
                    @Pattern(regexp = SETTINGS)
                    String setting) {
        var tables = keeper.current();
        var day = day(on);
        var release = tables.pairs(setting(setting), day);
        return new PairView(
                day,
                release == null ? null : release.label(),
                absent(tables.pair(setting(setting), column1, column2, day)),
                absent(tables.pair(setting(setting), column2, column1, day)));
    }

    @GET
    @Path("codes")
    @PermissionsAllowed("code:read")
    @Operation(
            operationId = "findEditRowsOfCode",
            summary = "What the tables say of one procedure on a day",
            description = "Unit limit, add-on, and the physician fee schedule's indicators and values.")
    @APIResponse(
            responseCode = "200",
            description = "What is known",
            content =
                    @Content(
                            schema = @Schema(implementation = CodeView.class),
                            examples = @ExampleObject(name = "a code", value = """
                                                    {"procedureCode":"G0299","on":"2026-03-02","unitLimit":{"procedureCode":"G0299","units":6,"adjudicationIndicator":3,
                                                    "rationale":"Clinical: Data","release":"2024q3","effectiveFrom":"2024-07-01"}}""")))
    public CodeView code(
            @Parameter(example = "G0299") @RestQuery @NotNull @Pattern(regexp = CODE) String procedureCode,
            @Parameter(description = "26, TC or 53, where it is about a part of the service")
                    @RestQuery
                    @DefaultValue("")
                    @Pattern(regexp = "([0-9A-Z]{2})?")
                    String modifier,
            @Parameter(description = "Date of service; absent: today", example = "2026-03-02") @RestQuery @Nullable
                    LocalDate on,
            @Parameter(description = "practitioner, outpatient or supplier: whose unit limit")
                    @RestQuery
                    @DefaultValue("practitioner")
                    @Pattern(regexp = SETTINGS)
                    String setting) {
        var tables = keeper.current();
        var day = day(on);
        return new CodeView(
                procedureCode,
                day,
                absent(tables.unitLimit(setting(setting), procedureCode, day)),
                absent(tables.addOn(procedureCode, day)),
                absent(tables.feeIndicator(procedureCode, modifier, day)),
                absent(tables.relativeValue(procedureCode, modifier, day)));
    }

    private LocalDate day(@Nullable LocalDate on) {
        return on == null ? LocalDate.ofInstant(clock.instant(), zone()) : on;
    }

    /** The practice's; who is of none asks by UTC. */
    private ZoneId zone() {
        return caller.organization().map(reference::timeZoneOf).orElse(ZoneOffset.UTC);
    }

    private static EditTables.Setting setting(String text) {
        return EditTables.Setting.valueOf(text.toUpperCase(Locale.ROOT));
    }

    private static <T> @Nullable T absent(Optional<T> found) {
        return found.orElse(null);
    }
}
