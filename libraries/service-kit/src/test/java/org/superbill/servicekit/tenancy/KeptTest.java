package org.superbill.servicekit.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeptTest {
    private final Transactions transactions = new Transactions();
    private long now;
    private String organization = "one";
    private String stored = "old";
    private int reads;
    private final Kept<String> kept = new Kept<>(() -> organization, transactions, Duration.ofNanos(10), () -> now);

    private String get() {
        return kept.get(() -> {
            reads++;
            return stored;
        });
    }

    @Test
    void whatIsKeptIsReadOnceInItsTime() {
        get();
        now = 9;
        assertThat(get()).isEqualTo("old");
        assertThat(reads).isEqualTo(1);
        stored = "of another replica";
        now = 10;
        assertThat(get()).isEqualTo("of another replica");
    }

    @Test
    void eachOrganizationHasItsOwn() {
        get();
        organization = "other";
        stored = "the other's";
        assertThat(get()).isEqualTo("the other's");
        organization = "one";
        assertThat(get()).isEqualTo("old");
    }

    @Test
    void aChangeHoldsAtOnceForWhoMakesItAndForOthersWithItsCommit() {
        get();
        transactions.begin();
        kept.changed();
        assertThat(transactions.elsewhere(this::get)).isEqualTo("old");
        var before = stored;
        stored = "new";
        assertThat(get()).isEqualTo("new");
        assertThat(transactions.elsewhere(this::get)).isEqualTo(before);
        transactions.end();
        assertThat(get()).isEqualTo("new");
    }

    @Test
    void aChangeThatIsTakenBackLeavesNothing() {
        transactions.begin();
        kept.changed();
        stored = "new";
        assertThat(get()).isEqualTo("new");
        stored = "old";
        transactions.end();
        assertThat(get()).isEqualTo("old");
    }

    @Test
    void whatWasReadBeforeAChangeIsNotKeptAfterIt() {
        kept.get(() -> {
            transactions.begin();
            kept.changed();
            stored = "new";
            transactions.end();
            return "old";
        });
        assertThat(get()).isEqualTo("new");
    }

    /** One transaction, in the calls between its beginning and its end that are not elsewhere. */
    private static final class Transactions implements TransactionSynchronizationRegistry {
        private final Map<Object, Object> resources = new HashMap<>();
        private final List<Synchronization> synchronizations = new ArrayList<>();
        private boolean isActive;

        void begin() {
            isActive = true;
        }

        void end() {
            isActive = false;
            resources.clear();
            synchronizations.forEach(one -> one.afterCompletion(Status.STATUS_COMMITTED));
            synchronizations.clear();
        }

        String elsewhere(Supplier<String> work) {
            isActive = false;
            try {
                return work.get();
            } finally {
                isActive = true;
            }
        }

        @Override
        public @Nullable Object getTransactionKey() {
            return isActive ? this : null;
        }

        @Override
        public void putResource(Object key, Object value) {
            resources.put(key, value);
        }

        @Override
        public @Nullable Object getResource(Object key) {
            return resources.get(key);
        }

        @Override
        public void registerInterposedSynchronization(Synchronization synchronization) {
            synchronizations.add(synchronization);
        }

        @Override
        public int getTransactionStatus() {
            return isActive ? Status.STATUS_ACTIVE : Status.STATUS_NO_TRANSACTION;
        }

        @Override
        public void setRollbackOnly() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean getRollbackOnly() {
            return false;
        }
    }
}
