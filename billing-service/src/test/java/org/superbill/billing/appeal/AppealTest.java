package org.superbill.billing.appeal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.superbill.billing.document.Pdf;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.Practice;
import org.superbill.servicekit.testing.SecondThread;
import org.superbill.stack.FixedDay;
import org.superbill.stack.LocalPostgres;

/** A denial through the levels of its appeal. */
@QuarkusTest
@BillingStack
class AppealTest extends OfADeniedClaim {
    LocalPostgres postgres;

    @Test
    void anAppealHasItsLevelItsLastDayAndALetterWithItsEnclosures() throws IOException {
        var appeal = prepares(denialOf(claimId));
        var id = appeal.getString("id");
        assertThat(appeal.getString("level")).isEqualTo("internal-appeal");
        assertThat(appeal.getLong("amountCents")).isEqualTo(25_00);
        assertThat(appeal.getString("due")).isNotBlank();
        assertThat(appeal.getString("advice")).isNull();
        practice.request("biller")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", etag(id))
                .contentType("application/pdf")
                .body(Pdf.of("<html><body>Findings of the day</body></html>"))
                .post("/api/v1/appeals/" + id + "/enclosures?name=Record")
                .then()
                .statusCode(200);
        var letter = practice.request("biller").get("/api/v1/appeals/" + id + "/letter");
        assertThat(letter.contentType()).isEqualTo("application/pdf");
        try (var document = Loader.loadPDF(letter.asByteArray())) {
            var text = new PDFTextStripper().getText(document);
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            assertThat(text)
                    .contains("RIVERSIDE FAMILY MEDICINE", "KEY INSURANCE", "PCN1", "CO-50", "87070", "$25.00")
                    .contains("Office note", "Record", "Findings of the day");
        }
    }

    @Test
    void whatIsNoPdfIsNotEnclosed() {
        var id = prepares(denialOf(claimId)).getString("id");
        practice.request("biller")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", etag(id))
                .contentType("application/pdf")
                .body("hello".getBytes(UTF_8))
                .post("/api/v1/appeals/" + id + "/enclosures?name=Record")
                .then()
                .statusCode(422);
    }

    @Test
    void whatIsWithdrawnMeanwhileIsNotContested() throws SQLException {
        var denialId = denialOf(claimId);
        try (var withdrawing = postgres.connect("billing", "billing_owner");
                var statement = withdrawing.createStatement()) {
            withdrawing.setAutoCommit(false);
            statement.execute("select from claim where id = '%s' for no key update".formatted(claimId));
            var asked = CompletableFuture.supplyAsync(
                    () -> posts("/api/v1/appeals", "{\"denialIds\":[\"%s\"]}".formatted(denialId)), SecondThread.OWN);
            await().atMost(Duration.ofSeconds(60)).until(() -> asked.isDone() || isWaitedFor(statement));
            statement.execute("update denial set state = 'TAKEN_BACK' where id = '%s'".formatted(denialId));
            withdrawing.commit();
            assertThat(asked.join().statusCode()).isEqualTo(422);
            assertThat(asked.join().jsonPath().getString("detail")).contains("not open any more");
        }
    }

    private static boolean isWaitedFor(Statement statement) throws SQLException {
        try (var rows = statement.executeQuery(
                "select exists (select from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid)))")) {
            rows.next();
            return rows.getBoolean(1);
        }
    }

    @Test
    void aLostAppealLeadsToTheNextLevelAndTheRateCountsBoth() {
        var denialId = denialOf(claimId);
        var id = prepares(denialId).getString("id");
        acts(id, "outcome", outcome("upheld", FixedDay.DATE, 0), 409);
        var sent = acts(id, "send", "{\"way\":\"fax\"}", 200);
        assertThat(sent.getString("answerDue")).isNotBlank();
        assertThat(practice.claim(claimId).getString("owner.role")).isEqualTo("payer");
        acts(id, "send", "{\"way\":\"fax\"}", 409);
        acts(id, "outcome", outcome("upheld", FixedDay.DATE, 1), 400);
        acts(id, "outcome", outcome("overturned", FixedDay.DATE, 2501), 400);
        acts(id, "outcome", outcome("upheld", FixedDay.DATE, 0), 200);
        assertThat(practice.claim(claimId).getString("owner.role")).isEqualTo("biller");
        var second = posts("/api/v1/appeals", "{\"denialIds\":[\"%s\"],\"follows\":\"%s\"}".formatted(denialId, id))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        assertThat(second.getString("level")).isEqualTo("second-internal-appeal");
        var secondId = second.getString("id");
        acts(secondId, "send", "{\"way\":\"mail\"}", 200);
        acts(secondId, "outcome", outcome("overturned", FixedDay.DATE, 2500), 200);
        var figures = practice.get("/api/v1/appeals/figures?from=2020-01-01&to=2100-01-01");
        assertThat(figures.getInt("decided")).isEqualTo(2);
        assertThat(figures.getInt("overturned")).isEqualTo(1);
        assertThat(figures.getDouble("overturnRate")).isEqualTo(0.5);
        assertThat(figures.getLong("recoveredCents")).isEqualTo(25_00);
        assertThat(practice.get("/api/v1/claims/" + claimId + "/history").getList("steps.step", String.class))
                .contains("appeal-sent", "appeal-upheld", "appeal-overturned");
    }

    @Test
    void aRefusalIsContestedOnceAtEachLevel() {
        var denialId = denialOf(claimId);
        var body = "{\"denialIds\":[\"%s\"]}".formatted(denialId);
        var id = prepares(denialId).getString("id");
        posts("/api/v1/appeals", body).then().statusCode(422);
        acts(id, "withdraw", "{\"reason\":\"wrong letter\"}", 200);
        posts("/api/v1/appeals", body).then().statusCode(201);
    }

    @Test
    void whatCannotWinIsAdvisedAgainstAndNotForbidden() {
        var appeal = prepares(denialOf(denied("CO*109*25", "")));
        assertThat(appeal.getString("advice")).contains("Another payer is responsible");
    }

    @Test
    void whatCouldNotBeProcessedCarriesNoRightToAppeal() {
        posts("/api/v1/appeals", "{\"denialIds\":[\"%s\"]}".formatted(denialOf(denied("CO*16*25", "MA130"))))
                .then()
                .statusCode(422);
    }

    @Test
    void badCallsAreRefusedAndChangeNothing() {
        var denialId = denialOf(claimId);
        posts("/api/v1/appeals", "{\"denialIds\":[]}").then().statusCode(400);
        posts("/api/v1/appeals", "{\"denialIds\":[\"%s\"],\"colour\":\"red\"}".formatted(denialId))
                .then()
                .statusCode(400);
        posts("/api/v1/appeals", "{\"denialIds\":[\"%s\"]}".formatted(UUID.randomUUID()))
                .then()
                .statusCode(404);
        practice.request("poster")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{\"denialIds\":[\"%s\"]}".formatted(denialId))
                .post("/api/v1/appeals")
                .then()
                .statusCode(403);
        var id = prepares(denialId).getString("id");
        practice.post("/api/v1/appeals/" + id + "/send", "{\"way\":\"fax\"}", "\"999\"")
                .then()
                .statusCode(412);
        new Practice(events)
                .request("biller")
                .get("/api/v1/appeals/" + id)
                .then()
                .statusCode(404);
        new Practice(events)
                .request("biller")
                .get("/api/v1/denials/" + denialId)
                .then()
                .statusCode(404);
        assertThat(practice.get("/api/v1/appeals?claimId=" + claimId).getList("items.state"))
                .isEqualTo(List.of("prepared"));
    }
}
