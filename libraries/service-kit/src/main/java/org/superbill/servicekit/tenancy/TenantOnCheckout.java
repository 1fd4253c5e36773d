package org.superbill.servicekit.tenancy;

import io.agroal.api.AgroalPoolInterceptor;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;

/** Tells PostgreSQL at every checkout of a connection whose rows it may show. */
@Singleton
class TenantOnCheckout implements AgroalPoolInterceptor {
    @Override
    public void onConnectionAcquire(Connection connection) {
        try {
            tell(connection, CurrentOrganization.textAnywhere());
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not take the organization", e);
        }
    }

    /** For the whole session, as the next checkout tells it anew; a rolled back transaction takes it back. */
    static void tell(Connection connection, String organization) throws SQLException {
        try (var set = connection.prepareStatement("select set_config('app.organization', ?, false)")) {
            set.setString(1, organization);
            set.execute();
        }
    }
}
