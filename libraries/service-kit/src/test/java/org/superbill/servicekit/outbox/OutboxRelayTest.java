package org.superbill.servicekit.outbox;

import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OutboxRelayTest {
    private final AtomicInteger attempts = new AtomicInteger();

    @Test
    void anErrorOfTheJvmDoesNotEndTheRelay() throws InterruptedException {
        var database = (AgroalDataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {AgroalDataSource.class}, (proxy, method, arguments) -> {
                    if (attempts.incrementAndGet() == 1) {
                        throw new StackOverflowError();
                    }
                    throw new SQLException("away");
                });
        var relay = new OutboxRelay(database, null, null, new SimpleMeterRegistry());
        relay.start(new StartupEvent());
        await().atMost(Duration.ofSeconds(30)).until(() -> attempts.get() > 1);
        relay.stop(new ShutdownEvent());
    }
}
