package org.superbill.billing.claimstatus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.FakePayer;
import org.superbill.billing.testing.PayerFiles;
import org.superbill.billing.testing.Practice;
import org.superbill.servicekit.clock.Clocks;
import org.superbill.servicekit.testing.TestEvents;
import org.superbill.stack.FixedDay;

/** A payer is asked what has become of a claim, by a person or by schedule, and its answer is understood. */
@QuarkusTest
@BillingStack
class StatusInquiryTest {
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

    private Response asks(String role, String claimId) {
        return practice.request(role)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .post("/api/v1/claims/%s/status-inquiries".formatted(claimId));
    }

    private List<String> requests() {
        return FakePayer.received(practice.organization).stream()
                .filter(file -> file.contains("ST*276*"))
                .toList();
    }

    private String awaitRequest() {
        return await().atMost(Duration.ofSeconds(30))
                .until(this::requests, files -> files.size() == 1)
                .get(0);
    }

    private static String answer(String request, String status) {
        return PayerFiles.interchange("HN", "005010X212", """
                        ST*277*0001*005010X212~
                        BHT*0010*08*277X212*20260402*0810*DG~
                        HL*1**20*1~
                        NM1*PR*2*KEY INSURANCE*****PI*99999~
                        HL*2*1*21*1~
                        NM1*41*2*RIVERSIDE*****46*RIVERSIDE~
                        HL*3*2*19*1~
                        NM1*1P*2*RIVERSIDE*****XX*1234567893~
                        HL*4*3*22*0~
                        NM1*IL*1*GARCIA*MARIA****MI*W123456789~
                        TRN*2*%s~
                        STC*%s*20260401**175*120~
                        REF*1K*PCN77~
                        DTP*472*D8*20260302~
                        SE*15*0001~
                        """.formatted(
                        PayerFiles.segment(request, "TRN").get(2), status));
    }

    @Test
    void aPersonAsksOnceAndSeesTheAnswer() {
        var claimId = practice.receivesClaim(practice.facts());
        asks("biller", claimId).then().statusCode(409);
        practice.sends(claimId);
        asks("front-desk", claimId).then().statusCode(403);
        asks("biller", UUID.randomUUID().toString()).then().statusCode(404);
        var first = asks("biller", claimId)
                .then()
                .statusCode(202)
                .extract()
                .jsonPath()
                .getString("id");
        assertThat(asks("biller", claimId).jsonPath().getString("id")).isEqualTo(first);
        var request = awaitRequest();
        var number = practice.claim(claimId).getString("claimNumber");
        assertThat(request).contains("REF*EJ*" + number + "~");
        assertThat(practice.get("/api/v1/deadlines?kind=status-answer&state=open&subjectId=" + first)
                        .getList("items"))
                .hasSize(1);

        var told = practice.receives(answer(request, "F1:65"));
        assertThat(told.getString("outcomes[0].message")).isEqualTo("1 questions answered");
        practice.request("biller")
                .get("/api/v1/x12-files/" + told.getString("id") + "/content")
                .then()
                .statusCode(200);
        assertThat(events.awaitPatients(practice.organization, "getX12FileContent"))
                .containsExactly(UUID.fromString(practice.claim(claimId).getString("patientId")));
        practice.receives(answer(request, "F2:88")); // late and contradicting: the first answer stays
        var inquiries = practice.get("/api/v1/claims/%s/status-inquiries".formatted(claimId));
        assertThat(inquiries.getList("items")).hasSize(1);
        assertThat(inquiries.getString("items[0].state")).isEqualTo("answered");
        assertThat(inquiries.getString("items[0].payerClaimNumber")).isEqualTo("PCN77");
        assertThat(inquiries.getString("items[0].statuses[0].category")).isEqualTo("F1");
        assertThat(inquiries.getLong("items[0].statuses[0].paidCents")).isEqualTo(120_00);
        assertThat(practice.claim(claimId).getString("adjudication"))
                .as("a status decides nothing")
                .isEqualTo("none");
        assertThat(practice.get("/api/v1/claims/" + claimId + "/history").getList("steps.step"))
                .contains("status-told");
        assertThat(practice.get("/api/v1/deadlines?kind=status-answer&state=met&subjectId=" + first)
                        .getList("items"))
                .hasSize(1);
        assertThat(practice.get("/api/v1/reconciliation").getBoolean("addsUp")).isTrue();
    }

    @Test
    void aQuestionThatIsNeverAnsweredKeepsNobodyFromAskingAgain() {
        var claimId = practice.receivesClaim(practice.facts());
        practice.sends(claimId);
        var first = asks("biller", claimId).jsonPath().getString("id");
        awaitRequest();
        clocks.moveTo(FixedDay.now().plus(Duration.ofDays(4)));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> practice.get("/api/v1/claims/%s/status-inquiries".formatted(claimId))
                        .getString("items[0].state")
                        .equals("unanswered"));
        var second = asks("biller", claimId);
        assertThat(second.statusCode()).isEqualTo(202);
        assertThat(second.jsonPath().getString("id")).isNotEqualTo(first);
    }

    @Test
    void aClaimThatThePayerCannotFindIsABillers() {
        var claimId = practice.receivesClaim(practice.facts());
        practice.sends(claimId);
        asks("biller", claimId).then().statusCode(202);
        practice.receives(answer(awaitRequest(), "A4:35"));
        assertThat(practice.claim(claimId).getString("owner.role")).isEqualTo("biller");
    }

    @Test
    void aPayerIsAskedByScheduleAboutWhatItHasNotDecided() {
        var facts = practice.facts();
        var claimId = practice.receivesClaim(facts);
        practice.request("biller")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{\"submitsCleanClaims\":false,\"sendAt\":[],\"sendOn\":[],\"inquireAfterDays\":30}")
                .put("/api/v1/submission-schedules/" + facts.payer.payerId())
                .then()
                .statusCode(200);
        practice.sends(claimId);
        clocks.moveTo(FixedDay.now().plus(Duration.ofDays(31)));
        await().atMost(Duration.ofSeconds(60)).until(() -> requests().size() == 1);
        var inquiries = practice.get("/api/v1/claims/%s/status-inquiries".formatted(claimId));
        assertThat(inquiries.getString("items[0].reason")).isEqualTo("schedule");
    }
}
