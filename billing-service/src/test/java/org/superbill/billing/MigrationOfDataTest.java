package org.superbill.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.superbill.stack.LocalPostgres;

/** What the version before has in its tables is told anew where migrations add to it. */
class MigrationOfDataTest {
    private static final String ORGANIZATION = "01980000-0000-7000-8000-000000000001";
    private static final String CLAIM = "01980000-0000-7000-8000-000000000002";
    private static final String PATIENT = "01980000-0000-7000-8000-000000000003";
    private static final String OTHER = "01980000-0000-7000-8000-000000000004";

    private static final String PRACTICE = """
            insert into reference_fact (organization_id, kind, id, body)
            values ('%1$s', 'practice', '%1$s', '{"organization":{"timeZone":"America/New_York"}}')""".formatted(ORGANIZATION);

    /** Sent by a former system: no submission. */
    private static final String TAKEN_OVER = """
            insert into claim (id, organization_id, encounter_id, patient_id, payer_id, payer_sequence, number, current_version, coding_version, adjudication,
                adjudication_since, owner_role, created_at, changed_at, revision, taken_over)
            values ('%1$s', '%2$s', gen_random_uuid(), '%3$s', gen_random_uuid(), 1, 1, 1, 1, 'PENDING', now(), 'PAYER', now(), now(), 0, true);
            insert into claim_version (id, organization_id, claim_id, version, claim_number, frequency, transport, transport_since, facts, total_charge_cents, findings,
                rejections, sent_at)
            values (gen_random_uuid(), '%2$s', '%1$s', 1, 'FP1001', '1', 'ACCEPTED', now(), '{"encounter":{"practitionerId":"%4$s","lines":[
                {"lineNumber":1,"procedureCode":"99213","modifiers":["25"],"units":1,"chargeCents":15000,"serviceDate":"2026-01-20"}]}}', 15000, '[]', '[]', now())""".formatted(CLAIM, ORGANIZATION, PATIENT, OTHER);

    /** One payer has paid 10.00 too much, another owes as much. */
    private static final String CREDIT = """
            insert into journal_entry (id, organization_id, kind, occurred_on, line_count) values ('%1$s', '%2$s', 'PAYER_PAYMENT', '2026-03-02', 2);
            insert into ledger_line (organization_id, entry_id, line_number, account, amount_cents, patient_id, claim_id, payer_id)
            values ('%2$s', '%1$s', 1, 'INSURANCE_RECEIVABLE', -1000, '%3$s', '%1$s', '%3$s'),
                   ('%2$s', '%1$s', 2, 'INSURANCE_RECEIVABLE', 1000, '%3$s', '%1$s', '%4$s')""".formatted(CLAIM, ORGANIZATION, PATIENT, OTHER);

    private static final String APPEALS = """
            insert into appeal (id, organization_id, claim_id, patient_id, level, state, amount_cents, argument, enclosures, due, prepared_by, prepared_at, decided_at, revision)
            select gen_random_uuid(), '%2$s', '%1$s', '%3$s', 'INTERNAL_APPEAL', state, 100, 'x', '[]', '2026-03-02', 'ann', now(), decided::timestamptz, 0
              from (values ('UPHELD', '2026-03-03T03:00:00Z'), ('WITHDRAWN', '2026-03-03T03:00:00Z'), ('SENT', null)) states (state, decided)""".formatted(CLAIM, ORGANIZATION, PATIENT);

    @Test
    void whatWasThereBeforeHasItsHistoryItsClockAndItsDays() throws SQLException {
        try (var postgres = LocalPostgres.temporary()) {
            migrate(postgres, "78");
            try (var owner = postgres.connect("billing", "billing_owner")) {
                owner.setAutoCommit(false);
                for (var insert : new String[] {PRACTICE, TAKEN_OVER, CREDIT, APPEALS}) {
                    execute(owner, insert);
                }
                owner.commit();
            }
            migrate(postgres, "latest");
            try (var owner = postgres.connect("billing", "billing_owner")) {
                assertThat(count(
                                owner,
                                "sent_line where patient_id = '%s' and service_date = '2026-01-20' and procedure_code = '99213' and modifiers = '{25}' and charge_cents = 15000"
                                        .formatted(PATIENT)))
                        .isEqualTo(1);
                assertThat(count(
                                owner,
                                "deadline where kind = 'CREDIT_BALANCE' and subject_id = '%s' and state = 'OPEN' and due_on = current_date + 60"
                                        .formatted(CLAIM)))
                        .isEqualTo(1);
                assertThat(count(owner, "appeal where state = 'UPHELD' and decided_on = '2026-03-02'"))
                        .isEqualTo(1);
                assertThat(count(owner, "appeal where decided_on is null")).isEqualTo(2);
            }
        }
    }

    private static void migrate(LocalPostgres postgres, String target) {
        Flyway.configure()
                .dataSource(postgres.jdbcUrl("billing"), "billing_owner", "test")
                .locations("db/service-kit", "filesystem:src/main/resources/db/migration")
                .outOfOrder(true)
                .placeholders(Map.of("service_role", "billing_service", "relay_role", "billing_relay"))
                .target(target)
                .load()
                .migrate();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int count(Connection connection, String from) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + from)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
