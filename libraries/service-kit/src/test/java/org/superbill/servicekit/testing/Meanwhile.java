package org.superbill.servicekit.testing;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.superbill.servicekit.tenancy.Tenancy;

/** Two pieces of an organization's work at the same moment, each in a transaction that does not see what the other has not committed. */
public final class Meanwhile {
    private static final int LONG_ENOUGH_TO_COMMIT_SECONDS = 3;
    private static final int PATIENCE_SECONDS = 60;

    private Meanwhile() {}

    /**
     * The other begins when the one has done its work, and may commit first if it does not wait for it.
     *
     * @param one has written all that it writes when it returns
     */
    public static void run(Tenancy tenancy, UUID organization, Runnable one, Runnable other)
            throws InterruptedException, ExecutionException, TimeoutException {
        var others = new CompletableFuture<Void>();
        tenancy.as(organization, () -> {
            one.run();
            new Thread(() -> {
                        try {
                            tenancy.as(organization, other);
                            others.complete(null);
                        } catch (RuntimeException e) {
                            others.completeExceptionally(e);
                        }
                    })
                    .start();
            waitFor(others);
        });
        others.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private static void waitFor(CompletableFuture<Void> others) {
        try {
            others.get(LONG_ENOUGH_TO_COMMIT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException waits) {
            return; // for us
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
