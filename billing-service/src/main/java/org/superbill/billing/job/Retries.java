package org.superbill.billing.job;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** When what has failed is tried again: later each time. Kept in memory and for one thread; after a restart everything is tried at once. */
public final class Retries {
    private static final int LONGEST_WAIT_DOUBLINGS = 10;

    private final LongSupplier nanoTime;
    private final Duration firstWait;
    private final int mostDoublings;
    private final Map<String, Failures> failed = new HashMap<>();

    private record Failures(int count, long nextNanos) {}

    /**
     * @param nanoTime as {@link System#nanoTime}
     * @param firstWait after the first failure; each further one doubles it, up to 1,024 times as long
     */
    public Retries(LongSupplier nanoTime, Duration firstWait) {
        this(nanoTime, firstWait, LONGEST_WAIT_DOUBLINGS);
    }

    /** @param mostDoublings after so many the wait grows no longer; at most 10 */
    public Retries(LongSupplier nanoTime, Duration firstWait, int mostDoublings) {
        this.nanoTime = nanoTime;
        this.firstWait = firstWait;
        this.mostDoublings = Math.min(mostDoublings, LONGEST_WAIT_DOUBLINGS);
    }

    /** What is not due. */
    public Set<String> waiting() {
        return failed.keySet().stream().filter(what -> !isDue(what)).collect(Collectors.toUnmodifiableSet());
    }

    public boolean isDue(String what) {
        var failures = failed.get(what);
        return failures == null || nanoTime.getAsLong() - failures.nextNanos() >= 0;
    }

    public void failed(String what) {
        var before = failed.get(what);
        var count = before == null ? 0 : before.count();
        var wait = firstWait.multipliedBy(1L << Math.min(count, mostDoublings));
        failed.put(what, new Failures(count + 1, nanoTime.getAsLong() + wait.toNanos()));
    }

    public void succeeded(String what) {
        failed.remove(what);
    }

    /** Forgets what is no more. */
    public void keepOnly(Collection<String> what) {
        failed.keySet().retainAll(what);
    }
}
