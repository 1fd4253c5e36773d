package org.superbill.patient.organization;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.superbill.servicekit.tenancy.CurrentOrganization;
import org.superbill.servicekit.tenancy.Kept;
import org.superbill.servicekit.tenancy.Registrations;

/** What every request has to know of its organization: that it is registered, and which day it is there. */
@ApplicationScoped
public class OwnOrganization implements Registrations {
    private static final Duration KEPT_FOR = Duration.ofSeconds(10);

    private final OrganizationStore store;
    private final CurrentOrganization organization;
    private final Kept<Optional<ZoneId>> zone;
    private final Clock clock;

    OwnOrganization(
            OrganizationStore store,
            CurrentOrganization organization,
            TransactionSynchronizationRegistry transactions,
            Clock clock) {
        this.store = store;
        this.organization = organization;
        this.zone = new Kept<>(organization, transactions, KEPT_FOR);
        this.clock = clock;
    }

    /** By the business clock, in the organization's time zone; by UTC where it is not registered. */
    public LocalDate today() {
        return LocalDate.now(zone().map(clock::withZone).orElse(clock));
    }

    /** As it is now: who was refused a moment ago may have been registered since. */
    @Override
    public boolean isRegistered() {
        return read().isPresent();
    }

    void changes() {
        zone.changed();
    }

    private Optional<ZoneId> zone() {
        return zone.get(this::read);
    }

    private Optional<ZoneId> read() {
        return QuarkusTransaction.joiningExisting()
                .call(() -> organization.get().flatMap(store::findByIdOptional).map(Organization::zone));
    }
}
