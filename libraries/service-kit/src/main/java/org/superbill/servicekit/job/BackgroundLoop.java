package org.superbill.servicekit.job;

import java.time.Duration;
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

    private void run() {
        while (!closed) {
            try {
                if (signal.tryAcquire(every.toMillis(), TimeUnit.MILLISECONDS) && !closed) {
                    TimeUnit.MILLISECONDS.sleep(gather.toMillis());
                }
                signal.drainPermits();
                if (!closed) {
                    work.run();
                }
            } catch (InterruptedException e) {
                LOG.debugf("%s was woken", thread.getName()); // only close() ends it
            } catch (RuntimeException | Error e) {
                LOG.warnf(WithoutMessages.of(e), "%s failed and tries again", thread.getName());
            }
        }
    }

    /** Lets the work under way come to its end. */
    @Override
    public void close() {
        closed = true;
        Loops.release(thread);
        wake();
        try {
            thread.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
