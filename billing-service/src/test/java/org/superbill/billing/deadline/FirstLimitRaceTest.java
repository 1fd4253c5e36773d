package org.superbill.billing.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.Practice;
import org.superbill.servicekit.testing.SecondThread;
import org.superbill.servicekit.testing.TestEvents;
import org.superbill.stack.LocalPostgres;

/** Two persons enter the first limit of a payer at the same moment: the second one is told so, and overwrites nothing. */
@QuarkusTest
@BillingStack
class FirstLimitRaceTest {
    LocalPostgres postgres;

    private TestEvents events;
    private Practice practice;
    private UUID payerId;

    @BeforeEach
    void open() {
        events = TestEvents.open();
        practice = new Practice(events);
        var facts = practice.facts();
        practice.registers(facts);
        payerId = facts.payer.payerId();
    }

    @AfterEach
    void close() {
        events.close();
    }

    private CompletableFuture<Response> puts(String path, String body) {
        return CompletableFuture.supplyAsync(
                () -> practice.request("biller")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .contentType("application/json")
                        .body(body)
                        .put(path),
                SecondThread.OWN);
    }

    /** Another one has written the row, and not committed it yet. */
    private void enters(String insert, String path, String body) throws SQLException {
        CompletableFuture<Response> second;
        try (var first = postgres.connect("billing", "billing_owner");
                var statement = first.createStatement()) {
            first.setAutoCommit(false);
            statement.execute(insert.formatted(practice.organization, payerId));
            second = puts(path, body);
            awaitsTheOther(first);
            first.commit();
        }
        assertThat(second.join().statusCode()).isEqualTo(409);
        assertThat(second.join().jsonPath().getString("type")).endsWith("/conflict");
        assertThat(practice.get(path).getInt("days")).isEqualTo(30);
        assertThat(puts(path, body).join().statusCode()).isEqualTo(428);
    }

    private static void awaitsTheOther(Connection connection) {
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("select count(distinct pid) from pg_locks where not granted")) {
                rows.next();
                return rows.getInt(1) >= 1;
            }
        });
    }

    @Test
    void theSecondFirstFilingLimitIsRefused() throws SQLException {
        enters(
                "insert into filing_limit (organization_id, payer_id, claim_type, days, counted_from) values ('%s', '%s', 'SECONDARY', 30, 'SERVICE')",
                "/api/v1/filing-limits/%s/secondary".formatted(payerId),
                "{\"days\":90,\"countedFrom\":\"remittance\"}");
    }

    @Test
    void theSecondFirstAppealLimitIsRefused() throws SQLException {
        enters(
                "insert into appeal_limit (organization_id, payer_id, level, days) values ('%s', '%s', 'SECOND_INTERNAL_APPEAL', 30)",
                "/api/v1/appeal-limits/%s/second-internal-appeal".formatted(payerId), "{\"days\":90}");
    }
}
