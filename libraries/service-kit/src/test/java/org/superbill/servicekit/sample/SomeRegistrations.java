package org.superbill.servicekit.sample;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.superbill.servicekit.tenancy.CurrentOrganization;
import org.superbill.servicekit.tenancy.Registrations;

/** Every organization is registered but those that a test names, until it says otherwise. */
@ApplicationScoped
public class SomeRegistrations implements Registrations {
    private final Set<UUID> unknown = ConcurrentHashMap.newKeySet();
    private final CurrentOrganization organization;

    SomeRegistrations(CurrentOrganization organization) {
        this.organization = organization;
    }

    public void doesNotKnow(UUID id) {
        unknown.add(id);
    }

    public void hearsOf(UUID id) {
        unknown.remove(id);
    }

    @Override
    public boolean isRegistered() {
        return organization.get().filter(unknown::contains).isEmpty();
    }

    @Override
    public Duration delay() {
        return Duration.ofSeconds(2);
    }
}
