package org.superbill.gateway.proxy;

import io.vertx.core.Vertx;
import java.time.Duration;

/**
 * Notices when nothing has moved for a while in a request on its way through, and when its body has not come, or its answer not gone, in whole in time. One for
 * each request; it lives on the request's event loop, so that it needs no locks, and looks at the clock a few times per timeout instead
 * of setting a timer for each chunk.
 */
final class IdleWatch {

    private static final int LOOKS_PER_TIMEOUT = 4;

    private final Vertx vertx;
    private final Duration idleTimeout;
    private final long timer;
    private final Duration bodyTimeout;
    private final Duration answerTimeout;
    private final long begun = System.nanoTime();
    private long lastSignOfLife = begun;
    private Duration patience;
    private boolean bodyHasCome;
    private boolean answerHasBegun;
    private long answerBegun;
    private boolean expired;

    /**
     * @param bodyTimeout from now until the whole body is there
     * @param answerTimeout from the beginning of the answer until all of it has gone
     */
    IdleWatch(Vertx vertx, Duration idleTimeout, Duration bodyTimeout, Duration answerTimeout, Runnable onIdle) {
        this.vertx = vertx;
        this.idleTimeout = idleTimeout;
        this.bodyTimeout = bodyTimeout;
        this.answerTimeout = answerTimeout;
        this.patience = idleTimeout;
        this.timer = vertx.setPeriodic(Math.max(1, idleTimeout.toMillis() / LOOKS_PER_TIMEOUT), id -> {
            var now = System.nanoTime();
            if (now - lastSignOfLife > patience.toNanos() || isTooLong(now)) {
                expired = true;
                stop();
                onIdle.run();
            }
        });
    }

    private boolean isTooLong(long now) {
        return !bodyHasCome && now - begun > bodyTimeout.toNanos()
                || answerHasBegun && now - answerBegun > answerTimeout.toNanos();
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
        answerHasBegun = true;
        answerBegun = lastSignOfLife;
    }

    boolean hasExpired() {
        return expired;
    }

    void stop() {
        vertx.cancelTimer(timer);
    }
}
