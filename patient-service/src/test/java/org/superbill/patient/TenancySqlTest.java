package org.superbill.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.superbill.stack.LocalPostgres;

/** What raw SQL sees under the service's own roles: PostgreSQL keeps the tenants apart even where the application would not. */
@ServiceTest
class TenancySqlTest {
    private static final String SERVICE = "patient_service";

    LocalPostgres postgres; // set by ServiceStack

    @Test
    void everyTableOfTheServiceKeepsTenantsApart() throws SQLException {
        try (var connection = postgres.connect("patient", "patient_owner")) {
            assertThat(column(connection, """
                            select relname from pg_class join pg_namespace on pg_namespace.oid = relnamespace
                            where nspname = 'public' and relkind in ('r', 'p') and relname <> 'flyway_schema_history'
                              and not (relrowsecurity and relforcerowsecurity)
                            """))
                    .as("tables without row-level security")
                    .isEmpty();
        }
    }

    @Test
    void withoutATenantNothingIsSeenAndWithOneOnlyItsOwn() throws SQLException {
        var one = Clinic.opens();
        var other = Clinic.opens();
        var encounter = one.receives(one.visit());
        other.receives(other.visit());
        one.post("clinician", "/encounters/" + encounter + "/complete", Body.fluShot());
        var tables = List.of(
                "organization",
                "practitioner",
                "location",
                "patient",
                "encounter",
                "encounter_completion",
                "journey_step");

        try (var connection = postgres.connect("patient", SERVICE)) {
            for (var table : tables) {
                assertThat(column(connection, "select organization_id from " + table))
                        .isEmpty();
            }
            become(connection, one.organization);
            for (var table : tables) {
                assertThat(column(connection, "select organization_id from " + table))
                        .isNotEmpty()
                        .containsOnly(one.organization.toString());
            }
        }
    }

    @Test
    void rowsOfAnotherTenantAreNeitherWrittenNorChanged() throws SQLException {
        var one = Clinic.opens();
        var other = Clinic.opens();
        other.registers(Body.patient());

        try (var connection = postgres.connect("patient", SERVICE);
                var statement = connection.createStatement()) {
            become(connection, one.organization);
            assertThat(statement.executeUpdate("update patient set last_name = 'X'"))
                    .isZero();
            assertThat(statement.executeUpdate("delete from patient")).isZero();
            assertThatThrownBy(() -> statement.executeUpdate("""
                            insert into location (organization_id, id, name, place_of_service, revision)
                            values ('%s', gen_random_uuid(), 'Trojan', '11', 0)
                            """.formatted(other.organization)))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("row-level security");
        }
    }

    @Test
    void theRelaySeesNamesOfOrganizationsAndNoPatients() throws SQLException {
        var clinic = Clinic.opens();

        try (var connection = postgres.connect("patient", "patient_relay")) {
            assertThat(column(connection, "select id::text from organization"))
                    .contains(clinic.organization.toString());
            assertThatThrownBy(() -> column(connection, "select npi from organization"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> column(connection, "select last_name from patient"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void theStoryOfAnEncounterIsOnlyAddedTo() throws SQLException {
        var clinic = Clinic.opens();
        clinic.receives(clinic.visit());

        try (var connection = postgres.connect("patient", SERVICE);
                var statement = connection.createStatement()) {
            become(connection, clinic.organization);
            for (var sql : List.of(
                    "update journey_step set detail = ''",
                    "delete from journey_step",
                    "update encounter_completion set version = 9",
                    "delete from encounter_completion")) {
                assertThatThrownBy(() -> statement.executeUpdate(sql))
                        .as(sql)
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("permission denied");
            }
        }
    }

    private static void become(Connection connection, UUID organization) throws SQLException {
        try (var set = connection.prepareStatement("select set_config('app.organization', ?, false)")) {
            set.setString(1, organization.toString());
            set.execute();
        }
    }

    private static List<String> column(Connection connection, String sql) throws SQLException {
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
