package org.superbill.coding.codesystem;

import io.agroal.api.AgroalDataSource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A query whose answer fits into memory. */
final class Query {
    private Query() {}

    /** Reads one row. */
    interface Reading<T> {
        T row(ResultSet row) throws SQLException;
    }

    static <T> List<T> list(AgroalDataSource dataSource, String sql, Reading<T> reading, Object... parameters) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (var rows = statement.executeQuery()) {
                var found = new ArrayList<T>();
                while (rows.next()) {
                    found.add(reading.row(rows));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }
}
