package org.superbill.coding.codesystem;

import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Told inside this process, after the commit, when other releases than before are active; what is derived from them is made anew, side by side. Who activates waits
 * for it, so that their own next call already knows what they have activated.
 */
public final class ReleasesChanged {
    private static final Logger LOG = Logger.getLogger(ReleasesChanged.class);
    private static final int PATIENCE_SECONDS = 60;

    private final Collection<Future<?>> following = new ConcurrentLinkedQueue<>();

    ReleasesChanged() {}

    /** @param work begun by an observer of the change */
    public void isFollowedBy(Future<?> work) {
        following.add(work);
    }

    void awaitFollowing() {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        try {
            for (var work : following) {
                work.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("What is derived from releases does not show the change yet; it follows", e);
        }
    }
}
