package org.superbill.gateway.token;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.idempotency.Idempotent;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.KitProblem;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.security.Role;
import org.superbill.servicekit.security.Tokens;

@Path("/api/v1/tokens")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
@Idempotent(kept = false)
@Tag(
        name = "Tokens",
        description = "The local issuer, in the profile local only; elsewhere an OIDC provider issues tokens")
class TokenResource {

    private static final String REQUEST_EXAMPLE = """
            {"organization": "01966f2d-0a1b-7c2d-8e3f-4a5b6c7d8e9f", "roles": ["coder"], "subject": "coder@example.org"}""";

    private static final String CLINICIAN_EXAMPLE = """
            {"organization": "01966f2d-0a1b-7c2d-8e3f-4a5b6c7d8e9f", "roles": ["clinician"], "subject": "ada.rivers@example.org",
             "practitioner": "0195a2f0-7c1e-7a10-9d2b-3f6f5d1c0001", "coversFor": ["0195a2f0-7c1e-7a10-9d2b-3f6f5d1c0002"]}""";

    private static final String ANSWER_EXAMPLE = """
            {"token": "eyJhbGciOiJSUzI1NiIsImtpZCI6ImxvY2FsIn0.…", "expiresAt": "2026-03-02T23:04:05Z"}""";

    private final LocalIssuer issuer;

    TokenResource(LocalIssuer issuer) {
        this.issuer = issuer;
    }

    /** Whom the token is for. */
    @Schema(name = "TokenRequest")
    record TokenRequest(
            @Schema(description = "Absent for a platform-admin") @Nullable
            UUID organization,

            @Schema(description = "As in docs/permissions.md", examples = "[\"coder\"]") @NotEmpty
            List<@NotNull String> roles,

            @Schema(description = "The token's sub; by default the first role")
            @Nullable
            @Pattern(regexp = Tokens.SUBJECT, message = "must be 1 to 255 characters that can be read")
            String subject,

            @Schema(description = "Permissions of a system client, separated by spaces")
            @Nullable
            @Pattern(regexp = "(?!.*  )[a-z0-9:-]([a-z0-9: -]*[a-z0-9:-])?")
            String scope,

            @Schema(description = "Which practitioner of the organization the bearer is (claim practitioner)") @Nullable
            UUID practitioner,

            @Schema(description = "Practitioners whom the bearer stands in for (claim covers_for)")
            @Nullable
            @Size(max = 100)
            List<@NotNull UUID> coversFor) {
        List<UUID> covered() {
            return coversFor == null ? List.of() : coversFor;
        }
    }

    @POST
    @PermissionsAllowed("token:issue")
    @Operation(
            operationId = "issueToken",
            summary = "Issue a token for tests and for trying things out",
            description =
                    "Only in the profile local; everywhere else this is 404. The answer is not kept: the same request again gets a token of its own.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = {
                                @ExampleObject(name = "coder", value = REQUEST_EXAMPLE),
                                @ExampleObject(name = "clinician", value = CLINICIAN_EXAMPLE)
                            }))
    @APIResponse(
            responseCode = "200",
            description = "A token that is valid for eight hours",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = LocalIssuer.IssuedToken.class),
                            examples = @ExampleObject(name = "token", value = ANSWER_EXAMPLE)))
    public LocalIssuer.IssuedToken issue(@Valid @NotNull TokenRequest request) {
        for (var i = 0; i < request.roles().size(); i++) {
            requireRole(request.roles().get(i), "/roles/" + i);
        }
        requireKnownScope(request);
        if (request.organization() == null) {
            requireNobody(request);
        }
        var subject = request.subject() == null ? request.roles().get(0) : request.subject();
        return issuer.issue(new LocalIssuer.Grant(
                subject,
                request.organization(),
                request.roles(),
                request.scope(),
                request.practitioner(),
                request.covered()));
    }

    @GET
    @Path("jwks.json")
    @PermitAll
    @NonBlocking // services, and the gateway itself, fetch it while their workers wait for it
    @Operation(operationId = "getTokenKeys", summary = "The local issuer's public key (RFC 7517)")
    @APIResponse(
            responseCode = "200",
            description = "The key set",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples =
                                    @ExampleObject(
                                            name = "one key",
                                            value =
                                                    "{\"keys\": [{\"kty\": \"RSA\", \"use\": \"sig\", \"alg\": \"RS256\","
                                                            + " \"kid\": \"local\", \"n\": \"0vx7ag…\", \"e\": \"AQAB\"}]}")))
    public Map<String, Object> keys() {
        return issuer.publicKeys();
    }

    /** Practitioners are of an organization. */
    private static void requireNobody(TokenRequest request) {
        if (request.practitioner() != null || !request.covered().isEmpty()) {
            throw new Problem(
                    KitProblem.VALIDATION_FAILED,
                    "A practitioner is one of an organization",
                    new FieldError(
                            request.practitioner() == null ? "/coversFor" : "/practitioner",
                            "organization-needed",
                            "needs the organization that the practitioner is of"));
        }
    }

    /** A program has its scope and nothing else: a role beside it would give nothing, and neither would a permission that there is not. */
    private static void requireKnownScope(TokenRequest request) {
        if (request.roles().size() > 1 && request.roles().contains(Role.SYSTEM.text())) {
            throw new Problem(
                    KitProblem.VALIDATION_FAILED,
                    "A program has no other role",
                    new FieldError("/roles", "system-alone", "has system beside another role"));
        }
        if (request.scope() != null
                && !Arrays.stream(request.scope().split(" ")).allMatch(Role::isPermission)) {
            throw new Problem(
                    KitProblem.VALIDATION_FAILED,
                    "There is no such permission",
                    new FieldError("/scope", "unknown-permission", "has what is no permission in docs/permissions.md"));
        }
    }

    private static void requireRole(String role, String pointer) {
        if (Role.of(role).isEmpty()) {
            throw new Problem(
                    KitProblem.VALIDATION_FAILED,
                    "There is no such role",
                    new FieldError(pointer, "unknown-role", "is none of the roles in docs/permissions.md"));
        }
    }
}
