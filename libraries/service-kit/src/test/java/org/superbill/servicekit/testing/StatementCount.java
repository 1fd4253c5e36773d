package org.superbill.servicekit.testing;

import org.hibernate.resource.jdbc.spi.StatementInspector;

/** Counts what Hibernate prepares in the current thread; a batch counts once. A service's tests make it a {@code @PersistenceUnitExtension}. */
public class StatementCount implements StatementInspector {
    private static final long serialVersionUID = 1L;
    private static final ThreadLocal<Integer> COUNT = ThreadLocal.withInitial(() -> 0);

    @Override
    public String inspect(String sql) {
        COUNT.set(COUNT.get() + 1);
        return sql;
    }

    /** How many the work prepares. */
    public static int during(Runnable work) {
        var before = COUNT.get();
        work.run();
        return COUNT.get() - before;
    }
}
