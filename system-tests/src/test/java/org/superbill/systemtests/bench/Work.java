package org.superbill.systemtests.bench;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.superbill.stack.StackException;

/** Work of a benchmark that fails instead of waiting for ever. */
final class Work {
    private static final long FIRST_WAIT_MILLIS = 20;
    private static final long LONGEST_WAIT_MILLIS = 200;

    private Work() {}

    /** Does it so many times; the first failure ends it, and is thrown. */
    static void inParallel(int threads, int times, Callable<Void> work) throws Exception {
        var executor = Executors.newFixedThreadPool(threads);
        try {
            var done = new ExecutorCompletionService<Void>(executor);
            for (var i = 0; i < times; i++) {
                done.submit(work);
            }
            for (var i = 0; i < times; i++) {
                done.take().get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (Exception) e.getCause();
        } finally {
            executor.shutdownNow();
        }
    }

    /**
     * Waits until the count is reached; asks less often the longer nothing moves, for a look may be a call that is audited.
     * @param patience how long it may stand still
     * @throws StackException says how many are missing and what is known of them
     */
    static <E extends Exception> void awaitCount(
            long wanted, Duration patience, Count<E> count, Explanation<E> explanation) throws E {
        var seen = -1L;
        var since = System.nanoTime();
        var wait = FIRST_WAIT_MILLIS;
        while (true) {
            var now = count.now();
            if (now >= wanted) {
                return;
            }
            if (now != seen) {
                seen = now;
                since = System.nanoTime();
                wait = FIRST_WAIT_MILLIS;
            } else if (System.nanoTime() - since > patience.toNanos()) {
                throw new StackException("%d of %d are missing and nothing has moved for %d s: %s"
                        .formatted(wanted - now, wanted, patience.toSeconds(), explanation.now()));
            }
            pause(wait);
            wait = Math.min(2 * wait, LONGEST_WAIT_MILLIS);
        }
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while waiting");
        }
    }

    /** How far it is. */
    interface Count<E extends Exception> {
        long now() throws E;
    }

    /** Where what is missing stands. */
    interface Explanation<E extends Exception> {
        String now() throws E;
    }
}
