package org.superbill.servicekit.tenancy;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** The organization that the current request, job or event works for: the token's, unless {@link Tenancy} says another. */
@RequestScoped
public class CurrentOrganization {
    private static final String NONE = "";

    private final SecurityIdentity identity;
    private @Nullable String assumed;

    CurrentOrganization(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Empty for a platform administrator and for everything without a token. */
    public Optional<UUID> get() {
        var text = text();
        return text.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(text));
    }

    /** As in the column {@code organization_id}; empty text for none. */
    public String text() {
        return assumed != null ? assumed : ofToken();
    }

    /** As {@link #text()}, also where no request is active. */
    static String textAnywhere() {
        var container = Arc.container();
        if (container == null || !container.requestContext().isActive()) {
            return NONE;
        }
        return container.instance(CurrentOrganization.class).get().text();
    }

    void assume(@Nullable UUID organization) {
        assumed = organization == null ? NONE : organization.toString();
    }

    void forget() {
        assumed = null;
    }

    private String ofToken() {
        if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            return NONE;
        }
        return token.claim("organization").map(CurrentOrganization::canonical).orElse(NONE);
    }

    /** A claim that is no UUID is nobody's: it must not come near SQL, nor see the rows of a differently written one. */
    private static String canonical(Object claim) {
        try {
            return UUID.fromString(claim.toString()).toString();
        } catch (IllegalArgumentException e) {
            return NONE;
        }
    }
}
