package org.superbill.servicekit.inbox;

import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.superbill.events.EventContract;
import org.superbill.servicekit.sample.Table;
import org.superbill.servicekit.tenancy.Tenancy;
import org.superbill.servicekit.testing.TestEvents;
import org.superbill.stack.LocalPostgres;

/** Events to the sample service, and what it has heard of them. */
abstract class SampleInbox {
    static final EventContract VOIDED = EventContract.ENCOUNTER_VOIDED;

    @Inject
    Tenancy tenancy;

    @Inject
    Table table;

    LocalPostgres postgres;

    final UUID organization = UUID.randomUUID();
    final UUID encounter = UUID.randomUUID();
    TestEvents events;

    @BeforeEach
    void open() {
        events = TestEvents.open();
    }

    @AfterEach
    void close() {
        postgres.start();
        events.close();
    }

    void sendData(String json, UUID subject) {
        events.send(
                VOIDED.topic(),
                subject.toString(),
                TestEvents.headers(UUID.randomUUID(), organization, VOIDED.type(), subject.toString(), 1),
                json.getBytes(StandardCharsets.UTF_8));
    }

    void awaitHeard(String... texts) {
        await().atMost(Duration.ofSeconds(30)).until(this::heard, List.of(texts)::equals);
    }

    List<String> heard() {
        return heard(encounter);
    }

    List<String> heardNow() {
        return table.texts("select text from heard where subject = ? order by place", encounter.toString());
    }

    List<String> heard(UUID subject) {
        return whenThere(() -> tenancy.as(
                organization,
                () -> table.texts("select text from heard where subject = ? order by place", subject.toString())));
    }

    List<String> lastName(UUID patient) {
        return tenancy.as(organization, () -> table.texts("select last_name from known_patient where id = ?", patient));
    }

    void awaitStuck(String... texts) {
        await().atMost(Duration.ofSeconds(30)).until(this::stuck, List.of(texts)::equals);
    }

    List<String> stuck() {
        return stuck(encounter);
    }

    List<String> stuck(UUID subject) {
        return tenancy.as(
                organization,
                () -> table.texts(
                        "select state || ' ' || reason from stuck_event where subject = ? order by sequence",
                        subject.toString()));
    }

    /** While the database is away nothing can be said to be there. */
    static List<String> whenThere(Supplier<List<String>> query) {
        try {
            return query.get();
        } catch (RuntimeException e) {
            if (Failure.of(e) == Failure.PASSES) {
                return List.of("the database is away");
            }
            throw e;
        }
    }
}
