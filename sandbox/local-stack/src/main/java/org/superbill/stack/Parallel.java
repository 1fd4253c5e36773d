package org.superbill.stack;

import java.util.Collection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Several things at once. */
final class Parallel {
    private Parallel() {}

    /** Does it to each at the same time; the first failure ends the waiting and interrupts the others. */
    static <T> void each(Collection<T> items, Consumer<T> action) {
        var executor = Executors.newCachedThreadPool();
        try {
            var done = new ExecutorCompletionService<Void>(executor);
            for (var item : items) {
                var unused = done.submit(() -> action.accept(item), null);
            }
            for (var ignored : items) {
                done.take().get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted", e);
        } finally {
            executor.shutdownNow();
            awaitEnd(executor);
        }
    }

    /** So that nothing is still being started when its starter goes on. */
    private static void awaitEnd(ExecutorService executor) {
        var interrupted = false;
        while (!executor.isTerminated()) {
            try {
                var unused = executor.awaitTermination(1, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
