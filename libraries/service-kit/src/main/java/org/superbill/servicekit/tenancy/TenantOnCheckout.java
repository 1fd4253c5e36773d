package org.superbill.servicekit.tenancy;

import io.agroal.api.AgroalPoolInterceptor;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Sees to it at every checkout of a connection that PostgreSQL knows whose rows it may show. A connection keeps that while it lies
 * in the pool, and most that follow work for the same organization: only a change costs a round trip.
 */
@Singleton
class TenantOnCheckout implements AgroalPoolInterceptor {
    /** What each of the driver's connections was told, by itself and not in a transaction that may take it back. */
    private final Map<Connection, String> told = Collections.synchronizedMap(new WeakHashMap<>());

    @Override
    public void onConnectionAcquire(Connection connection) {
        try {
            var organization = CurrentOrganization.textAnywhere();
            var driver = driver(connection);
            if (!organization.equals(told.get(driver))) {
                told.remove(driver);
                tellForGood(driver, organization);
                told.put(driver, organization);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not take the organization", e);
        }
    }

    /** Until the end of the transaction, in which statements have been: the next checkout tells it anew. */
    void tellWithin(Connection connection, String organization) throws SQLException {
        told.remove(driver(connection));
        tell(connection, organization);
    }

    /**
     * The pool has switched autocommit off by now where there is a transaction, but nothing has been sent: in a transaction of its own
     * a later rollback does not take it back.
     */
    private static void tellForGood(Connection driver, String organization) throws SQLException {
        var inTransaction = !driver.getAutoCommit();
        if (inTransaction) {
            driver.setAutoCommit(true);
        }
        try {
            tell(driver, organization);
        } finally {
            if (inTransaction) {
                driver.setAutoCommit(false); // whoever goes on after a failure must still be in the transaction
            }
        }
    }

    private static void tell(Connection connection, String organization) throws SQLException {
        try (var set = connection.prepareStatement("select set_config('app.organization', ?, false)")) {
            set.setString(1, organization);
            set.execute();
        }
    }

    private static Connection driver(Connection connection) throws SQLException {
        return connection.unwrap(Connection.class);
    }
}
