package org.superbill.billing.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.Facts;
import org.superbill.billing.testing.PayerFiles;
import org.superbill.billing.testing.Practice;
import org.superbill.events.EncounterVoided;
import org.superbill.servicekit.testing.TestEvents;
import org.superbill.stack.FixedDay;
import org.superbill.stack.LocalPostgres;

/**
 * A payer that takes neither corrections nor voids, as Medicare Part B, has paid 100.00 of 175.00; 45.00 were of its contract and 30.00 the
 * patient's. Then the encounter is voided: it was another patient's.
 */
@QuarkusTest
@BillingStack
class PaidAndVoidedTest {
    private static final String MIGRATION = "/db/migration/V0134__denials_of_what_did_not_take_place.sql";

    LocalPostgres postgres;

    private TestEvents events;
    private Practice practice;
    private Facts facts;
    private String claimId;
    private String number;

    @BeforeEach
    void aClaimIsPaid() {
        events = TestEvents.open();
        practice = new Practice(events);
        isSent(practice.facts().acceptsCorrectedClaims(false));
    }

    private void isSent(Facts claimed) {
        facts = claimed;
        claimId = practice.receivesClaim(facts);
        practice.sends(claimId);
        number = practice.claim(claimId).getString("claimNumber");
    }

    @AfterEach
    void close() {
        assertThat(practice.get("/api/v1/ledger/verification").getList("checks.findAll { !it.holds }"))
                .isEmpty();
        events.close();
    }

    private void decides(String status, String sign) {
        practice.receives(PayerFiles.remittance("T" + status + number)
                .claim(number, status, sign + "175", sign + "100", status.equals("22") ? "0" : "30", "PCN1")
                .patient()
                .line("99213", sign + "150", sign + "80", number + "L1", "CO*45*" + sign + "40", "PR*2*" + sign + "30")
                .line("87070", sign + "25", sign + "20", number + "L2", "CO*45*" + sign + "5")
                .text());
    }

    private void isVoided() {
        events.publish(practice.organization, new EncounterVoided(facts.encounter.encounterId(), "wrong patient"));
        await().atMost(Duration.ofSeconds(120))
                .until(() -> practice.claim(claimId).getBoolean("voided"));
    }

    private void assertBooks(long insurance, long cash) {
        assertThat(practice.account("insurance-receivable")).isEqualTo(insurance);
        assertThat(practice.account("patient-receivable")).isZero();
        assertThat(practice.account("contractual-adjustment")).isZero();
        assertThat(practice.account("patient-service-revenue")).isZero();
        assertThat(practice.account("cash")).isEqualTo(cash);
    }

    private Response refunds(long cents) {
        return practice.posts("poster", "/api/v1/refunds", """
                {"claimId":"%s","to":"payer","amountCents":%d,"reason":"The service was another patient's","requestedOn":"2026-04-01"}""".formatted(claimId, cents));
    }

    private void decides(Response refund, String step) {
        var path = "/api/v1/refunds/" + refund.jsonPath().getString("id");
        practice.request("billing-manager")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", practice.request("poster").get(path).header("ETag"))
                .contentType("application/json")
                .body("{\"reason\":\"The service was another patient's\"}")
                .post(path + "/" + step)
                .then()
                .statusCode(200);
    }

    @Test
    void whatThePayerHasPaidIsItsCreditAndThePatientOwesNothing() {
        decides("1", "");
        assertThat(practice.account("patient-receivable")).isEqualTo(30_00);
        isVoided();
        assertBooks(-100_00, 100_00);
        var claim = practice.claim(claimId);
        assertThat(claim.getList("nextAllowed.actions")).isEqualTo(List.of("refund", "reopen"));
        assertThat(claim.getString("nextAllowed.why")).contains("42 CFR 401.305");
        var due = FixedDay.DATE.plusDays(60).toString();
        assertThat(claim.getString("owner.role")).isEqualTo("biller");
        assertThat(claim.getString("owner.due")).isEqualTo(due);
        assertThat(practice.get("/api/v1/deadlines?kind=credit-balance&state=open&subjectId=" + claimId)
                        .getString("items[0].dueOn"))
                .isEqualTo(due);
    }

    @Test
    void itGoesBackToTheCentAndThenNothingIsLeftToDo() {
        decides("1", "");
        isVoided();
        assertThat(refunds(100_01).statusCode()).isEqualTo(422);
        var refund = refunds(100_00);
        assertThat(refund.statusCode()).isEqualTo(201);
        decides(refund, "approve");
        assertBooks(0, 100_00);
        assertThat(practice.account("refunds-payable")).isEqualTo(-100_00);
        var claim = practice.claim(claimId);
        assertThat(claim.getString("owner.role")).isEqualTo("nobody");
        assertThat(claim.getList("nextAllowed.actions")).isEmpty();
    }

    @Test
    void itMayReopenTheClaimAndTakeItsMoneyBackItself() {
        decides("1", "");
        isVoided();
        practice.acts(claimId, "reopen", "{\"reason\":\"wrong patient\"}", 200);
        decides("22", "-");
        assertBooks(0, 0);
        assertThat(practice.claim(claimId).getString("owner.role")).isEqualTo("nobody");
    }

    @Test
    void whatItKeepsPaidOfTheClaimThatItHasReopenedIsToBeReturnedStill() {
        decides("1", "");
        isVoided();
        practice.acts(claimId, "reopen", "{\"reason\":\"wrong patient\"}", 200);
        practice.receives(PayerFiles.remittance("T2" + number)
                .claim(number, "22", "-175", "-100", "0", "PCN1")
                .patient()
                .line("99213", "-150", "-80", number + "L1", "CO*45*-40", "PR*2*-30")
                .line("87070", "-25", "-20", number + "L2", "CO*45*-5")
                .claim(number, "1", "175", "40", "0", "PCN1")
                .patient()
                .line("99213", "150", "40", number + "L1", "CO*45*110")
                .line("87070", "25", "0", number + "L2", "CO*45*25")
                .text());
        assertBooks(-40_00, 40_00);
        assertThat(practice.claim(claimId).getString("owner.role")).isEqualTo("biller");
    }

    /** Ten days after it was found. */
    @Test
    void aRefundThatIsWithdrawnGivesTheBillerNoMoreDays() throws SQLException {
        decides("1", "");
        isVoided();
        try (var owner = postgres.connect("billing", "billing_owner");
                var statement = owner.createStatement()) {
            statement.execute(
                    "update deadline set due_on = due_on - 10, alarm_on = alarm_on - 10 where kind = 'CREDIT_BALANCE' and subject_id = '%s'"
                            .formatted(claimId));
        }
        var refund = refunds(100_00);
        decides(refund, "approve");
        decides(refund, "withdraw");
        assertThat(practice.claim(claimId).getString("owner.due"))
                .isEqualTo(FixedDay.DATE.plusDays(50).toString());
    }

    private String refusedAndContested() {
        practice.receives(PayerFiles.remittance("T1" + number)
                .claim(number, "1", "175", "150", "0", "PCN1")
                .patient()
                .line("99213", "150", "150", number + "L1")
                .line("87070", "25", "0", number + "L2", "CO*50*25")
                .text());
        var denial = practice.get("/api/v1/denials?claimId=" + claimId).getString("items[0].id");
        var appeal = practice.posts("biller", "/api/v1/appeals", "{\"denialIds\":[\"%s\"]}".formatted(denial))
                .jsonPath()
                .getString("id");
        var path = "/api/v1/appeals/" + appeal;
        practice.post(
                        path + "/send",
                        "{\"way\":\"fax\"}",
                        practice.request("biller").get(path).header("ETag"))
                .then()
                .statusCode(200);
        assertThat(practice.claim(claimId).getString("owner.role")).isEqualTo("payer");
        isVoided();
        return appeal;
    }

    /** The payer has refused the second line, and an appeal is on its way to it. */
    @Test
    void whatWasRefusedOfItIsContestedNoMore() {
        assertEnded(refusedAndContested());
        assertThat(practice.get("/api/v1/claims/" + claimId + "/history").getList("steps.step"))
                .contains("denial-closed", "appeal-withdrawn");
        assertThat(practice.claim(claimId).getString("owner.role")).isEqualTo("biller");
    }

    /** As it was left before. */
    @Test
    void whatWasLeftOpenIsEndedByTheMigration() throws SQLException, IOException {
        var appeal = refusedAndContested();
        try (var owner = postgres.connect("billing", "billing_owner");
                var statement = owner.createStatement();
                var migration = Objects.requireNonNull(getClass().getResourceAsStream(MIGRATION))) {
            statement.execute(
                    "update denial set state = 'OPEN', closed_because = null, closed_at = null where claim_id = '%s'"
                            .formatted(claimId));
            statement.execute("update appeal set state = 'SENT' where id = '%s'".formatted(appeal));
            statement.execute(
                    "update deadline set state = 'OPEN', closed_at = null, closed_because = null where kind in ('APPEAL', 'APPEAL_ANSWER') and state = 'WITHDRAWN' and organization_id = '%s'"
                            .formatted(practice.organization));
            assertThat(practice.get("/api/v1/denials/worklist").getList("items"))
                    .hasSize(1);
            statement.execute(new String(migration.readAllBytes(), StandardCharsets.UTF_8));
        }
        assertEnded(appeal);
    }

    private void assertEnded(String appeal) {
        var path = "/api/v1/appeals/" + appeal;
        var closed = practice.get("/api/v1/denials?claimId=" + claimId);
        assertThat(closed.getString("items[0].state")).isEqualTo("taken-back");
        assertThat(closed.getString("items[0].closedBecause")).startsWith("The encounter was voided");
        assertThat(practice.get("/api/v1/denials/worklist").getList("items")).isEmpty();
        assertThat(practice.get(path).getString("state")).isEqualTo("withdrawn");
        for (var kind : List.of("appeal", "appeal-answer")) {
            assertThat(practice.get("/api/v1/deadlines?kind=%s&state=open".formatted(kind))
                            .getList("items"))
                    .as(kind)
                    .isEmpty();
        }
    }

    @Test
    void whatItsPayerHasNotTakenIsChargedToNobody() {
        practice.receives(PayerFiles.claimAcknowledgment(number, "A7:164:IL", ""));
        assertThat(practice.account("patient-service-revenue")).isEqualTo(-175_00);
        isVoided();
        assertBooks(0, 0);
        assertThat(practice.claim(claimId).getString("owner.role")).isEqualTo("nobody");
    }

    @Test
    void whatItHasRejectedAndPaidAllTheSameIsItsCreditToo() {
        practice.receives(PayerFiles.claimAcknowledgment(number, "A7:164:IL", ""));
        decides("1", "");
        isVoided();
        assertBooks(-100_00, 100_00);
        assertThat(practice.claim(claimId).getList("nextAllowed.actions")).isEqualTo(List.of("refund", "reopen"));
    }

    /** MA130: it has decided nothing that a void could take back. */
    @Test
    void whatItsPayerCouldNotProcessIsChargedToNobody() {
        practice.receives(PayerFiles.remittance("T4" + number)
                .claim(number, "4", "175", "0", "0", "PCN1")
                .with("MOA***MA130")
                .patient()
                .line("99213", "150", "0", number + "L1", "CO*16*150")
                .line("87070", "25", "0", number + "L2", "CO*16*25")
                .text());
        assertThat(practice.claim(claimId).getString("adjudication")).isEqualTo("unprocessable");
        isVoided();
        assertBooks(0, 0);
        assertThat(practice.claim(claimId).getString("owner.role")).isEqualTo("nobody");
    }

    /** It takes voids, which name its number of the claim (REF*F8); it gave none (CLP07). */
    @Test
    void whatCannotBeNamedToItsPayerIsItsCreditToo() {
        practice = new Practice(events);
        isSent(practice.facts());
        practice.receives(PayerFiles.remittance("T1" + number)
                .claim(number, "1", "175", "130", "0", "")
                .patient()
                .line("99213", "150", "110", number + "L1", "CO*45*40")
                .line("87070", "25", "20", number + "L2", "CO*45*5")
                .text());
        isVoided();
        assertBooks(-130_00, 130_00);
        assertThat(practice.claim(claimId).getList("nextAllowed.actions")).isEqualTo(List.of("refund", "reopen"));
    }

    @Test
    void whatItDecidesAfterItWasVoidedIsItsCreditToo() {
        isVoided();
        decides("1", "");
        assertBooks(-100_00, 100_00);
        assertThat(practice.claim(claimId).getString("owner.role")).isEqualTo("biller");
    }
}
