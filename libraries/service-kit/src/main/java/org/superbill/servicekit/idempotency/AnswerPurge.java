package org.superbill.servicekit.idempotency;

import io.quarkus.runtime.Startup;
import io.vertx.core.Vertx;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Every ten minutes, answers older than 24 hours go. They are no longer given even before that. */
@Startup
@ApplicationScoped
class AnswerPurge {

    private static final Logger LOG = Logger.getLogger(AnswerPurge.class);
    private static final long PERIOD_MILLIS = Duration.ofMinutes(10).toMillis();

    private final Vertx vertx;
    private final AnswerStore answers;

    AnswerPurge(Vertx vertx, AnswerStore answers) {
        this.vertx = vertx;
        this.answers = answers;
    }

    @PostConstruct
    void start() {
        vertx.setPeriodic(
                PERIOD_MILLIS,
                timer -> vertx.executeBlocking(answers::purge)
                        .onFailure(e -> LOG.warnf(
                                "Old answers could not be purged: %s",
                                e.getClass().getName())));
    }
}
