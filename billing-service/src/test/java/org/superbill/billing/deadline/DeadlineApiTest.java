package org.superbill.billing.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.PayerFiles;
import org.superbill.billing.testing.Practice;
import org.superbill.events.CodingQueryAnswered;
import org.superbill.events.CodingQueryOpened;
import org.superbill.servicekit.clock.Clocks;
import org.superbill.servicekit.testing.TestEvents;
import org.superbill.stack.FixedDay;

/** Deadlines as their owners see them. */
@QuarkusTest
@BillingStack
class DeadlineApiTest {
    @Inject
    Clocks clocks;

    private TestEvents events;
    private Practice practice;

    @BeforeEach
    void open() {
        events = TestEvents.open();
        practice = new Practice(events);
    }

    @AfterEach
    void close() {
        clocks.moveTo(FixedDay.now());
        events.close();
    }

    private String filingDeadlineOf(String claimId, String state) {
        return practice.get("/api/v1/deadlines?kind=timely-filing&state=%s&subjectId=%s".formatted(state, claimId))
                .getString("items[0].id");
    }

    private Response writes(String role, String path, String body, String etag) {
        var request = practice.request(role)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(body);
        return (etag == null ? request : request.header("If-Match", etag)).post(path);
    }

    private String etag(String deadline) {
        return practice.request("biller").get("/api/v1/deadlines/" + deadline).header("ETag");
    }

    @Test
    void aClaimHasAFilingDeadlineUntilThePayerHasItAndAgainWhenItIsRefused() {
        var claimId = practice.receivesClaim(practice.facts());
        var first = filingDeadlineOf(claimId, "open");
        assertThat(practice.get("/api/v1/deadlines/" + first).getString("dueOn"))
                .isEqualTo("2027-03-02");
        practice.sends(claimId);
        assertThat(filingDeadlineOf(claimId, "open")).as("sent is not received").isEqualTo(first);
        var number = practice.claim(claimId).getString("claimNumber");
        practice.receives(PayerFiles.claimAcknowledgment(number, "A1:19", "PCN1"));
        practice.receives(PayerFiles.claimAcknowledgment(number, "A3:21", "PCN1"));
        assertThat(filingDeadlineOf(claimId, "open"))
                .as("a rejected one it does not have")
                .isEqualTo(first);
        practice.acts(claimId, "correct", "{}", 200);
        practice.sends(claimId);
        practice.receives(PayerFiles.claimAcknowledgment(number(claimId), "A2:20", "PCN1"));
        assertThat(filingDeadlineOf(claimId, "met")).isEqualTo(first);
    }

    @Test
    void aForwardedClaimIsABillersWhenTheNextPayerStaysSilent() {
        var claimId = practice.receivesClaim(practice.facts().nextPayer());
        practice.sends(claimId);
        var number = practice.claim(claimId).getString("claimNumber");
        practice.receives(PayerFiles.remittance("T" + number)
                .claim(number, "19", "175", "100", "20", "PCN1")
                .patient()
                .line("99213", "150", "85", number + "L1", "CO*45*45", "PR*2*20")
                .line("87070", "25", "15", number + "L2", "CO*45*10")
                .text());
        assertThat(practice.claim(claimId).getString("owner.role")).isEqualTo("payer");
        clocks.moveTo(FixedDay.now().plus(Duration.ofDays(46)));
        practice.awaits(claimId, "owner.role", "biller");
        assertThat(practice.acts(claimId, "bill-next-payer", "{}", 200).getInt("payerInTurn"))
                .isEqualTo(2);
    }

    @Test
    void aFileThatNobodyAcknowledgesIsABillersTask() {
        var claimId = practice.receivesClaim(practice.facts());
        practice.sends(claimId);
        var submission = practice.get("/api/v1/submissions").getString("items[0].id");
        var running = practice.get("/api/v1/deadlines?kind=acknowledgment&state=open&subjectId=" + submission);
        assertThat(running.getString("items[0].owner")).isEqualTo("biller");
        assertThat(LocalDate.parse(running.getString("items[0].dueOn"))).isAfter(LocalDate.parse("2026-03-02"));
        var number = practice.claim(claimId).getString("claimNumber");
        practice.receives(PayerFiles.claimAcknowledgment(number, "A1:19", "PCN1"));
        assertThat(practice.get("/api/v1/deadlines?kind=acknowledgment&state=met&subjectId=" + submission)
                        .getList("items"))
                .hasSize(1);
    }

    private static PayerFiles.Remittance paid(String number) {
        return PayerFiles.remittance("T" + number)
                .claim(number, "1", "175", "100", "20", "PCN1")
                .patient()
                .line("99213", "150", "85", number + "L1", "CO*45*45", "PR*2*20")
                .line("87070", "25", "15", number + "L2", "CO*45*10");
    }

    private String number(String claimId) {
        return practice.claim(claimId).getString("claimNumber");
    }

    private String filingDueOn(String claimId) {
        return practice.get("/api/v1/deadlines?kind=timely-filing&state=open&subjectId=" + claimId)
                .getString("items[0].dueOn");
    }

    private PayerFiles.Remittance refused(String number, String remark) {
        return PayerFiles.remittance("T" + number)
                .claim(number, "1", "175", "0", "0", "PCN1")
                .patient()
                .with("MOA***" + remark)
                .line("99213", "150", "0", number + "L1", "CO*16*150")
                .line("87070", "25", "0", number + "L2", "CO*16*25");
    }

    @Test
    void whatThePayerCouldNotProcessHasItsFilingLimitAgain() {
        var claimId = practice.receivesClaim(practice.facts());
        practice.sends(claimId);
        practice.receives(PayerFiles.claimAcknowledgment(number(claimId), "A2:20", "PCN1"));
        assertThat(filingDueOn(claimId)).isNull();
        practice.receives(refused(number(claimId), "MA130").text());
        assertThat(filingDueOn(claimId)).isEqualTo("2027-03-02"); // 365 days from the service
        practice.acts(claimId, "correct", "{}", 200);
        practice.sends(claimId);
        assertThat(filingDueOn(claimId)).isEqualTo("2027-03-02");
        practice.receives(PayerFiles.claimAcknowledgment(number(claimId), "A2:20", "PCN1"));
        assertThat(filingDueOn(claimId)).isNull();
    }

    @Test
    void whatWasRefusedHasTheLimitOfItsCorrectionUntilItIsSettled() {
        var payer = practice.facts();
        var claimId = practice.receivesClaim(payer);
        practice.request("biller")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{\"days\":90,\"countedFrom\":\"remittance\"}")
                .put("/api/v1/filing-limits/" + payer.payer.payerId() + "/corrected")
                .then()
                .statusCode(200);
        practice.sends(claimId);
        practice.receives(refused(number(claimId), "N130").text());
        assertThat(filingDueOn(claimId)).isEqualTo("2026-06-01"); // 90 days from the third of March
        practice.acts(claimId, "correct", "{}", 200);
        assertThat(filingDueOn(claimId)).isEqualTo("2026-06-01");
    }

    @Test
    void theClaimToTheNextPayerHasItsLimitBeforeItIsMade() {
        var claimId = practice.receivesClaim(practice.facts().nextPayer());
        practice.sends(claimId);
        practice.receives(paid(number(claimId)).text());
        assertThat(filingDueOn(claimId)).isEqualTo("2027-03-03"); // 365 days from the remittance
        practice.acts(claimId, "bill-next-payer", "{}", 200);
        assertThat(filingDueOn(claimId)).isEqualTo("2027-03-03");
    }

    @Test
    void whatIsPaidHasNoFilingLimit() {
        var claimId = practice.receivesClaim(practice.facts());
        practice.sends(claimId);
        practice.receives(paid(number(claimId)).text());
        assertThat(filingDueOn(claimId)).isNull();
    }

    private List<String> answersAwaited(String state) {
        return practice.get("/api/v1/deadlines?kind=claim-acknowledgment&state=" + state)
                .getList("items.subjectId", String.class);
    }

    /** The payer's file says nothing of one of its claims: the simulator's scenario XL2. */
    @Test
    void aClaimThatItsPayerLeavesOutIsABillersTask() {
        var answered = practice.receivesClaim(practice.facts());
        var paid = practice.receivesClaim(practice.facts());
        var lost = practice.receivesClaim(practice.facts());
        for (var claimId : List.of(answered, paid, lost)) {
            practice.receives(PayerFiles.functional(practice.sends(claimId), "A"));
        }
        var due = practice.get("/api/v1/deadlines?kind=claim-acknowledgment&subjectId=" + lost);
        assertThat(LocalDate.parse(due.getString("items[0].dueOn"))).isEqualTo(FixedDay.DATE.plusDays(5));
        practice.receives(PayerFiles.claimAcknowledgment(number(answered), "A2:20", "PCN1"));
        practice.receives(PayerFiles.claimAcknowledgment(number(lost), "A1:19", "PCN1")); // which is only receipt
        practice.receives(paid(number(paid)).text());
        assertThat(answersAwaited("met")).containsExactlyInAnyOrder(answered, paid);
        assertThat(filingDueOn(answered)).isNull();
        assertThat(filingDueOn(paid)).isNull();
        clocks.moveTo(FixedDay.now().plus(Duration.ofDays(7)));
        practice.awaits(lost, "owner.role", "biller");
        assertThat(filingDueOn(lost)).as("its file was received, it was not").isEqualTo("2027-03-02");
        assertThat(answersAwaited("passed")).containsExactly(lost);
        assertThat(practice.get("/api/v1/claims/" + lost + "/history").getList("steps.step"))
                .endsWith("unanswered");
        assertThat(practice.claim(answered).getString("owner.role")).isEqualTo("payer");
        practice.acts(lost, "correct", "{}", 200);
        practice.sends(lost);
        assertThat(answersAwaited("open")).containsExactly(lost); // of the version that was sent again
    }

    @Test
    void whenNobodyAcknowledgesInTimeTheClaimIsABillersUntilSomebodyDoes() {
        var claimId = practice.receivesClaim(practice.facts());
        practice.sends(claimId);
        clocks.moveTo(FixedDay.now().plus(Duration.ofDays(4)));
        practice.awaits(claimId, "owner.role", "biller");
        assertThat(practice.get("/api/v1/claims/" + claimId + "/history").getList("steps.step"))
                .endsWith("unacknowledged");
        assertThat(practice.get("/api/v1/deadlines?kind=acknowledgment&state=passed&alarmed=true")
                        .getList("items"))
                .hasSize(1);
        var number = practice.claim(claimId).getString("claimNumber");
        practice.receives(PayerFiles.claimAcknowledgment(number, "A2:20", "PCN1"));
        assertThat(practice.claim(claimId).getString("owner.role")).isEqualTo("payer");
        assertThat(practice.get("/api/v1/deadlines?kind=acknowledgment&state=met-late")
                        .getList("items"))
                .hasSize(1);
    }

    @Test
    void aCodersQuestionIsTheProvidersUntilItIsAnswered() {
        var query = UUID.randomUUID();
        var encounter = UUID.randomUUID();
        events.publish(
                practice.organization,
                new CodingQueryOpened(
                        query,
                        UUID.randomUUID(),
                        encounter,
                        UUID.randomUUID(),
                        LocalDate.parse("2036-03-09"),
                        0,
                        null));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !practice.get("/api/v1/deadlines?kind=query&owner=provider&state=open&subjectId=" + query)
                        .getList("items")
                        .isEmpty());
        events.publish(
                practice.organization, new CodingQueryAnswered(query, UUID.randomUUID(), encounter, "answered", "dr"));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !practice.get("/api/v1/deadlines?kind=query&state=met&subjectId=" + query)
                        .getList("items")
                        .isEmpty());
    }

    @Test
    void somebodyTakesADeadlineAndClosesItOnce() {
        var deadline = filingDeadlineOf(practice.receivesClaim(practice.facts()), "open");
        var path = "/api/v1/deadlines/" + deadline;
        var read = etag(deadline);
        writes("biller", path + "/assign", "{\"assignee\":\"ann\"}", read)
                .then()
                .statusCode(200);
        assertThat(practice.get(path).getString("assignee")).isEqualTo("ann");
        writes("biller", path + "/assign", "{}", read).then().statusCode(412);
        writes("biller", path + "/assign", "{}", null).then().statusCode(428);
        writes("biller", path + "/close", "{\"done\":true,\"because\":\"confirmed\",\"x\":1}", etag(deadline))
                .then()
                .statusCode(400);
        writes("front-desk", path + "/close", "{\"done\":true,\"because\":\"confirmed\"}", etag(deadline))
                .then()
                .statusCode(403);
        writes("biller", path + "/close", "{\"done\":true,\"because\":\"confirmed\"}", etag(deadline))
                .then()
                .statusCode(200);
        assertThat(practice.get(path).getString("state")).isEqualTo("met");
        writes("biller", path + "/close", "{\"done\":true,\"because\":\"confirmed\"}", etag(deadline))
                .then()
                .statusCode(409);
        new Practice(events).request("biller").get(path).then().statusCode(404);
    }

    @Test
    void aPayersOwnLimitForCorrectedClaimsIsEnteredOnceAndChangedWithIfMatch() {
        var facts = practice.facts();
        practice.registers(facts);
        var path = "/api/v1/filing-limits/%s/secondary".formatted(facts.payer.payerId());
        var body = "{\"days\":90,\"countedFrom\":\"remittance\"}";
        practice.request("biller").get(path).then().statusCode(404);
        puts(path, body, null).then().statusCode(200);
        puts(path, body, null).then().statusCode(428);
        puts(path, body, practice.request("biller").get(path).header("ETag"))
                .then()
                .statusCode(200);
        puts(path, "{\"days\":0,\"countedFrom\":\"remittance\"}", null).then().statusCode(400);
        assertThat(practice.get("/api/v1/filing-limits").getList("items")).hasSize(1);
    }

    @Test
    void aLimitThatIsEnteredHoldsForTheClaimsNextStep() {
        var facts = practice.facts();
        var claimId = practice.receivesClaim(facts);
        var first = filingDeadlineOf(claimId, "open");
        var path = "/api/v1/filing-limits/%s/original".formatted(facts.payer.payerId());
        puts(path, "{\"days\":400,\"countedFrom\":\"service\"}", null).then().statusCode(200);
        practice.submits(claimId);
        assertThat(filingDeadlineOf(claimId, "withdrawn")).isEqualTo(first);
        var second = filingDeadlineOf(claimId, "open");
        assertThat(practice.get("/api/v1/deadlines/" + second).getString("dueOn"))
                .isEqualTo("2027-04-06");
    }

    @Test
    void whatWouldHaveNoEffectIsRefused() {
        var facts = practice.facts();
        practice.registers(facts);
        var medicare = practice.facts().filingIndicator("MB");
        practice.registers(medicare);
        practice.awaitsKnown(facts);
        practice.awaitsKnown(medicare);
        var limit = "{\"days\":90,\"countedFrom\":\"%s\"}";
        var ofLaw = puts(
                "/api/v1/filing-limits/%s/corrected".formatted(medicare.payer.payerId()),
                limit.formatted("service"),
                null);
        assertThat(ofLaw.statusCode()).isEqualTo(400);
        assertThat(ofLaw.jsonPath().getString("errors[0].message")).contains("42 CFR 424.44");
        var path = "/api/v1/filing-limits/%s/".formatted(facts.payer.payerId());
        assertThat(puts(path + "original", limit.formatted("remittance"), null)
                        .jsonPath()
                        .getString("errors[0].pointer"))
                .isEqualTo("/countedFrom");
        puts(path + "corrected", limit.formatted("remittance"), null).then().statusCode(200);
        puts(path + "original", limit.formatted("service"), null).then().statusCode(200);
    }

    private Response puts(String path, String body, String etag) {
        var request = practice.request("biller")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(body);
        return (etag == null ? request : request.header("If-Match", etag)).put(path);
    }
}
