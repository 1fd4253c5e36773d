package org.superbill.systemtests.fault;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.superbill.systemtests.RunningSystem;
import org.superbill.systemtests.SuperbillSystem;
import org.superbill.systemtests.role.Series;

/** Kafka is killed (SIGKILL) and away for 30 seconds: the clinic goes on, and nothing is lost or doubled. */
@ExtendWith(RunningSystem.class)
class KafkaAwayTest {
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
        series.eachWasSentOnce(4);
    }

    /** The length of the outage is what is tested, so it is waited for. */
    private static void passes(Duration time) {
        var end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
    }
}
