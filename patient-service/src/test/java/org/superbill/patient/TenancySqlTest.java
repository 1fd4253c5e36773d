package org.superbill.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.superbill.servicekit.testing.TenancyRules;

@ServiceTest
class TenancySqlTest extends TenancyRules {
    TenancySqlTest() {
        super("patient");
    }

    @Test
    void withoutATenantNothingIsSeenAndWithOneOnlyItsOwn() throws SQLException {
        var one = Clinic.opens();
        var other = Clinic.opens();
        for (var clinic : List.of(one, other)) {
            clinic.step("clinician", clinic.receives(clinic.visit()), "complete", Body.fluShot());
        }

        assertKeptApart(
                List.of(one.organization, other.organization),
                "organization",
                "practitioner",
                "location",
                "patient",
                "encounter",
                "encounter_completion",
                "journey_step");
    }

    @Test
    void rowsOfAnotherTenantAreNeitherWrittenNorChanged() throws SQLException {
        var one = Clinic.opens();
        var other = Clinic.opens();
        other.registers(Body.patient());

        try (var connection = as(one.organization);
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("update patient set last_name = 'X'"))
                    .isZero();
            assertThat(statement.executeUpdate("delete from patient")).isZero();
        }
        assertRefused(one.organization, """
                insert into location (organization_id, id, name, place_of_service, revision)
                values ('%s', gen_random_uuid(), 'Trojan', '11', 0)
                """.formatted(other.organization));
    }

    @Test
    void theRelaySeesNamesOfOrganizationsAndNoPatients() throws SQLException {
        var clinic = Clinic.opens();

        try (var connection = asRelay()) {
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

        try (var connection = as(clinic.organization);
                var statement = connection.createStatement()) {
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
}
