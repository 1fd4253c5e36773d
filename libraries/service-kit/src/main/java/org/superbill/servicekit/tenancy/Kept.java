package org.superbill.servicekit.tenancy;

import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What an organization seldom changes and each of its requests asks for, kept in memory for seconds. A change holds at once in the
 * process that made it, as soon as it is committed; in other processes when those seconds are over. Thread-safe.
 */
public final class Kept<V> {
    private static final int MOST = 10_000;

    private final Supplier<String> organization;
    private final TransactionSynchronizationRegistry transactions;
    private final LongSupplier nanoTime;
    private final long nanosKept;
    private final Map<Key, Value<V>> values = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();

    public Kept(CurrentOrganization organization, TransactionSynchronizationRegistry transactions, Duration keptFor) {
        this(organization::text, transactions, keptFor, System::nanoTime);
    }

    Kept(
            Supplier<String> organization,
            TransactionSynchronizationRegistry transactions,
            Duration keptFor,
            LongSupplier nanoTime) {
        this.organization = organization;
        this.transactions = transactions;
        this.nanosKept = keptFor.toNanos();
        this.nanoTime = nanoTime;
    }

    /** Also the mark of a transaction that has changed it. */
    private record Key(Object kept, String organization, String of) {}

    private record Value<V>(V value, long readAt) {}

    /** @param read its only value, in the transaction of the caller */
    public V get(Supplier<V> read) {
        return get("", read);
    }

    /**
     * @param of which of the current organization's values
     * @param read what it is, in the transaction of the caller
     */
    public V get(String of, Supplier<V> read) {
        var key = key(of);
        if (isChangedHere(key)) {
            return read.get(); // nobody else may see it yet
        }
        var now = nanoTime.getAsLong();
        var kept = values.get(key);
        return kept != null && now - kept.readAt < nanosKept ? kept.value : keep(key, now, read);
    }

    private V keep(Key key, long now, Supplier<V> read) {
        var seen = changes.get();
        var value = read.get();
        if (values.size() >= MOST) {
            values.clear();
        }
        values.compute(key, (same, old) -> changes.get() == seen ? new Value<>(value, now) : null);
        return value;
    }

    /** Its only value changes with the current transaction. */
    public void changed() {
        changed("");
    }

    /** A value of the current organization changes with the current transaction. @throws IllegalStateException without one */
    public void changed(String of) {
        var key = key(of);
        if (isChangedHere(key)) {
            return;
        }
        transactions.putResource(key, true);
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                changes.incrementAndGet(); // before the removal: who has read what was before does not keep it after
                // that
                values.remove(key);
            }
        });
    }

    private Key key(String of) {
        return new Key(this, organization.get(), of);
    }

    private boolean isChangedHere(Key key) {
        return transactions.getTransactionKey() != null && transactions.getResource(key) != null;
    }
}
