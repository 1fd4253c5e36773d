package org.superbill.servicekit.tenancy;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.security.Caller;

/** The organization that the current request, job or event works for: the caller's, unless {@link Tenancy#assume} said another. */
@RequestScoped
public class CurrentOrganization {
    private static final String NONE = "";

    private final Caller caller;
    private @Nullable UUID assumed;

    CurrentOrganization(Caller caller) {
        this.caller = caller;
    }

    /** Empty for a platform administrator and for everything without a token. */
    public Optional<UUID> get() {
        return assumed != null ? Optional.of(assumed) : caller.organization();
    }

    /** As in the column {@code organization_id}; empty text for none. */
    public String text() {
        return get().map(UUID::toString).orElse(NONE);
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
        assumed = organization;
    }
}
