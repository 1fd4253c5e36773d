package org.superbill.billing.reference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import org.superbill.servicekit.tenancy.CurrentOrganization;
import org.superbill.servicekit.tenancy.Registrations;

/** Organizations of which billing has heard. */
@ApplicationScoped
class RegisteredPractices implements Registrations {
    private static final Duration NEWS_ARRIVE_WITHIN = Duration.ofSeconds(10);

    private final ReferenceStore store;
    private final CurrentOrganization organization;

    RegisteredPractices(ReferenceStore store, CurrentOrganization organization) {
        this.store = store;
        this.organization = organization;
    }

    @Override
    @Transactional
    public boolean isRegistered() {
        return organization
                .get()
                .flatMap(id -> store.find(Reference.PRACTICE, id))
                .isPresent();
    }

    @Override
    public Duration delay() {
        return NEWS_ARRIVE_WITHIN;
    }
}
