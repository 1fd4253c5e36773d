package org.superbill.servicekit.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** The threads without which a service only seems to work: it is not alive once one of them has ended that nobody stopped. */
@Liveness
@ApplicationScoped
public class Loops implements HealthCheck {
    private static final Set<Thread> EXPECTED =
            ConcurrentHashMap.newKeySet(); // loops are no beans: they cannot be asked for

    /** @param thread started already */
    public static void expect(Thread thread) {
        EXPECTED.add(thread);
    }

    /** It is to end now. */
    public static void release(Thread thread) {
        EXPECTED.remove(thread);
    }

    @Override
    public HealthCheckResponse call() {
        var ended = EXPECTED.stream()
                .filter(thread -> !thread.isAlive())
                .map(Thread::getName)
                .sorted()
                .collect(Collectors.joining(", "));
        var answer = HealthCheckResponse.named("loops").status(ended.isEmpty());
        return ended.isEmpty()
                ? answer.build()
                : answer.withData("ended", ended).build();
    }
}
