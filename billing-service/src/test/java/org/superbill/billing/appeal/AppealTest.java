package org.superbill.billing.appeal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.billing.document.Pdf;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.Facts;
import org.superbill.billing.testing.PayerFiles;
import org.superbill.billing.testing.Practice;
import org.superbill.servicekit.clock.Clocks;
import org.superbill.servicekit.testing.TestEvents;
import org.superbill.stack.FixedDay;

/** A denial from the worklist through the levels of its appeal. */
@QuarkusTest
@BillingStack
class AppealTest {
    @Inject
    Clocks clocks;

    private TestEvents events;
    private Practice practice;
    private String claimId;

    @BeforeEach
    void aLineWasDenied() {
        events = TestEvents.open();
        practice = new Practice(events);
        claimId = denied("CO*50*25", "");
    }

    @AfterEach
    void close() {
        clocks.moveTo(FixedDay.now());
        events.close();
    }

    private String denied(String adjustment, String remark) {
        return denied(practice.facts(), adjustment, remark);
    }

    private String denied(Facts facts, String adjustment, String remark) {
        var id = practice.receivesClaim(facts);
        practice.sends(id);
        var number = practice.claim(id).getString("claimNumber");
        var remittance = PayerFiles.remittance("T" + number)
                .on(yesterday())
                .claim(number, "1", "175", "150", "0", "PCN1")
                .patient()
                .line("99213", "150", "150", number + "L1")
                .line("87070", "25", "0", number + "L2", adjustment);
        practice.receives((remark.isEmpty() ? remittance : remittance.with("LQ*HE*" + remark)).text());
        return id;
    }

    /** From the payer's day on the days of an appeal count. */
    private static String yesterday() {
        return FixedDay.DATE.minusDays(1).format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    private String denialOf(String claim) {
        return practice.get("/api/v1/denials?claimId=" + claim).getString("items[0].id");
    }

    private Response posts(String path, String body) {
        return practice.request("biller")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(body)
                .post(path);
    }

    private JsonPath prepares(String denialId) {
        return posts("/api/v1/appeals", "{\"denialIds\":[\"%s\"],\"enclosures\":[\"Office note\"]}".formatted(denialId))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private String etag(String id) {
        return practice.request("biller").get("/api/v1/appeals/" + id).header("ETag");
    }

    private JsonPath acts(String id, String action, String body, int status) {
        return practice.post("/api/v1/appeals/" + id + "/" + action, body, etag(id))
                .then()
                .statusCode(status)
                .extract()
                .jsonPath();
    }

    private static String outcome(String outcome, LocalDate decidedOn, long recoveredCents) {
        return """
                {"outcome":"%s","decidedOn":"%s","recoveredCents":%d,"reason":"as the letter says"}""".formatted(outcome, decidedOn, recoveredCents);
    }

    @Test
    void theDaysOfTheNextLevelRunFromTheDateOfTheDecision() {
        var denialId = denialOf(claimId);
        var id = prepares(denialId).getString("id");
        acts(id, "send", "{\"way\":\"fax\"}", 200);
        var decided = FixedDay.DATE;
        for (var impossible : List.of(decided.plusDays(1), decided.minusDays(1))) {
            var refused = acts(id, "outcome", outcome("upheld", impossible, 0), 400);
            assertThat(refused.getString("errors[0].pointer")).isEqualTo("/decidedOn");
        }
        clocks.moveTo(decided.plusDays(20).atTime(12, 0).toInstant(ZoneOffset.UTC));
        var lost = acts(id, "outcome", outcome("upheld", decided, 0), 200);
        assertThat(lost.getString("decidedOn")).isEqualTo(decided.toString());
        assertThat(practice.get("/api/v1/deadlines?kind=appeal&state=open&subjectId=" + denialId)
                        .getString("items[0].dueOn"))
                .isEqualTo(decided.plusDays(60).toString());
        assertThat(practice.claim(claimId).getString("owner.due"))
                .isEqualTo(decided.plusDays(60).toString());
        assertThat(posts("/api/v1/appeals", "{\"denialIds\":[\"%s\"],\"follows\":\"%s\"}".formatted(denialId, id))
                        .jsonPath()
                        .getString("due"))
                .isEqualTo(decided.plusDays(60).toString());
        assertThat(decidedBetween(decided, decided)).isEqualTo(1);
        assertThat(decidedBetween(decided.plusDays(1), decided.plusDays(20))).isZero();
    }

    @Test
    void figuresAndAnswersOfTodayAreOfThePracticesDays() {
        clocks.moveTo(Instant.parse("2027-01-02T03:00:00Z")); // in New York it is the first of January still
        var denialId = denialOf(denied("CO*50*25", ""));
        var path = "/api/v1/denials/figures?from=%s&to=%<s";
        assertThat(practice.get(path.formatted("2027-01-01")).getInt("denials")).isEqualTo(1);
        assertThat(practice.get(path.formatted("2027-01-02")).getInt("denials")).isZero();
        assertThat(practice.get("/api/v1/edit-tables/ncci?column1=A0001&column2=B0002")
                        .getString("on"))
                .isEqualTo("2027-01-01");
        var proposed = practice.request("biller").post("/api/v1/denials/" + denialId + "/proposed-rule");
        assertThat(proposed.jsonPath().getString("rule.effectiveFrom")).isEqualTo("2027-01-01");
    }

    private void gives(String payerId, String level, int days) {
        practice.request("biller")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{\"days\":%d}".formatted(days))
                .put("/api/v1/appeal-limits/%s/%s".formatted(payerId, level))
                .then()
                .statusCode(200);
    }

    @Test
    void aPayersContractGivesOtherDaysAtEachLevel() {
        var payer = practice.get("/api/v1/denials?claimId=" + claimId).getString("items[0].payerId");
        gives(payer, "second-internal-appeal", 30);
        var id = prepares(denialOf(claimId)).getString("id");
        acts(id, "send", "{\"way\":\"fax\"}", 200);
        acts(
                id,
                "outcome",
                "{\"outcome\":\"upheld\",\"recoveredCents\":0,\"reason\":\"as clients said it before\"}",
                200);
        var open = practice.get("/api/v1/deadlines?kind=appeal&state=open&subjectId=" + denialOf(claimId));
        assertThat(open.getString("items[0].dueOn"))
                .isEqualTo(FixedDay.DATE.plusDays(30).toString());
        assertThat(open.getString("items[0].basis")).contains("30 days", "contract");
        assertThat(practice.claim(claimId).getString("owner.due"))
                .isEqualTo(FixedDay.DATE.plusDays(30).toString());
        var path = "/api/v1/appeal-limits/%s/".formatted(payer);
        assertThat(practice.get(path + "second-internal-appeal").getInt("days")).isEqualTo(30);
        assertThat(practice.get("/api/v1/appeal-limits").getList("items")).hasSize(1);
        practice.request("biller").get(path + "external-review").then().statusCode(404);
        practice.request("biller")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{\"days\":90}")
                .put(path + "redetermination")
                .then()
                .statusCode(422);
    }

    @Test
    void theFirstLevelIsDueByThePayersContractInTheDenialAndInWhatTheClaimAllows() {
        var facts = practice.facts();
        practice.registers(facts);
        gives(facts.payer.payerId().toString(), "internal-appeal", 90);
        var id = denied(facts, "CO*50*25", "");
        var due = FixedDay.DATE.minusDays(1).plusDays(90).toString();
        assertThat(practice.get("/api/v1/denials?claimId=" + id).getString("items[0].appealDue"))
                .isEqualTo(due);
        assertThat(practice.claim(id).getString("nextAllowed.options.find { it.action == 'appeal' }.clock.due"))
                .isEqualTo(due);
    }

    private int decidedBetween(LocalDate from, LocalDate to) {
        return practice.get("/api/v1/appeals/figures?from=%s&to=%s".formatted(from, to))
                .getInt("decided");
    }

    @Test
    void theWorklistHasTheMostWorthFirstAndLeavesOutWhatCouldNotBeProcessed() {
        denied("CO*119*25", "");
        denied("CO*16*25", "MA130");
        var worklist = practice.get("/api/v1/denials/worklist");
        assertThat(worklist.getList("items.carc")).isEqualTo(List.of("50", "119"));
        assertThat(worklist.getLong("items[0].expectedCents")).isEqualTo(12_50);
        assertThat(worklist.getString("items[0].category")).isEqualTo("medical-necessity");
        assertThat(worklist.getString("items[0].appealDue")).isNotBlank();
        assertThat(practice.get("/api/v1/denials/worklist?unprocessable=true").getList("items"))
                .hasSize(3);
        var first = practice.get("/api/v1/denials/worklist?limit=1");
        assertThat(practice.get("/api/v1/denials/worklist?limit=1&cursor=" + first.getString("nextCursor"))
                        .getList("items.carc"))
                .isEqualTo(List.of("119"));
        var figures = practice.get("/api/v1/denials/figures?from=2020-01-01&to=2100-01-01");
        assertThat(figures.getInt("denials")).isEqualTo(2);
        assertThat(figures.getLong("amountCents")).isEqualTo(50_00);
    }

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

    private List<String> deadlines(String kind, String subject) {
        return practice.get("/api/v1/deadlines?kind=%s&subjectId=%s".formatted(kind, subject))
                .getList("items.state");
    }

    @Test
    void eachRefusalHasALastDayAndEachAppealADayOfItsAnswer() {
        var denialId = denialOf(claimId);
        assertThat(deadlines("appeal", denialId)).containsExactly("open");
        assertThat(practice.get("/api/v1/deadlines?kind=appeal&subjectId=" + denialId)
                        .getString("items[0].dueOn"))
                .isEqualTo(practice.get("/api/v1/denials/" + denialId).getString("appealDue"));
        var id = prepares(denialId).getString("id");
        acts(id, "send", "{\"way\":\"fax\"}", 200);
        assertThat(deadlines("appeal", denialId)).containsExactly("met");
        assertThat(deadlines("appeal-answer", id)).containsExactly("open");
        acts(id, "outcome", outcome("upheld", FixedDay.DATE, 0), 200);
        assertThat(deadlines("appeal-answer", id)).containsExactly("met");
        assertThat(deadlines("appeal", denialId)).containsExactly("met", "open");
        var number = practice.claim(claimId).getString("claimNumber");
        var outcome = practice.receives(PayerFiles.remittance("U" + number)
                .on(yesterday())
                .claim(number, "22", "-175", "-150", "0", "PCN1")
                .patient()
                .line("99213", "-150", "-150", number + "L1")
                .line("87070", "-25", "0", number + "L2", "CO*50*-25")
                .claim(number, "1", "175", "175", "0", "PCN1")
                .patient()
                .line("99213", "150", "150", number + "L1")
                .line("87070", "25", "25", number + "L2")
                .text());
        assertThat(outcome.getString("outcomes[0].result")).isEqualTo("posted");
        assertThat(deadlines("appeal", denialId)).containsExactly("met", "withdrawn");
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
