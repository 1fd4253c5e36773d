package org.superbill.billing.editrule;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.LocalDate;
import java.util.Locale;
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
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.reference.Registered;
import org.superbill.servicekit.audit.Audited;
import org.superbill.servicekit.idempotency.Idempotent;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.revision.Revision;

@Path("/api/v1/claim-rules")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Edits")
@Idempotent
class ClaimRuleResource {
    private static final String IF_MATCH = "If-Match";

    private final ClaimRules rules;

    ClaimRuleResource(ClaimRules rules) {
        this.rules = rules;
    }

    /** A rule to write. */
    @Schema(name = "NewClaimRule")
    record New(
            @NotBlank @Size(max = 60) @Pattern(regexp = "[a-z][a-z0-9-]+")
            String name,

            @Schema(description = "Whose claims it judges; without one, those to every payer")
            @Nullable
            @Registered(Registered.As.PAYER)
            UUID payerId,

            @NotNull @Valid RuleDefinition definition,
            @NotNull LocalDate effectiveFrom,
            @Nullable LocalDate effectiveTo,

            @Schema(description = "Who answers for it") @NotBlank @Size(max = 100)
            String owner) {
        NewRule rule() {
            return new NewRule(name, payerId, definition, effectiveFrom, effectiveTo, owner);
        }
    }

    /** Which claims a dry run looks at: those sent on the days. */
    @Schema(name = "ClaimRuleDryRunOf")
    record DryRunOf(@NotNull LocalDate from, @NotNull LocalDate to) {}

    @POST
    @Audited("claim-rule")
    @PermissionsAllowed("edit-rule:write")
    @Operation(
            operationId = "writeClaimRule",
            summary = "Write a rule, or the next version of one: a draft, which judges nothing")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = New.class),
                            examples = @ExampleObject(name = "rule", value = ClaimRuleExamples.NEW)))
    @APIResponse(
            responseCode = "201",
            description = "The draft",
            content =
                    @Content(
                            schema = @Schema(implementation = ClaimRuleView.class),
                            examples = @ExampleObject(name = "rule", value = ClaimRuleExamples.RULE)))
    @APIResponse(responseCode = "409", description = "claim-rule-draft-exists")
    @APIResponse(responseCode = "422", description = "claim-rule-condition-invalid")
    public RestResponse<ClaimRuleView> write(@Valid @NotNull New given) {
        var rule = rules.write(given.rule());
        return ResponseBuilder.create(RestResponse.Status.CREATED, rule)
                .location(URI.create("/api/v1/claim-rules/" + rule.id()))
                .header("ETag", rule.etag())
                .build();
    }

    @GET
    @PermissionsAllowed("claim:read")
    @Operation(operationId = "listClaimRules", summary = "Rules of payers and of the organization, every version")
    @APIResponse(
            responseCode = "200",
            description = "A page of rules",
            content =
                    @Content(
                            schema = @Schema(implementation = ClaimRuleView.Listed.class),
                            examples =
                                    @ExampleObject(
                                            name = "rules",
                                            value = "{\"items\":[" + ClaimRuleExamples.RULE + "]}")))
    public Page<ClaimRuleView> list(
            @RestQuery @Nullable @Pattern(regexp = "draft|active|off") String state, @BeanParam PageRequest page) {
        return rules.list(state == null ? null : StoredRule.State.valueOf(state.toUpperCase(Locale.ROOT)), page);
    }

    @GET
    @Path("{ruleId}")
    @PermissionsAllowed("claim:read")
    @Operation(operationId = "getClaimRule", summary = "A version of a rule")
    @APIResponse(
            responseCode = "200",
            description = "The rule; its ETag is what a write names in If-Match",
            content =
                    @Content(
                            schema = @Schema(implementation = ClaimRuleView.class),
                            examples = @ExampleObject(name = "rule", value = ClaimRuleExamples.RULE)))
    @APIResponse(responseCode = "404", description = "claim-rule-not-found")
    public RestResponse<ClaimRuleView> get(@RestPath UUID ruleId) {
        return answer(rules.get(ruleId));
    }

    @PUT
    @Path("{ruleId}")
    @Audited("claim-rule")
    @PermissionsAllowed("edit-rule:write")
    @Operation(operationId = "rewriteClaimRule", summary = "Change a draft")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = New.class),
                            examples = @ExampleObject(name = "rule", value = ClaimRuleExamples.NEW)))
    @APIResponse(
            responseCode = "200",
            description = "The draft",
            content =
                    @Content(
                            schema = @Schema(implementation = ClaimRuleView.class),
                            examples = @ExampleObject(name = "rule", value = ClaimRuleExamples.RULE)))
    @APIResponse(responseCode = "404", description = "claim-rule-not-found")
    @APIResponse(responseCode = "409", description = "claim-rule-step-not-allowed")
    @APIResponse(responseCode = "412", description = "stale")
    @APIResponse(responseCode = "422", description = "claim-rule-condition-invalid")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public RestResponse<ClaimRuleView> rewrite(
            @RestPath UUID ruleId, @RestHeader(IF_MATCH) @Nullable Revision expected, @Valid @NotNull New given) {
        return answer(rules.rewrite(ruleId, expected, given.rule()));
    }

    @POST
    @Path("{ruleId}/test")
    @PermissionsAllowed("edit-rule:write")
    @Operation(operationId = "testClaimRule", summary = "Run the tests of a rule")
    @APIResponse(
            responseCode = "200",
            description = "How each ended",
            content =
                    @Content(
                            schema = @Schema(implementation = ClaimRuleView.Tested.class),
                            examples = @ExampleObject(name = "tests", value = """
                                                    {"passed":true,"results":[{"name":"an injection with a visit","passed":true,"outcome":"caught"},
                                                    {"name":"the same with modifier 25","passed":true,"outcome":"left alone"}]}""")))
    @APIResponse(responseCode = "404", description = "claim-rule-not-found")
    public ClaimRuleView.Tested test(@RestPath UUID ruleId) {
        return rules.test(ruleId);
    }

    @POST
    @Path("{ruleId}/dry-run")
    @PermissionsAllowed("edit-rule:write")
    @Audited("claim")
    @Operation(
            operationId = "dryRunClaimRule",
            summary = "What the rule would have caught among claims already sent, and in cents")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = DryRunOf.class),
                            examples =
                                    @ExampleObject(
                                            name = "a quarter",
                                            value = "{\"from\":\"2026-01-01\",\"to\":\"2026-03-31\"}")))
    @APIResponse(
            responseCode = "200",
            description = "Counts and sums; nothing was changed",
            content =
                    @Content(
                            schema = @Schema(implementation = DryRun.class),
                            examples = @ExampleObject(name = "dry run", value = """
                                                    {"from":"2026-01-01","to":"2026-03-31","claims":1840,"complete":true,"caught":21,"caughtChargeCents":315000,"denied":17,
                                                    "deniedCents":204000,"caughtInVain":4,"missed":90,"broken":0,"examples":[{"claimId":"0199d0a0-0000-7000-8000-000000000031",
                                                    "claimNumber":"SB1000000V1","chargeCents":15000,"deniedCents":12000}]}""")))
    @APIResponse(responseCode = "404", description = "claim-rule-not-found")
    public DryRun dryRun(@RestPath UUID ruleId, @Valid @NotNull DryRunOf of) {
        return rules.dryRun(ruleId, of.from(), of.to());
    }

    @POST
    @Path("{ruleId}/activate")
    @Audited("claim-rule")
    @PermissionsAllowed("edit-rule:write")
    @Operation(
            operationId = "activateClaimRule",
            summary = "Switch a draft on, when it passes its tests",
            description =
                    "In every replica within a second. The version before it ends on the day before its first day.")
    @APIResponse(
            responseCode = "200",
            description = "On",
            content =
                    @Content(
                            schema = @Schema(implementation = ClaimRuleView.class),
                            examples = @ExampleObject(name = "rule", value = ClaimRuleExamples.RULE)))
    @APIResponse(responseCode = "404", description = "claim-rule-not-found")
    @APIResponse(responseCode = "409", description = "claim-rule-step-not-allowed, claim-rule-too-many")
    @APIResponse(responseCode = "412", description = "stale")
    @APIResponse(responseCode = "422", description = "claim-rule-tests-failed")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public RestResponse<ClaimRuleView> activate(
            @RestPath UUID ruleId, @RestHeader(IF_MATCH) @Nullable Revision expected) {
        return answer(rules.activate(ruleId, expected));
    }

    @POST
    @Path("{ruleId}/switch-off")
    @Audited("claim-rule")
    @PermissionsAllowed("edit-rule:write")
    @Operation(
            operationId = "switchOffClaimRule",
            summary = "Switch a rule off, in every replica within a second",
            description =
                    "It judges no claim any more, of whatever day. Claims that it kept go on when they are submitted again.")
    @APIResponse(
            responseCode = "200",
            description = "Off",
            content =
                    @Content(
                            schema = @Schema(implementation = ClaimRuleView.class),
                            examples = @ExampleObject(name = "rule", value = ClaimRuleExamples.RULE)))
    @APIResponse(responseCode = "404", description = "claim-rule-not-found")
    @APIResponse(responseCode = "409", description = "claim-rule-step-not-allowed")
    @APIResponse(responseCode = "412", description = "stale")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public RestResponse<ClaimRuleView> switchOff(
            @RestPath UUID ruleId, @RestHeader(IF_MATCH) @Nullable Revision expected) {
        return answer(rules.switchOff(ruleId, expected));
    }

    private static RestResponse<ClaimRuleView> answer(ClaimRuleView rule) {
        return ResponseBuilder.ok(rule).header("ETag", rule.etag()).build();
    }
}
