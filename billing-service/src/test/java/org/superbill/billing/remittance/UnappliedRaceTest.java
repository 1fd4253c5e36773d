package org.superbill.billing.remittance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.PayerFiles;
import org.superbill.servicekit.testing.SecondThread;
import org.superbill.stack.LocalPostgres;

/** Money that waits, and two who take it at the same moment: the rule that has found its claim, and a person. */
@QuarkusTest
@BillingStack
class UnappliedRaceTest extends OfASentClaim {
    LocalPostgres postgres;

    private final String trace = "T" + UUID.randomUUID().toString().substring(0, 8);
    private String later;
    private String remittance;

    @BeforeEach
    void aPaymentWaitsWhoseClaimIsSentLater() {
        var facts = factsOfLater();
        remittance = practice.receives(paymentOfLater(trace)).getString("outcomes[0].id");
        later = practice.receivesClaim(facts);
        practice.sends(later);
    }

    private Response posts(String path, String body) {
        return practice.request("poster")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", "\"0\"")
                .contentType("application/json")
                .body(body)
                .post(path);
    }

    private CompletableFuture<Response> startsTo(String path, String body) {
        return CompletableFuture.supplyAsync(() -> posts(path, body), SecondThread.OWN);
    }

    /** Holds the claim, so that whoever needs it stops where he is. */
    private Connection holdsTheClaim() throws SQLException {
        var connection = postgres.connect("billing", "billing_owner");
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("select id from claim where id = '%s' for update".formatted(later));
        }
        return connection;
    }

    private String unappliedWhole(String unsound) {
        var id = practice.receives(unsound).getString("outcomes[0].id");
        posts("/api/v1/remittances/" + id + "/post-unapplied", "{\"reason\":\"The bank shows it\"}")
                .then()
                .statusCode(200);
        return id;
    }

    private static void awaitWaiting(Connection connection, int count) {
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("select count(distinct pid) from pg_locks where not granted")) {
                rows.next();
                return rows.getInt(1) >= count;
            }
        });
    }

    @Test
    void whatTheRuleHasJustFoundIsUndoneWithTheRest() throws SQLException {
        CompletableFuture<Response> search;
        CompletableFuture<Response> undo;
        try (var holding = holdsTheClaim()) {
            search = startsTo("/api/v1/unapplied-claims/search", "{}");
            awaitWaiting(holding, 1);
            undo = startsTo("/api/v1/remittances/" + remittance + "/undo", "{\"reason\":\"Another clinic's\"}");
            awaitWaiting(holding, 2);
            holding.rollback();
        }
        assertThat(search.join().jsonPath().getInt("matched")).isEqualTo(1);
        assertThat(undo.join().statusCode()).isEqualTo(200);
        assertThat(practice.account("cash")).isZero();
        assertThat(practice.account("unapplied-cash")).isZero();
        assertThat(practice.account("insurance-receivable")).isEqualTo(2 * 175_00);
        assertThat(practice.claim(later).getString("adjudication")).isEqualTo("needs-review");
    }

    /** Of 140.00, whose first form did not balance: a person changes that payment at this moment, which holds it and then its claims. */
    @Test
    void whoTakesCashBackFromUnappliedHoldsItsPaymentFirst() throws SQLException {
        var ofOurs = PayerFiles.remittance("U" + trace)
                .claim(number, "1", "175", "140", "0", "PCN1")
                .patient()
                .with("CAS*CO*45*35");
        var first = unappliedWhole(ofOurs.text().replace("CO*45*35", "CO*45*34"));
        var second = practice.receives(ofOurs.text()).getString("outcomes[0].id");
        CompletableFuture<Response> accept;
        try (var holding = postgres.connect("billing", "billing_owner");
                var statement = holding.createStatement()) {
            holding.setAutoCommit(false);
            statement.execute("update remittance set revision = revision + 1 where id = '%s'".formatted(first));
            accept = startsTo("/api/v1/remittances/" + second + "/accept", "{\"reason\":\"It is sound\"}");
            awaitWaiting(holding, 1);
            statement.execute(
                    "select id from remittance_claim where remittance_id = '%s' for update nowait".formatted(first));
            holding.commit();
        }
        assertThat(accept.join().statusCode()).isEqualTo(200);
        assertThat(practice.get("/api/v1/remittances/" + first).getString("state"))
                .isEqualTo("replaced");
        assertThat(practice.account("cash")).isEqualTo(175_00 + 140_00);
        assertThat(practice.account("unapplied-cash")).isEqualTo(-175_00);
        assertThat(practice.account("contractual-adjustment")).isEqualTo(35_00);
    }

    @Test
    void whatTheRuleHasJustFoundIsNotMatchedAgainByAPerson() throws SQLException {
        CompletableFuture<Response> search;
        CompletableFuture<Response> match;
        try (var holding = holdsTheClaim()) {
            search = startsTo("/api/v1/unapplied-claims/search", "{}");
            awaitWaiting(holding, 1);
            match = startsTo(
                    "/api/v1/remittances/" + remittance + "/claims/1/match",
                    "{\"claimId\":\"%s\",\"reason\":\"It looks alike\"}".formatted(claimId));
            awaitWaiting(holding, 2);
            holding.rollback();
        }
        assertThat(search.join().jsonPath().getInt("matched")).isEqualTo(1);
        assertThat(match.join().statusCode()).isEqualTo(409);
        assertThat(practice.account("cash")).isEqualTo(175_00);
        assertThat(practice.account("unapplied-cash")).isZero();
        assertThat(practice.account("insurance-receivable")).isEqualTo(175_00);
        assertThat(practice.claim(claimId).getString("adjudication")).isEqualTo("none");
    }
}
