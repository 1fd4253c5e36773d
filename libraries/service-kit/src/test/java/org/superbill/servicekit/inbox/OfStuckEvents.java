package org.superbill.servicekit.inbox;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.superbill.servicekit.sample.Table;
import org.superbill.servicekit.tenancy.Tenancy;
import org.superbill.servicekit.testing.TestEvents;

/** Events of an encounter of an organization that nobody else has, and what the sample service has kept of them. */
abstract class OfStuckEvents {
    static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Tenancy tenancy;

    @Inject
    Table table;

    final UUID organization = UUID.randomUUID();
    final UUID encounter = UUID.randomUUID();
    TestEvents events;

    @BeforeEach
    void open() {
        events = TestEvents.open();
    }

    @AfterEach
    void close() {
        events.close();
    }

    final List<String> texts(String query, UUID subject) {
        return tenancy.as(organization, () -> table.texts(query, subject.toString()));
    }
}
