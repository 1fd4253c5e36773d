package org.superbill.servicekit.security;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.problem.KitProblem;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.request.RequestTrace;

/** Who this work is done for: the bearer of the request's token, or {@code system} in consumers and jobs. */
@RequestScoped
public class Caller {

    private final SecurityIdentity identity;
    private @Nullable String actingAs;
    private @Nullable UUID actingFor;
    /** Asked for some fifteen times a request, and the token throws and catches inside for each claim that no standard names. */
    private @Nullable Optional<UUID> organizationOfToken;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The token's {@code sub}; {@code anonymous} when there is none. */
    public String subject() {
        if (actingAs != null) {
            return actingAs;
        }
        var token = token();
        return token == null ? "anonymous" : token.getSubject();
    }

    /** Empty for a platform-admin and for programs that work for no organization. */
    public Optional<UUID> organization() {
        if (actingAs != null) {
            return Optional.ofNullable(actingFor);
        }
        var token = token();
        if (token == null) {
            return Optional.empty();
        }
        var known = organizationOfToken;
        if (known == null) {
            known = Tokens.organization(token);
            organizationOfToken = known;
        }
        return known;
    }

    /** @throws Problem {@code FORBIDDEN} when the token names no organization */
    public UUID requireOrganization() {
        return organization().orElseThrow(() -> new Problem(KitProblem.FORBIDDEN, "The token names no organization"));
    }

    /** Whether the token permits it: by a role, or of a program by its scope; never in consumers and jobs. */
    public boolean may(String permission) {
        var token = actingAs == null ? token() : null;
        return token != null && Tokens.permissions(token).contains(permission);
    }

    /** The roles that the token names, of a program that it is one; none in consumers and jobs. */
    public Set<Role> roles() {
        var token = actingAs == null ? token() : null;
        return token == null ? Set.of() : Tokens.roles(token);
    }

    /** For which practitioners the bearer may speak, as the token says; none where it does not say so, and in consumers and jobs. */
    public Set<UUID> practitioners() {
        var token = actingAs == null ? token() : null;
        return token == null ? Set.of() : Tokens.practitioners(token);
    }

    /** The request's id, as in {@code X-Request-Id} and in every log line. */
    public String requestId() {
        return RequestTrace.requestId();
    }

    /** For consumers and jobs, in a request context of their own: from here on the work is this organization's. */
    public void actAs(String subject, @Nullable UUID organization) {
        actingAs = subject;
        actingFor = organization;
    }

    private @Nullable JsonWebToken token() {
        return identity.getPrincipal() instanceof JsonWebToken token ? token : null;
    }
}
