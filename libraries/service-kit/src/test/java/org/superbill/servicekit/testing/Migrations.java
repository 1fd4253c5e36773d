package org.superbill.servicekit.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.superbill.stack.LocalPostgres;

/** A service's schema of an earlier version, for tests of what a migration makes of rows that are there. */
public final class Migrations {
    private Migrations() {}

    /** @param version up to and with which the migrations of the module under test run; {@code latest} for all */
    public static void migrate(LocalPostgres postgres, String database, String version) {
        Flyway.configure()
                .dataSource(postgres.jdbcUrl(database), database + "_owner", "test")
                .locations(
                        "db/service-kit",
                        "filesystem:src/main/resources/db/migration") // service-kit's tests have a db/migration too
                .outOfOrder(true)
                .placeholders(Map.of("service_role", database + "_service", "relay_role", database + "_relay"))
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
