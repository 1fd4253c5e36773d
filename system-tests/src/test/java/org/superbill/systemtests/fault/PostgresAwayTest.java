package org.superbill.systemtests.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.superbill.systemtests.Answer;
import org.superbill.systemtests.RunningSystem;
import org.superbill.systemtests.SuperbillSystem;
import org.superbill.systemtests.role.Series;

/** PostgreSQL is killed (SIGKILL, its workers with it) and away for 30 seconds: calls get a clear answer, and nothing is lost or doubled. */
@ExtendWith(RunningSystem.class)
class PostgresAwayTest {
    private static final Duration AWAY = Duration.ofSeconds(30);

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
        series.eachWasSentOnce(3);
    }

    private static void isRefused(Answer answer) {
        answer.expect(503);
        assertThat(answer.json().path("type").asText()).isEqualTo("https://superbill.org/problems/unavailable");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.text()).doesNotContainIgnoringCase("sql").doesNotContain("Exception");
    }
}
