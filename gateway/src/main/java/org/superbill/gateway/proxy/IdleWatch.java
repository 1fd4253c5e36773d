package org.superbill.gateway.proxy;

import io.vertx.core.Vertx;
import java.time.Duration;

/**
 * Notices when nothing has moved for a while in a request on its way through, and when its body has not come in whole in time. One for
 * each request; it lives on the request's event loop, so that it needs no locks, and looks at the clock a few times per timeout instead
 * of setting a timer for each chunk.
 */
final class IdleWatch {

    private static final int LOOKS_PER_TIMEOUT = 4;

    private final Vertx vertx;
    private final Duration idleTimeout;
    private final long timer;
    private final long begun = System.nanoTime();
    private long lastSignOfLife = begun;
    private Duration patience;
    private boolean bodyHasCome;
    private boolean expired;

    /** @param bodyTimeout from now until the whole body is there */
    IdleWatch(Vertx vertx, Duration idleTimeout, Duration bodyTimeout, Runnable onIdle) {
        this.vertx = vertx;
        this.idleTimeout = idleTimeout;
        this.patience = idleTimeout;
        this.timer = vertx.setPeriodic(Math.max(1, idleTimeout.toMillis() / LOOKS_PER_TIMEOUT), id -> {
            var now = System.nanoTime();
            if (now - lastSignOfLife > patience.toNanos() || !bodyHasCome && now - begun > bodyTimeout.toNanos()) {
                expired = true;
                stop();
                onIdle.run();
            }
        });
    }

    void signOfLife() {
        lastSignOfLife = System.nanoTime();
    }

    /** @param untilAnswer how long the service may now be silent */
    void bodyHasCome(Duration untilAnswer) {
        bodyHasCome = true;
        patience = untilAnswer;
        signOfLife();
    }

    void answerHasBegun() {
        patience = idleTimeout;
        signOfLife();
    }

    boolean hasExpired() {
        return expired;
    }

    void stop() {
        vertx.cancelTimer(timer);
    }
}
