package org.superbill.patient.encounter;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.superbill.servicekit.testing.Migrations;
import org.superbill.stack.LocalPostgres;

/** Of encounters of the version before: whose coverages are looked up at completion, and whose stay. Ids say when each came. */
class CoveragesMigrationTest {
    /** What they refer to is not at hand here. */
    private static final String WITHOUT_REFERENCES = """
            do $$ declare one record; begin
                for one in select conrelid::regclass as relation, conname from pg_constraint where contype = 'f' loop
                    execute format('alter table %s drop constraint %I', one.relation, one.conname);
                end loop;
            end $$""";

    private static final String COVERAGES = """
            insert into coverage (organization_id, id, patient_id, payer_id, member_id, sequence, relationship_to_subscriber,
                effective_from, effective_to, revision)
            values ('one', an_id(1), an_id(100), an_id(9), 'M', 1, 'self', '2026-01-01', '2026-03-02', 0),
                   ('one', an_id(2), an_id(100), an_id(9), 'M', 2, 'self', '2026-01-01', null, 0),
                   ('one', an_id(3), an_id(100), an_id(9), 'M', 1, 'self', '2026-03-03', null, 0),
                   ('one', an_id(50), an_id(101), an_id(9), 'M', 1, 'self', '2026-01-01', null, 0)""";

    private static final String ENCOUNTERS = """
            insert into encounter (organization_id, id, patient_id, practitioner_id, location_id, service_date, coverage_ids, status, version, services, revision)
            select 'one', an_id(id), an_id(patient), an_id(7), an_id(8), '2026-03-02', coverages, status, version, '[]', 0
              from (values (10, 100, array[an_id(1), an_id(2)], 'PLANNED', 0),      -- as it was found
                           (11, 100, array[an_id(2)], 'IN_PROGRESS', 0),           -- named
                           (12, 100, array[]::uuid[], 'PLANNED', 0),              -- who pays alone
                           (13, 101, array[]::uuid[], 'PLANNED', 0),              -- before there was a coverage
                           (14, 100, array[an_id(1), an_id(2)], 'COMPLETED', 1)     -- as it was told
                   ) told (id, patient, coverages, status, version)""";

    private static final String UUIDS = """
            create function an_id(number int) returns uuid language sql immutable as
            $$ select ('01980000-0000-7000-8000-' || lpad(number::text, 12, '0'))::uuid $$""";

    @Test
    void whatARegistrationFoundByItselfIsLookedUpAgain() throws SQLException {
        try (var postgres = LocalPostgres.temporary()) {
            Migrations.migrate(postgres, "patient", "11");
            try (var owner = postgres.connect("patient", "patient_owner")) {
                for (var sql : List.of(WITHOUT_REFERENCES, UUIDS, COVERAGES, ENCOUNTERS)) {
                    Migrations.execute(owner, sql);
                }
            }
            Migrations.migrate(postgres, "patient", "12");
            try (var owner = postgres.connect("patient", "patient_owner")) {
                assertThat(Migrations.column(
                                owner, "select right(id::text, 2) from encounter where coverages_named order by id"))
                        .containsExactly("11", "12", "14");
            }
        }
    }
}
