package org.superbill.servicekit.outbox;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jboss.logging.Logger;
import org.superbill.servicekit.job.Loops;
import org.superbill.servicekit.kafka.KafkaSettings;
import org.superbill.servicekit.kafka.Topics;

/**
 * Brings the outbox to Kafka, in the order of the rows. One relay per database, whoever holds the advisory lock; a row is deleted
 * after Kafka has acknowledged it, so a crash between the two sends it again and the consumers' inbox removes the repeat.
 */
@ApplicationScoped
class OutboxRelay implements Runnable {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final int POLL_MILLIS = 100; // the net under the wake-up after commit
    private static final int LINGER_MILLIS = 8; // lets commits gather: a round trip for many instead of for each
    private static final int BUSY = 40; // events in a batch, from which on more of them gather for longer
    private static final int BUSY_LINGER_MILLIS = 30;
    private static final int VERY_BUSY =
            120; // thousands a second: the writers need the processors more than the readers the haste
    private static final int VERY_BUSY_LINGER_MILLIS = 80;
    private static final int FULL = 500; // from here on the next batch is fetched without a pause
    private static final int RETRY_MILLIS = 500;

    private final AgroalDataSource database;
    private final KafkaSettings settings;
    private final Topics topics;
    private final Counter relayed;
    private final Counter setAside;
    private final Semaphore awake = new Semaphore(0);
    private final Thread thread = new Thread(this, "outbox-relay");
    private volatile boolean stopped;
    private boolean inTrouble;

    OutboxRelay(
            @DataSource("relay") AgroalDataSource database,
            KafkaSettings settings,
            Topics topics,
            MeterRegistry metrics) {
        this.database = database;
        this.settings = settings;
        this.topics = topics;
        this.relayed = metrics.counter("superbill.outbox.relayed");
        this.setAside = metrics.counter("superbill.outbox.set_aside");
    }

    void start(@Observes StartupEvent started) {
        thread.setDaemon(true);
        thread.start();
        Loops.expect(thread);
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        Loops.release(thread);
        stopped = true;
        thread.interrupt();
        thread.join(10_000);
    }

    /** Something may have been committed. */
    void wake() {
        if (awake.availablePermits() == 0) {
            awake.release();
        }
    }

    @Override
    public void run() {
        while (!stopped) {
            try {
                relayAsLeader();
            } catch (SQLException | KafkaException e) {
                if (!stopped) {
                    tell(e);
                    pause(RETRY_MILLIS);
                }
            } catch (RuntimeException | Error e) {
                if (!stopped) {
                    LOG.error("The outbox relay starts anew", e); // no event's data comes near a message here
                    pause(RETRY_MILLIS);
                }
            }
        }
    }

    private void relayAsLeader() throws SQLException {
        try (var connection = database.getConnection()) {
            var table = new OutboxTable(connection);
            if (!table.tryLock()) {
                pause(RETRY_MILLIS);
                return;
            }
            try {
                table.setUp();
                relay(table);
            } finally {
                unlock(table);
            }
        }
    }

    private void relay(OutboxTable table) throws SQLException {
        topics.ensure(Topics.ofEvents());
        try (var sender = new KafkaSender(settings.common())) {
            while (!stopped) {
                var batch = table.next();
                if (!batch.isEmpty()) {
                    relay(batch, table, sender);
                }
                if (batch.size() < FULL) {
                    awaitMore(lingerMillis(batch.size()));
                }
            }
        }
    }

    private void relay(List<Waiting> batch, OutboxTable table, KafkaSender sender) throws SQLException {
        topics.ensure(batch.stream()
                .map(waiting -> waiting.message().topic())
                .distinct()
                .toList());
        var sent = sender.send(batch);
        table.delete(sent.ids());
        relayed.increment(sent.ids().size());
        for (var refused : sent.refused()) {
            LOG.errorf(
                    "Kafka refuses row %d of the outbox for good; it is set aside: %s", refused.id(), refused.reason());
            table.setAside(refused.id(), refused.reason());
            setAside.increment();
        }
        if (sent.failure() != null) {
            throw sent.failure();
        }
        if (inTrouble) {
            inTrouble = false;
            LOG.info("The outbox is relayed again");
        }
    }

    private static int lingerMillis(int batch) {
        if (batch < BUSY) {
            return LINGER_MILLIS;
        }
        return batch < VERY_BUSY ? BUSY_LINGER_MILLIS : VERY_BUSY_LINGER_MILLIS;
    }

    private void awaitMore(int lingerMillis) {
        try {
            if (awake.tryAcquire(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                TimeUnit.MILLISECONDS.sleep(lingerMillis);
                awake.drainPermits();
            }
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private void tell(Exception trouble) {
        if (!inTrouble) {
            inTrouble = true;
            LOG.warnf("The outbox waits, it will be relayed when this is over: %s", trouble.getMessage());
        }
    }

    private void pause(int millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            LOG.debug("Woken to stop"); // the loop sees it
        }
    }

    private static void unlock(OutboxTable table) {
        try {
            table.unlock();
        } catch (SQLException e) {
            LOG.debug("The lock went with the connection", e);
        }
    }
}
