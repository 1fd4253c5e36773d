package org.superbill.systemtests.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.superbill.systemtests.RunningSystem;
import org.superbill.systemtests.SuperbillSystem;
import org.superbill.systemtests.role.Series;

/** Kafka or PostgreSQL is away for 30 seconds: calls get a clear answer, and nothing is lost or doubled. */
@ExtendWith(RunningSystem.class)
class StoreAwayTest {
    private static final Duration AWAY = Duration.ofSeconds(30);

    @Test
    void withKafkaAwayTheClinicGoesOnAndTheClaimsFollow(SuperbillSystem system) {
        var series = Series.begins(system);
        series.codesAnEncounter();
        var kafka = system.stack().process("kafka");
        kafka.stop();
        var while_ = series.completesAnEncounter();
        passes(AWAY);
        kafka.start();
        series.codes(while_);
        series.codesAnEncounter();
        sendsEachOnce(series, 3);
    }

    @Test
    void withPostgresAwayCallsAreRefusedClearlyAndGoOnAfterwards(SuperbillSystem system) {
        var series = Series.begins(system);
        series.codesAnEncounter();
        var postgres = system.stack().process("postgres");
        postgres.stop();
        var refused = series.triesToRegisterAnEncounter();
        assertThat(refused.status()).isIn(500, 503);
        assertThat(refused.json().path("type").asText()).startsWith("https://");
        assertThat(refused.text()).doesNotContainIgnoringCase("sql").doesNotContain("Exception");
        passes(AWAY);
        postgres.start();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> series.triesToRegisterAnEncounter().status() == 201);
        series.codesAnEncounter();
        sendsEachOnce(series, 2);
    }

    private static void sendsEachOnce(Series series, int count) {
        var claims = series.claims();
        assertThat(claims).hasSize(count);
        claims.forEach(series::submits);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(series.transports()).containsOnly("accepted"));
        claims.forEach(claimId -> assertThat(series.charges(claimId)).isEqualTo(1));
        assertThat(series.submittedEvents()).hasSize(count);
        assertThat(series.receivedByPayer()).hasSize(count).doesNotHaveDuplicates();
        series.books().areCoherent();
    }

    /** The length of the outage is what is tested, so it is waited for. */
    private static void passes(Duration time) {
        var end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
    }
}
