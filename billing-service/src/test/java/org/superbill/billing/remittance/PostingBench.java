package org.superbill.billing.remittance;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.HttpClientConfig;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.FakePayer;
import org.superbill.billing.testing.PayerFiles;
import org.superbill.billing.testing.Practice;
import org.superbill.billing.testing.RowCopies;
import org.superbill.servicekit.testing.ServiceStack;
import org.superbill.servicekit.testing.TestEvents;
import org.superbill.stack.LocalPostgres;

/**
 * How fast a large payment is posted, whole, over the API, on a PostgreSQL that waits for the disk: {@code ./superbill bench posting}. The
 * claims are copies of one that was sent. Its name keeps it out of the tests.
 */
@QuarkusTest
@WithTestResource(
        value = ServiceStack.class,
        initArgs = {@ResourceArg(name = "database", value = "billing"), @ResourceArg(name = "durable", value = "true")})
@WithTestResource(FakePayer.Resource.class)
class PostingBench {
    private static final int CLAIMS = Integer.getInteger("claims", 50_000);
    private static final int WARM_UP = 2_000;
    /** Of a payment that is posted and taken back. */
    private static final int UNDONE = Integer.getInteger("undone", 10_000);

    private static final int LAST = WARM_UP + CLAIMS + UNDONE;
    private static final int PATIENCE_MILLIS = 900_000;

    LocalPostgres postgres;

    @Test
    void measure() throws Exception {
        RestAssured.config = RestAssured.config()
                .httpClient(HttpClientConfig.httpClientConfig().setParam("http.socket.timeout", PATIENCE_MILLIS));
        try (var events = TestEvents.open();
                var owner = postgres.connect("billing", "billing_owner")) {
            var practice = new Practice(events);
            var claimId = practice.receivesClaim(practice.facts());
            practice.sends(claimId);
            owner.setAutoCommit(false);
            copy(owner, practice, claimId);

            posts(practice, "WARMUP", 1, WARM_UP);
            var before = lines(owner);
            var start = System.nanoTime();
            var cpu = cpu();
            posts(practice, "LARGE", WARM_UP + 1, WARM_UP + CLAIMS);
            var seconds = (System.nanoTime() - start) / 1e9;
            var processorSeconds = cpu() - cpu;
            var posted = lines(owner) - before;
            var ratio = posted / seconds / bulkLinesPerSecond(owner, posted);

            assertAccounts(practice, WARM_UP + CLAIMS);
            assertThat(practice.booksAreCoherent()).isTrue();
            undoes(practice);
            print("posting.claims_per_s", CLAIMS / seconds, "1/s");
            print("posting.claims_per_cpu_s", CLAIMS / processorSeconds, "1/s");
            print("posting.journal_lines_per_s", posted / seconds, "1/s");
            print("posting.bulk_insert_ratio", ratio, "x");
            print("posting.heap_mb", Runtime.getRuntime().maxMemory() / 1e6, "MB");
        }
    }

    private static void assertAccounts(Practice practice, int claims) {
        assertThat(practice.account("cash")).isEqualTo(claims * 120_00L);
        assertThat(practice.account("patient-receivable")).isEqualTo(claims * 20_00L);
    }

    /** Another payment is posted and taken back: the accounts are what they were. */
    private static void undoes(Practice practice) {
        var undone = posts(practice, "UNDONE", WARM_UP + CLAIMS + 1, LAST);
        assertAccounts(practice, LAST);
        var start = System.nanoTime();
        practice.request("poster")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", "\"0\"")
                .contentType("application/json")
                .body("{\"reason\":\"It is of another practice\"}")
                .post("/api/v1/remittances/" + undone + "/undo")
                .then()
                .statusCode(200);
        print("posting.undo_claims_per_s", UNDONE / ((System.nanoTime() - start) / 1e9), "1/s");
        assertAccounts(practice, WARM_UP + CLAIMS);
        assertThat(practice.booksAreCoherent()).isTrue();
    }

    /** One payment of the copies, two lines a claim, taken like any file. @return its id */
    private static String posts(Practice practice, String trace, int from, int to) {
        var payment = PayerFiles.remittance(trace);
        for (var i = from; i <= to; i++) {
            var number = "B" + i;
            payment.claim(number, "1", "175", "120", "20", "PCN" + i)
                    .patient()
                    .line("99213", "150", "100", number + "L1", "CO*45*30", "PR*2*20")
                    .with("AMT*B6*120")
                    .line("87070", "25", "20", number + "L2", "CO*45*5")
                    .with("AMT*B6*20");
        }
        var file = practice.receives(payment.text());
        assertThat(file.getList("outcomes.result")).containsExactly("posted");
        assertThat(file.getString("outcomes[0].message")).isEqualTo("Posted");
        return file.getString("outcomes[0].id");
    }

    /** Claims as they are after they were sent, each with a patient and an encounter of its own, and their charges in the books. */
    private static void copy(Connection owner, Practice practice, String claimId) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute("select set_config('app.organization', '%s', false)".formatted(practice.organization));
            var copies = "generate_series(1, %d) n".formatted(LAST);
            statement.execute(RowCopies.of(
                    owner,
                    "claim",
                    Map.of(
                            "id",
                            id("claim"),
                            "encounter_id",
                            id("encounter"),
                            "patient_id",
                            id("patient"),
                            "number",
                            "-n"),
                    copies,
                    "original.id = '%s'".formatted(claimId)));
            statement.execute(RowCopies.of(
                    owner,
                    "claim_version",
                    Map.of(
                            "id", id("version"),
                            "claim_id", id("claim"),
                            "claim_number", "'B' || n",
                            "facts",
                                    "replace(original.facts, original.facts::jsonb #>> '{patient,patientId}', %s::text)"
                                            .formatted(id("patient"))),
                    copies,
                    "original.claim_id = '%s'".formatted(claimId)));
            statement.execute("""
                    insert into journal_entry (organization_id, id, kind, occurred_on, line_count)
                    select '%s', %s, 'CHARGE', '2026-03-02', 4 from generate_series(1, %d) n""".formatted(practice.organization, id("entry"), LAST));
            statement.execute(
                    """
                    insert into ledger_line (organization_id, entry_id, line_number, account, amount_cents, patient_id, claim_id, payer_id, claim_line)
                    select '%s', %s, line.line_number, line.account, line.amount_cents, %s, %s, line.payer_id, line.claim_line
                      from generate_series(1, %d) n, ledger_line line where line.claim_id = '%s'""".formatted(practice.organization, id("entry"), id("patient"), id("claim"), LAST, claimId));
            owner.commit();
            owner.setAutoCommit(true);
            for (var table : List.of("claim", "claim_version", "journal_entry", "ledger_line")) {
                statement.execute("vacuum analyze " + table);
            }
        }
    }

    /** Of this JVM and of PostgreSQL, for a machine that does other things too. */
    private double cpu() {
        var server = ProcessHandle.of(postgres.pid()).orElseThrow();
        return Stream.concat(Stream.of(ProcessHandle.current(), server), server.descendants())
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .mapToDouble(spent -> spent.toMillis() / 1e3)
                .sum();
    }

    private static String id(String kind) {
        return "md5('%s' || n)::uuid".formatted(kind);
    }

    private static long lines(Connection owner) throws SQLException {
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery("select count(*) from ledger_line where remittance_id is not null")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** As many rows into a copy of the table with its indexes and without its triggers, by one statement. */
    private static double bulkLinesPerSecond(Connection owner, long count) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute("create table bench_line (like ledger_line including defaults including indexes)");
            var start = System.nanoTime();
            var inserted = statement.executeUpdate(
                    "insert into bench_line select * from ledger_line where remittance_id is not null limit " + count);
            var seconds = (System.nanoTime() - start) / 1e9;
            assertThat(inserted).isEqualTo(Math.toIntExact(count));
            print("posting.bulk_lines_per_s", inserted / seconds, "1/s");
            return inserted / seconds;
        }
    }

    private static void print(String name, double value, String unit) {
        System.out.printf(Locale.ROOT, "bench %s %.3f %s%n", name, value, unit);
    }
}
