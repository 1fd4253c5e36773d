package org.superbill.servicekit.security;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.StringPermission;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.Permission;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Turns the roles and scopes of a verified token into permissions. A token that breaks our own rules is no token. */
@ApplicationScoped
public class PermissionAugmentor implements SecurityIdentityAugmentor {

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? Uni.createFrom().item(() -> withPermissions(identity, token))
                : Uni.createFrom().item(identity);
    }

    private static SecurityIdentity withPermissions(SecurityIdentity identity, JsonWebToken token) {
        if (token.getSubject() == null || token.getSubject().isBlank()) {
            throw new AuthenticationFailedException("The token has no sub");
        }
        try {
            Set<Permission> permissions = Tokens.permissions(token).stream()
                    .map(PermissionAugmentor::permission)
                    .collect(Collectors.toSet());
            return QuarkusSecurityIdentity.builder(identity)
                    .addPermissionChecker(required ->
                            Uni.createFrom().item(permissions.stream().anyMatch(held -> held.implies(required))))
                    .build();
        } catch (IllegalArgumentException e) {
            throw new AuthenticationFailedException(e.getMessage());
        }
    }

    private static Permission permission(String text) {
        var colon = text.indexOf(':');
        return colon < 0
                ? new StringPermission(text)
                : new StringPermission(text.substring(0, colon), text.substring(colon + 1));
    }
}
