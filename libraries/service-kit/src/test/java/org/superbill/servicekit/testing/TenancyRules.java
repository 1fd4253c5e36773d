package org.superbill.servicekit.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.superbill.stack.LocalPostgres;

/**
 * What raw SQL sees in a service's database under the service's own role: PostgreSQL keeps the tenants apart even where the
 * application would not. A service inherits it as a test on {@link ServiceStack} and adds rows to look at.
 */
public abstract class TenancyRules {
    private final String database;
    private final List<String> tablesOfNoTenant;

    LocalPostgres postgres; // set by ServiceStack

    /** @param tablesOfNoTenant what is the same for all tenants, e.g. {@code code} */
    protected TenancyRules(String database, String... tablesOfNoTenant) {
        this.database = database;
        this.tablesOfNoTenant = List.of(tablesOfNoTenant);
    }

    @Test
    void everyTableKeepsTenantsApart() throws SQLException {
        try (var connection = postgres.connect(database, database + "_owner")) {
            assertThat(column(connection, """
                            select relname from pg_class join pg_namespace on pg_namespace.oid = relnamespace
                            where nspname = 'public' and relkind in ('r', 'p') and relname <> 'flyway_schema_history'
                              and not (relrowsecurity and relforcerowsecurity
                                and exists (select from pg_policy where polrelid = pg_class.oid and polname = 'tenant'))"""))
                    .as("tables without row-level security")
                    .containsExactlyInAnyOrderElementsOf(tablesOfNoTenant);
        }
    }

    @Test
    void theServicesRoleCannotBypassIt() throws SQLException {
        try (var connection = as(null)) {
            assertThat(column(connection, """
                            select rolname from pg_roles where rolname = current_user and (rolbypassrls or rolsuper)
                            union all
                            select relname from pg_class where relowner = (select oid from pg_roles where rolname = current_user)""")).isEmpty();
        }
    }

    /** Without a tenant nothing of the tables is seen, and as one of the tenants, who have rows in each, only their own. */
    protected void assertKeptApart(List<UUID> tenants, String... tables) throws SQLException {
        for (var table : tables) {
            var owners = "select organization_id from " + table;
            try (var nobody = as(null)) {
                assertThat(column(nobody, owners)).as(table).isEmpty();
            }
            for (var tenant : tenants) {
                try (var connection = as(tenant)) {
                    assertThat(column(connection, owners))
                            .as(table)
                            .isNotEmpty()
                            .containsOnly(tenant.toString());
                }
            }
        }
    }

    /** As a tenant, who may not write it: the row is another's. */
    protected void assertRefused(UUID tenant, String sql) throws SQLException {
        try (var connection = as(tenant);
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeUpdate(sql))
                    .as(sql)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("row-level security");
        }
    }

    /** As the service's role. */
    protected Connection as(@Nullable UUID tenant) throws SQLException {
        var connection = postgres.connect(database, database + "_service");
        if (tenant != null) {
            try (var become = connection.prepareStatement("select set_config('app.organization', ?, false)")) {
                become.setString(1, tenant.toString());
                become.execute();
            }
        }
        return connection;
    }

    protected Connection asRelay() throws SQLException {
        return postgres.connect(database, database + "_relay");
    }

    protected static List<String> column(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
