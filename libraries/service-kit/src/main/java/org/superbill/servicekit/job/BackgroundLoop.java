package org.superbill.servicekit.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.superbill.servicekit.problem.WithoutMessages;

/** Does the same work again and again in one thread: at regular times, and at once when woken. Whatever it throws is logged and tried again. */
public final class BackgroundLoop implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(BackgroundLoop.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Semaphore signal = new Semaphore(0);
    private final Thread thread;
    private final Duration every;
    private final Duration gather;
    private final Runnable work;
    private final Queue<CompletableFuture<Void>> asked = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;

    public BackgroundLoop(String name, Duration every, Runnable work) {
        this(name, every, Duration.ZERO, work);
    }

    /** @param gather how long it waits when woken, so that what wakes it next is done in the same go */
    public BackgroundLoop(String name, Duration every, Duration gather, Runnable work) {
        this.every = every;
        this.gather = gather;
        this.work = work;
        this.thread = new Thread(this::run, name);
        this.thread.setDaemon(true);
    }

    public void start() {
        thread.start();
        Loops.expect(thread);
    }

    public void wake() {
        signal.release();
    }

    /** A round that begins from now on, as soon as that of now is over. Fails when the round does, and when the loop is closed before it. */
    public Future<?> roundFromNow() {
        var round = new CompletableFuture<Void>();
        asked.add(round);
        wake();
        if (closed) {
            round.cancel(false);
        }
        return round;
    }

    private void run() {
        while (!closed) {
            var waiting = new ArrayList<CompletableFuture<Void>>();
            try {
                if (signal.tryAcquire(every.toMillis(), TimeUnit.MILLISECONDS) && !closed) {
                    TimeUnit.MILLISECONDS.sleep(gather.toMillis());
                }
                signal.drainPermits();
                if (!closed) {
                    takeAsked(waiting);
                    work.run();
                    waiting.forEach(round -> round.complete(null));
                }
            } catch (InterruptedException e) {
                LOG.debugf("%s was woken", thread.getName()); // only close() ends it
            } catch (RuntimeException | Error e) {
                waiting.forEach(round -> round.completeExceptionally(e));
                LOG.warnf(WithoutMessages.of(e), "%s failed and tries again", thread.getName());
            }
        }
        asked.forEach(round -> round.cancel(false));
    }

    private void takeAsked(List<CompletableFuture<Void>> waiting) {
        for (var round = asked.poll(); round != null; round = asked.poll()) {
            waiting.add(round);
        }
    }

    /** Lets the work under way come to its end. */
    @Override
    public void close() {
        end();
        wake();
        awaitEnd();
    }

    /** As {@link #close}, for work that can be broken off anywhere. @return whether it has ended */
    public boolean breakOff() {
        end();
        thread.interrupt();
        awaitEnd();
        return !thread.isAlive();
    }

    private void end() {
        closed = true;
        Loops.release(thread);
    }

    private void awaitEnd() {
        try {
            thread.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
