package org.superbill.patient;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.superbill.stack.LocalPostgres;

/** The schema of an earlier version, with whatever a test puts into it, and of the versions after it. */
public final class Migrated {
    private Migrated() {}

    /** @param version the number of the last migration, {@code 12} */
    public static void to(String version, LocalPostgres postgres) {
        Flyway.configure()
                .dataSource(postgres.jdbcUrl("patient"), "patient_owner", "test")
                .locations(
                        "db/service-kit",
                        "filesystem:src/main/resources/db/migration") // service-kit's tests have a db/migration too
                .outOfOrder(true)
                .placeholders(Map.of("service_role", "patient_service", "relay_role", "patient_relay"))
                .target(version)
                .load()
                .migrate();
    }

    public static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of each row. */
    public static List<String> column(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
