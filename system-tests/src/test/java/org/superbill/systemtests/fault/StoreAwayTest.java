package org.superbill.systemtests.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.superbill.systemtests.Answer;
import org.superbill.systemtests.RunningSystem;
import org.superbill.systemtests.SuperbillSystem;
import org.superbill.systemtests.role.Series;

/**
 * Kafka or PostgreSQL is killed (SIGKILL; PostgreSQL's workers with it) and away for 30 seconds: calls get a clear answer, and
 * nothing is lost or doubled.
 */
@ExtendWith(RunningSystem.class)
class StoreAwayTest {
    private static final Duration AWAY = Duration.ofSeconds(30);

    @Test
    void withKafkaKilledTheClinicGoesOnAndTheClaimsFollow(SuperbillSystem system) {
        var series = Series.begins(system);
        var before = series.claim(series.codesAnEncounter());
        var during = series.claim(series.codesAnEncounter());
        var kafka = system.stack().process("kafka");
        series.submits(before);
        kafka.kill();
        series.submits(during);
        var visit = series.completesAnEncounter();
        passes(AWAY);
        kafka.start();
        series.codes(visit);
        series.submits(series.claim(visit));
        series.submits(series.claim(series.codesAnEncounter()));
        eachWasSentOnce(series, 4);
    }

    @Test
    void withPostgresKilledCallsAreRefusedClearlyAndGoOnAfterwards(SuperbillSystem system) {
        var series = Series.begins(system);
        var before = series.claim(series.codesAnEncounter());
        var during = series.claim(series.codesAnEncounter());
        var etag = series.etag(during);
        var postgres = system.stack().process("postgres");
        series.submits(before);
        postgres.kill();
        var end = System.nanoTime() + AWAY.toNanos();
        do {
            isRefused(series.triesToRegisterAnEncounter());
            isRefused(series.triesToSubmit(during, etag));
        } while (System.nanoTime() < end);
        postgres.start();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> series.triesToSubmit(during, etag).status() == 202);
        assertThat(series.encounters()).as("what was refused did not happen").isEqualTo(2);
        series.submits(series.claim(series.codesAnEncounter()));
        eachWasSentOnce(series, 3);
    }

    private static void isRefused(Answer answer) {
        answer.expect(503);
        assertThat(answer.json().path("type").asText()).isEqualTo("https://superbill.org/problems/unavailable");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.text()).doesNotContainIgnoringCase("sql").doesNotContain("Exception");
    }

    private static void eachWasSentOnce(Series series, int count) {
        var claims = series.claims();
        assertThat(claims).hasSize(count);
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
