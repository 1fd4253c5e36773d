package org.superbill.billing.snapshot;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what was made of an organization's rows. At most once a second it asks for a stamp, which says whether the rows are what they were; only when they are not are
 * they read again. So what one replica changes holds in all of them a second later.
 */
public final class PerOrganization<T> {
    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();
    /** Organizations that are kept; who has not worked for longest is read again. */
    private static final int KEPT = 1_000;

    private final LongSupplier nanoTime;
    private final Map<UUID, Kept<T>> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Kept<T>> eldest) {
            return size() > KEPT;
        }
    };

    private record Kept<T>(String stamp, long askedAt, T value) {}

    public PerOrganization() {
        this(System::nanoTime);
    }

    PerOrganization(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * @param stamp read before the rows, so that a change in between is seen the next time
     * @param rows makes the value
     */
    public T get(UUID organization, Supplier<String> stamp, Supplier<T> rows) {
        var known = known(organization);
        var now = nanoTime.getAsLong();
        if (known != null && now - known.askedAt() < FRESH_NANOS) {
            return known.value();
        }
        var current = stamp.get();
        var value = known != null && known.stamp().equals(current) ? known.value() : rows.get();
        keep(organization, new Kept<>(current, now, value));
        return value;
    }

    /** Who has changed something sees it at once. */
    public void forget(UUID organization) {
        synchronized (kept) {
            kept.remove(organization);
        }
    }

    private @Nullable Kept<T> known(UUID organization) {
        synchronized (kept) {
            return kept.get(organization);
        }
    }

    private void keep(UUID organization, Kept<T> value) {
        synchronized (kept) {
            kept.put(organization, value);
        }
    }
}
