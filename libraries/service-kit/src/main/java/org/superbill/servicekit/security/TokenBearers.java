package org.superbill.servicekit.security;

import io.quarkus.arc.Unremovable;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.StringPermission;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.smallrye.jwt.runtime.auth.MpJwtValidator;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.Permission;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Says who the bearer of a token is, and turns its roles and scopes into permissions. A token that breaks our own rules is no token. One that was
 * verified within the last minute is not verified again: that took longer than most of what it was verified for.
 */
@Unremovable // Quarkus finds it by its type
@ApplicationScoped
public class TokenBearers implements IdentityProvider<TokenAuthenticationRequest> {
    private static final int BEFORE_QUARKUS = SYSTEM_FIRST + 100; // its own has a little more than SYSTEM_FIRST

    private final MpJwtValidator validator;
    private final VerifiedTokens verified = new VerifiedTokens(Clock.systemUTC()); // not the business clock

    TokenBearers(MpJwtValidator validator) {
        this.validator = validator;
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    @Override
    public int priority() {
        return BEFORE_QUARKUS;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        var known = verified.bearer(request.getToken().getToken());
        return known != null
                ? Uni.createFrom().item(known)
                : validator.authenticate(request, context).map(identity -> verified(request, identity));
    }

    /** Nothing of the request goes into it: the next request with this token has the same. */
    private SecurityIdentity verified(TokenAuthenticationRequest request, SecurityIdentity identity) {
        var token = (JsonWebToken) identity.getPrincipal();
        if (!Tokens.hasSubject(token)) {
            throw new AuthenticationFailedException("The token has no sub that the audit trail can name");
        }
        var bearer = QuarkusSecurityIdentity.builder()
                .setPrincipal(token)
                .addCredential(request.getToken())
                .addRoles(identity.getRoles());
        try {
            var unused =
                    Tokens.practitioners(token); // one that is no UUID is refused here, not where it is first asked for
            Set<Permission> permissions = Tokens.permissions(token).stream()
                    .map(TokenBearers::permission)
                    .collect(Collectors.toUnmodifiableSet());
            bearer.addPermissionChecker(
                    required -> Uni.createFrom().item(permissions.stream().anyMatch(held -> held.implies(required))));
        } catch (IllegalArgumentException e) {
            throw new AuthenticationFailedException(e.getMessage());
        }
        var known = bearer.build();
        verified.keep(request.getToken().getToken(), known, Instant.ofEpochSecond(token.getExpirationTime()));
        return known;
    }

    /** How many tokens need not be verified at the moment. */
    int known() {
        return verified.size();
    }

    private static Permission permission(String text) {
        var colon = text.indexOf(':');
        return colon < 0
                ? new StringPermission(text)
                : new StringPermission(text.substring(0, colon), text.substring(colon + 1));
    }
}
