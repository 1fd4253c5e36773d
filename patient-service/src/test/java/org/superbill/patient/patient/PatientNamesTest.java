package org.superbill.patient.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.superbill.servicekit.testing.Migrations;
import org.superbill.stack.LocalPostgres;

/** The words of names: of whoever was registered before they were kept, and looked up in an index by a role that sees only its rows. */
class PatientNamesTest {
    private static final String PATIENTS = """
            insert into patient (organization_id, id, first_name, middle_name, last_name, birth_date, sex, address, revision)
            select '%s', gen_random_uuid(), %s, '1973-05-01', 'female', '{}', 0 from generate_series(1, %d) n""";
    private static final String WORDS_OF = "select word from patient_name where organization_id = '%s' order by word";

    @Test
    void whoWasThereBeforeIsFoundToo() throws SQLException {
        try (var postgres = LocalPostgres.temporary()) {
            Migrations.migrate(postgres, "patient", "12");
            try (var owner = postgres.connect("patient", "patient_owner")) {
                add(owner, "before", "'Ann Mary', 'J.', 'O''Brien'", 1);
                Migrations.migrate(postgres, "patient", "13");
                assertThat(Migrations.column(owner, WORDS_OF.formatted("before")))
                        .isEmpty();
                add(owner, "meanwhile", "'ANN', null, '-'", 1);

                Migrations.migrate(postgres, "patient", "14");

                assertThat(Migrations.column(owner, WORDS_OF.formatted("before")))
                        .containsExactly("ann", "annmary", "brien", "j", "mary", "o", "obrien");
                assertThat(Migrations.column(owner, WORDS_OF.formatted("meanwhile")))
                        .containsExactly("ann");
                Migrations.execute(owner, "update patient set last_name = 'LEE' where organization_id = 'before'");
                assertThat(Migrations.column(owner, WORDS_OF.formatted("before")))
                        .containsExactly("ann", "annmary", "j", "lee", "mary");
            }
        }
    }

    @Test
    void aWordIsLookedUpInTheIndexUnderRowLevelSecurity() throws SQLException {
        try (var postgres = LocalPostgres.temporary()) {
            Migrations.migrate(postgres, "patient", "14");
            try (var owner = postgres.connect("patient", "patient_owner")) {
                add(owner, "large", "'F' || n, null, 'L' || n", 5000);
                Migrations.execute(owner, "analyze patient, patient_name");
            }
            try (var service = postgres.connect("patient", "patient_service")) {
                Migrations.execute(service, "set app.organization = 'large'");
                var plan = Migrations.column(service, """
                        explain (costs off)
                        select id from patient p
                         where organization_id = 'large' and id > '00000000-0000-0000-0000-000000000000'
                           and exists (select 1 from patient_name n where n.organization_id = 'large' and n.patient_id = p.id
                                          and n.word >= 'l4711' and n.word < 'l4711{')
                           and exists (select 1 from patient_name n where n.organization_id = 'large' and n.patient_id = p.id
                                          and n.word >= 'f4711' and n.word < 'f4711{')
                         order by id limit 51""");

                assertThat(plan).noneMatch(line -> line.contains("Seq Scan"));
                assertThat(plan).anyMatch(line -> line.contains("Index Cond") && line.contains("word >= '"));
            }
        }
    }

    private static void add(Connection owner, String organization, String names, int count) throws SQLException {
        Migrations.execute(owner, PATIENTS.formatted(organization, names, count));
    }
}
