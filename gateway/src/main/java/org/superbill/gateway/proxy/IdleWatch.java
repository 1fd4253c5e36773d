package org.superbill.gateway.proxy;

import io.vertx.core.Vertx;
import java.time.Duration;

/**
 * Notices when nothing has moved for a while in a request on its way through. One for each request; it lives on the request's
 * event loop, so that it needs no locks, and looks at the clock a few times per timeout instead of setting a timer for each chunk.
 */
final class IdleWatch {

    private static final int LOOKS_PER_TIMEOUT = 4;

    private final Vertx vertx;
    private final long timer;
    private long lastSignOfLife = System.nanoTime();
    private boolean expired;

    IdleWatch(Vertx vertx, Duration timeout, Runnable onIdle) {
        this.vertx = vertx;
        this.timer = vertx.setPeriodic(Math.max(1, timeout.toMillis() / LOOKS_PER_TIMEOUT), id -> {
            if (System.nanoTime() - lastSignOfLife > timeout.toNanos()) {
                expired = true;
                stop();
                onIdle.run();
            }
        });
    }

    void signOfLife() {
        lastSignOfLife = System.nanoTime();
    }

    boolean hasExpired() {
        return expired;
    }

    void stop() {
        vertx.cancelTimer(timer);
    }
}
