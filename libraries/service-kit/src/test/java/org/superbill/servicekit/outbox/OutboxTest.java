package org.superbill.servicekit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.superbill.servicekit.sample.TestData.voided;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.events.AuditRecorded;
import org.superbill.events.CodeReleaseActivated;
import org.superbill.events.CodeReleaseRolledBack;
import org.superbill.events.EncounterVoided;
import org.superbill.events.EventContract;
import org.superbill.events.PatientBalanceChanged;
import org.superbill.servicekit.request.RequestTrace;
import org.superbill.servicekit.tenancy.Tenancy;
import org.superbill.servicekit.testing.ServiceStack;
import org.superbill.servicekit.testing.TestEvents;
import org.superbill.stack.LocalKafka;
import org.superbill.stack.LocalPostgres;

@QuarkusTest
@WithTestResource(ServiceStack.class)
class OutboxTest {
    private static final String TOPIC = EventContract.PATIENT_BALANCE_CHANGED.topic();

    @Inject
    Outbox outbox;

    @Inject
    Tenancy tenancy;

    LocalPostgres postgres;
    LocalKafka kafka;

    private final UUID organization = UUID.randomUUID();
    private final UUID subject = UUID.randomUUID();
    private TestEvents events;

    @BeforeEach
    void open() {
        events = TestEvents.open();
    }

    @AfterEach
    void close() {
        kafka.start();
        postgres.start();
        events.close();
    }

    @Test
    void anEventArrivesAsACloudEventAfterItsTransaction() {
        tenancy.as(organization, () -> {
            RequestTrace.begin("a-request", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
            outbox.publish(new PatientBalanceChanged(subject, 12_00));
            RequestTrace.end();
        });

        assertThat(events.await(PatientBalanceChanged.class, subject.toString()))
                .isEqualTo(new PatientBalanceChanged(subject, 12_00));
        var message = messages().get(0);
        assertThat(new String(message.key())).isEqualTo(subject.toString());
        assertThat(TestEvents.text(message, "ce_specversion")).isEqualTo("1.0");
        assertThat(TestEvents.text(message, "ce_type")).isEqualTo("org.superbill.patient-balance-changed.v1");
        assertThat(TestEvents.text(message, "ce_source")).isEqualTo("/sample-service");
        assertThat(TestEvents.text(message, "ce_organization")).isEqualTo(organization.toString());
        assertThat(TestEvents.text(message, "ce_sequence")).isEqualTo("1");
        assertThat(TestEvents.text(message, "content-type")).isEqualTo("application/json");
        assertThat(TestEvents.text(message, "ce_traceparent"))
                .isEqualTo("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        assertThat(UUID.fromString(TestEvents.text(message, "ce_id"))).isNotNull();
        assertThat(Instant.parse(TestEvents.text(message, "ce_time"))).isNotNull();
    }

    @Test
    void whatIsRolledBackIsNeverTold() {
        assertThatThrownBy(() -> tenancy.as(organization, () -> {
                    outbox.publish(new PatientBalanceChanged(subject, 1));
                    throw new IllegalArgumentException("rolled back");
                }))
                .hasMessage("rolled back");
        publish(2);

        events.await(PatientBalanceChanged.class, subject.toString());
        assertThat(sequences()).containsExactly(1L);
        assertThat(events.all(PatientBalanceChanged.class, subject.toString()))
                .containsExactly(new PatientBalanceChanged(subject, 2));
    }

    @Test
    void anEventNeedsATransactionAndAnOrganization() {
        assertThatThrownBy(() -> outbox.publish(new PatientBalanceChanged(subject, 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("transaction");
        assertThatThrownBy(() -> tenancy.asNobody(() -> {
                    outbox.publish(new PatientBalanceChanged(subject, 1));
                    return true;
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("organization");
    }

    @Test
    void whatAPlatformAdministratorDoesIsAuditedWithoutAnOrganization() {
        tenancy.asNobody(() -> {
            outbox.publish(new AuditRecorded(
                    subject,
                    Instant.EPOCH,
                    "sample",
                    "admin",
                    "list",
                    "organization",
                    null,
                    "success",
                    null,
                    null,
                    null,
                    null));
            return true;
        });
        events.await(AuditRecorded.class, subject.toString());
    }

    @Test
    void whatAllOrganizationsShareIsToldWithoutOne() {
        var release = "2026-" + subject;
        tenancy.asNobody(() -> {
            outbox.publish(new CodeReleaseActivated("hcpcs", release, LocalDate.of(2026, 1, 1), 1, "0"));
            outbox.publish(new CodeReleaseRolledBack("hcpcs", release, LocalDate.of(2026, 1, 1), "0"));
            return true;
        });
        var told = events.awaitRecord(
                "code-release-rolled-back",
                message -> new String(message.value(), StandardCharsets.UTF_8).contains(release));
        assertThat(told.headers().lastHeader("ce_organization")).isNull();
    }

    @Test
    void anEventThatCarriesAWholeRequestOfAMebibyteArrives() {
        var text = "x".repeat(1_900_000);
        tenancy.as(organization, () -> outbox.publish(voided(subject, text)));
        assertThat(events.await(EncounterVoided.class, subject.toString()).reason())
                .isEqualTo(text);
    }

    @Test
    void whatKafkaRefusesTwiceUnderOneIdIsSetAsideOnceAndHoldsNothingElseBack() throws SQLException {
        var letter = new DeadLetter(subject, "encounter-voided", "", subject.toString(), 0, "{}", new byte[3_000_000]);
        tenancy.as(organization, () -> outbox.publish(letter));
        await().atMost(Duration.ofSeconds(30)).until(() -> count("outbox_set_aside") == 1);
        var again = new DeadLetter(subject, "encounter-voided", "", subject + " again", 0, "{}", new byte[3_000_000]);
        tenancy.as(organization, () -> outbox.publish(again));
        publish(1);

        events.await(PatientBalanceChanged.class, subject.toString());
        await().atMost(Duration.ofSeconds(30)).until(() -> count("outbox") == 0);
        assertThat(count("outbox_set_aside")).isEqualTo(1);
    }

    @Test
    void theSequenceCountsEachKindAndSubjectOnItsOwn() {
        var other = UUID.randomUUID();
        tenancy.as(organization, () -> {
            outbox.publish(List.of(
                    new PatientBalanceChanged(subject, 1),
                    new PatientBalanceChanged(other, 1),
                    voided(subject, "ok"),
                    new PatientBalanceChanged(subject, 2)));
        });
        publish(3);

        events.await(PatientBalanceChanged.class, subject.toString(), event -> event.balanceCents() == 3);
        assertThat(sequences()).containsExactly(1L, 2L, 3L);
        assertThat(events.all(PatientBalanceChanged.class, subject.toString()))
                .extracting(PatientBalanceChanged::balanceCents)
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void eventsOfOneSubjectKeepTheirOrderWhenManyTellAtOnce() throws Exception {
        var writers = Executors.newFixedThreadPool(8);
        var work = IntStream.range(0, 200)
                .<Callable<Boolean>>mapToObj(cents -> () -> {
                    publish(cents);
                    return true;
                })
                .toList();
        for (var written : writers.invokeAll(work)) {
            assertThat(written.get()).isTrue();
        }
        writers.shutdown();

        await().atMost(Duration.ofSeconds(30)).until(() -> messages().size() >= 200);
        assertThat(sequences())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 200).boxed().toList());
    }

    @Test
    void whileKafkaIsAwayEventsWaitAndNoneIsLost() throws SQLException {
        publish(1);
        events.await(PatientBalanceChanged.class, subject.toString());
        kafka.stop();
        publish(2);
        publish(3);
        assertThat(count("outbox")).isEqualTo(2);
        kafka.start();

        events.await(PatientBalanceChanged.class, subject.toString(), event -> event.balanceCents() == 3);
        assertThat(sequences().stream().distinct()).containsExactly(1L, 2L, 3L);
        await().until(() -> count("outbox") == 0);
    }

    @Test
    void afterTheDatabaseWasAwayTheRelayGoesOn() {
        publish(1);
        events.await(PatientBalanceChanged.class, subject.toString());
        postgres.kill();
        postgres.start();
        await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> {
            publish(2);
            return true;
        });

        events.await(PatientBalanceChanged.class, subject.toString(), event -> event.balanceCents() == 2);
    }

    @Test
    void whatKafkaRefusesIsSetAsideAndHoldsBackItsSubjectOnly() throws SQLException {
        var large = voided(subject, "x".repeat(3_000_000));
        tenancy.as(organization, () -> outbox.publish(large));
        tenancy.as(organization, () -> outbox.publish(voided(subject, "held back")));
        var other = UUID.randomUUID();
        tenancy.as(organization, () -> outbox.publish(voided(other, "goes")));

        events.await(EncounterVoided.class, other.toString());
        await().until(() -> count("outbox_set_aside") == 1);
        assertThat(count("outbox")).isEqualTo(1);
        assertThat(events.all(EncounterVoided.class, subject.toString())).isEmpty();

        mendWhatWasSetAside();
        assertThat(tenancy.as(organization, () -> setAside.queueAgain(idOfSetAside)))
                .isTrue();
        events.await(
                EncounterVoided.class,
                subject.toString(),
                event -> event.reason().equals("held back"));
        assertThat(events.all(EncounterVoided.class, subject.toString()))
                .extracting(EncounterVoided::reason)
                .containsExactly("mended", "held back");
        assertThat(tenancy.as(organization, () -> setAside.queueAgain(idOfSetAside)))
                .isFalse();
    }

    @Inject
    SetAside setAside;

    private UUID idOfSetAside;

    private void mendWhatWasSetAside() throws SQLException {
        try (var connection = postgres.connect("patient", "patient_owner");
                var statement = connection.prepareStatement(
                        "update outbox_set_aside set payload = convert_to(?, 'UTF8') where organization_id = ? returning event_id")) {
            statement.setString(1, "{\"encounterId\":\"%s\",\"reason\":\"mended\"}".formatted(subject));
            statement.setString(2, organization.toString());
            try (var row = statement.executeQuery()) {
                row.next();
                idOfSetAside = row.getObject(1, UUID.class);
            }
        }
    }

    private void publish(long cents) {
        tenancy.as(organization, () -> outbox.publish(new PatientBalanceChanged(subject, cents)));
    }

    private List<ConsumerRecord<byte[], byte[]>> messages() {
        return events.records(TOPIC).stream()
                .filter(message -> TestEvents.text(message, "ce_subject").equals(subject.toString()))
                .toList();
    }

    private List<Long> sequences() {
        return new ArrayList<>(messages().stream()
                .map(message -> Long.parseLong(TestEvents.text(message, "ce_sequence")))
                .toList());
    }

    private int count(String table) throws SQLException {
        try (var connection = postgres.connect("patient", "patient_owner");
                var statement =
                        connection.prepareStatement("select count(*) from " + table + " where organization_id = ?")) {
            statement.setString(1, organization.toString());
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
