package org.superbill.billing.snapshot;

import io.agroal.api.AgroalDataSource;
import java.sql.SQLException;

/** A text that is another one whenever some rows have changed; read beside Hibernate, which would first write what is pending. */
public final class Stamp {
    private Stamp() {}

    /** @param sql selects one text */
    public static String read(AgroalDataSource dataSource, String sql) {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement(sql);
                var rows = select.executeQuery()) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException("The SQL of a stamp failed with state " + e.getSQLState(), e);
        }
    }
}
