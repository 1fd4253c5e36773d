package org.superbill.systemtests.codersday;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Looks again until something has come. */
final class Await {
    private Await() {}

    static <T> T until(Supplier<T> look, Predicate<T> come) {
        return await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(200))
                .until(look::get, come);
    }
}
