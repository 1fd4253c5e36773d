package org.superbill.coding.codingcase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.superbill.servicekit.testing.Migrations.execute;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.superbill.servicekit.testing.Migrations;
import org.superbill.stack.LocalPostgres;

/** The cases of the version before go on: what they were is what they are, and what is new of them is told from what is there. */
class CaseMigrationTest {
    private static final String CASES = """
            insert into coding_case (id, organization_id, encounter_id, encounter_version, patient_id, practitioner_id, location_id, coverage_ids,
                service_date, services, status, version, diagnoses, lines, findings, warnings, created_at, changed_at, revision)
            select gen_random_uuid(), organization, gen_random_uuid(), 1, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(),
                   '["01980000-0000-7000-8000-000000000006"]', '2026-03-02',
                   '[{"lineNumber":1,"procedureCode":"90658","modifiers":[],"units":1,"chargeCents":4200,"serviceDate":"2026-03-02"},
                     {"lineNumber":2,"procedureCode":"90471","modifiers":[],"units":1,"chargeCents":2800,"serviceDate":"2026-03-02"}]',
                   status, 1, '["Z23"]', '[]', '[]', '[]', now(), now(), 0
              from (values ('one'), ('other')) organizations (organization), (values ('READY'), ('RELEASED')) states (status)""";
    private static final String VERSIONS = """
            insert into coding_case_version (id, organization_id, case_id, version, services, diagnoses, lines, findings, coded_by, coded_at)
            select gen_random_uuid(), organization_id, id, 1, services, diagnoses, lines, findings, 'ann', '2026-03-03T10:00:00Z'
              from coding_case where status = 'RELEASED'""";
    private static final String AMENDED =
            "update coding_case set version = 2, status = 'IN_PROGRESS' where status = 'RELEASED' and organization_id = 'other'";

    /** Of each released case: judged of ann's coding, which was final a month before the version was, later of bea's, and a third time not yet. */
    private static final String AUDITS = """
            with audit as (insert into coding_audit (id, organization_id, plan, seed, population, standard, begun_by, begun_at)
                select gen_random_uuid(), 'one', '{}', 1, '[]', 0.95, 'auditor', now() from generate_series(1, 3) returning id),
            numbered as (select id, row_number() over () as number from audit)
            insert into coding_audit_item (id, organization_id, audit_id, case_id, case_version, coder, coded, status, audited_at,
                score_items, score_right, errors, revision)
            select gen_random_uuid(), 'one', numbered.id, coding_case.id, 1, coder, coded::jsonb, status_of_item, audited_at::timestamptz, 1, 1, '[]', 0
              from coding_case, numbered
              join (values (1, 'ann', 'AGREED', '2026-03-04T10:00:00Z', '{"codedAt":"2026-02-03T10:00:00.123456Z"}'),
                           (2, 'bea', 'AGREED', '2026-03-05T10:00:00Z', '{}'), (3, 'cid', 'OPEN', null, '{}'))
                    items (number, coder, status_of_item, audited_at, coded) using (number)
             where coding_case.status = 'RELEASED' and coding_case.organization_id = 'one'""";

    @Test
    void casesOfBeforeAreProfessionalOnesWithTheirChargeAndTheirCoder() throws SQLException {
        try (var postgres = LocalPostgres.temporary()) {
            Migrations.migrate(postgres, "coding", "2");
            try (var owner = postgres.connect("coding", "coding_owner")) {
                execute(owner, CASES);
                execute(owner, VERSIONS);
            }
            Migrations.migrate(postgres, "coding", "latest");
            try (var owner = postgres.connect("coding", "coding_owner")) {
                assertThat(count(
                                owner,
                                "kind = 'PROFESSIONAL' and setting = 'OFFICE' and charge_cents = 7000"
                                        + " and primary_coverage_id = '01980000-0000-7000-8000-000000000006'"))
                        .isEqualTo(4);
                assertThat(count(
                                owner,
                                "status = 'RELEASED' and coded_by = 'ann' and released_at = '2026-03-03T10:00:00Z'"))
                        .isEqualTo(2);
                assertThat(count(
                                owner,
                                "exists (select from coding_case_version v where v.case_id = coding_case.id"
                                        + " and v.service_date = '2026-03-02' and v.setting = 'OFFICE')"))
                        .isEqualTo(2);
                assertThat(count(owner, "status = 'READY' and coded_by is null"))
                        .isEqualTo(2);
                execute(owner, CASES); // as the version before goes on writing them while this one is rolled out
            }
        }
    }

    @Test
    void theAccuracyOfBeforeIsOfWhoseCodingWasJudgedLastAndAnOpenedCaseIsAsOldAsItsVersion() throws SQLException {
        try (var postgres = LocalPostgres.temporary()) {
            Migrations.migrate(postgres, "coding", "61");
            try (var owner = postgres.connect("coding", "coding_owner")) {
                execute(owner, CASES);
                execute(owner, VERSIONS);
                execute(owner, AUDITS);
                execute(owner, AMENDED);
            }
            Migrations.migrate(postgres, "coding", "latest");
            try (var owner = postgres.connect("coding", "coding_owner")) {
                assertThat(count(owner, "status = 'RELEASED' and audit_coder = 'bea'"))
                        .isEqualTo(1);
                assertThat(count(owner, "status <> 'RELEASED' and audit_coder is null"))
                        .isEqualTo(3);
                assertThat(
                                count(
                                        owner,
                                        "(select string_agg(coder || ' ' || correct || ' ' || items || ' ' || undecided, ', ' order by coder) from coding_case_audit audit"
                                                + " where audit.case_id = coding_case.id and audit.coded_at is not null) = 'ann 1 1 false, bea 1 1 false'"))
                        .as("the audit before the last one is there again")
                        .isEqualTo(1);
                assertThat(count(
                                owner,
                                "(select min(coded_at) = '2026-02-03T10:00:00.123456Z' and max(coded_at) = '2026-03-03T10:00:00Z'"
                                        + " from coding_case_audit audit where audit.case_id = coding_case.id)"))
                        .as("an audit is dated by the coding that was judged, where it was kept")
                        .isEqualTo(1);
                assertThat(count(owner, "version = 1 and version_opened_at = created_at"))
                        .isEqualTo(3);
                assertThat(count(owner, "version = 2 and version_opened_at = '2026-03-03T10:00:00Z'"))
                        .isEqualTo(1);
            }
        }
    }

    private static int count(Connection connection, String condition) throws SQLException {
        return Integer.parseInt(Migrations.column(connection, "select count(*) from coding_case where " + condition)
                .get(0));
    }
}
