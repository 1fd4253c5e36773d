package org.superbill.billing.adjustment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
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

/** What persons moved of a claim of 175.00 stands on what is owed for it: where that goes away, no credit is left that nobody has paid. */
@QuarkusTest
@BillingStack
class AdjustmentsAndTheirDebtTest {
    private static final String ADJUSTMENTS = "/api/v1/ledger/adjustments";

    private TestEvents events;
    private Practice practice;
    private Facts facts;
    private String claimId;

    @BeforeEach
    void open() {
        events = TestEvents.open();
        practice = new Practice(events);
        facts = practice.facts();
        claimId = practice.receivesClaim(facts);
    }

    @AfterEach
    void close() {
        assertThat(practice.get("/api/v1/ledger/verification").getList("checks.findAll { !it.holds }"))
                .isEmpty();
        assertThat(practice.get("/api/v1/credit-balances").getList("items")).isEmpty();
        events.close();
    }

    private String number() {
        return practice.claim(claimId).getString("claimNumber");
    }

    private PayerFiles.Remittance decides(PayerFiles.Remittance remittance, String sign, int patient) {
        var status = sign.isEmpty() ? "1" : "22";
        var number = number();
        return remittance
                .claim(
                        number,
                        status,
                        sign + "175",
                        sign + (175 - patient),
                        sign.isEmpty() ? "" + patient : "0",
                        "PCN1")
                .patient()
                .line("99213", sign + "150", sign + (150 - patient), number + "L1", "PR*1*" + sign + patient)
                .line("87070", sign + "25", sign + "25", number + "L2");
    }

    private static PayerFiles.Remittance remittance() {
        return PayerFiles.remittance("T" + UUID.randomUUID().toString().substring(0, 8));
    }

    private Response asked(String kind, String reason, long cents, String more) {
        return practice.request("billing-manager")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("""
                        {"kind":"%s","reason":"%s","claimId":"%s","amountCents":%d%s}""".formatted(kind, reason, claimId, cents, more))
                .post(ADJUSTMENTS);
    }

    private String moves(String kind, String reason, long cents) {
        return asked(kind, reason, cents, "")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
    }

    private Response reverses(String adjustment) {
        return practice.request("billing-manager")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{\"note\":\"Not so\"}")
                .post(ADJUSTMENTS + "/" + adjustment + "/reverse");
    }

    private void owed(long insurance, long patient) {
        var money = practice.claim(claimId);
        assertThat(money.getLong("money.insuranceBalanceCents")).as("payers").isEqualTo(insurance);
        assertThat(money.getLong("money.patientBalanceCents")).as("patient").isEqualTo(patient);
        assertThat(money.getLong("money.creditCents")).as("credit").isZero();
    }

    private Response undoes() {
        var id = practice.get("/api/v1/remittances").getString("items[0].id");
        return practice.request("billing-manager")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header(
                        "If-Match",
                        practice.request("biller")
                                .get("/api/v1/remittances/" + id)
                                .header("ETag"))
                .contentType("application/json")
                .body("{\"reason\":\"Another clinic's\"}")
                .post("/api/v1/remittances/" + id + "/undo");
    }

    @Test
    void whatAPatientOwedAndWasForgivenIsNoCredit() {
        practice.sends(claimId);
        practice.receives(decides(remittance(), "", 20).text());
        moves("write-off-patient", "charity", 20_00);
        owed(0, 0); // and close() asks for credits: the patient's part came under the payer's name, the forgiveness
        // under none
        var refund = practice.request("poster")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("""
                        {"claimId":"%s","to":"patient","amountCents":1,"reason":"Credit","requestedOn":"2026-04-01"}""".formatted(claimId))
                .post("/api/v1/refunds");
        assertThat(refund.jsonPath().getString("type")).endsWith("/refund-above-credit");
    }

    @Test
    void whatWasMovedOnIsTakenBackInTheOppositeOrder() {
        practice.sends(claimId);
        var toPatient = moves("insurance-to-patient", "self-pay", 175_00);
        var forgiven = moves("write-off-patient", "charity", 100_00);
        var refused = reverses(toPatient);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.jsonPath().getString("type")).endsWith("/adjustment-moved-on");
        assertThat(refused.jsonPath().getString("detail"))
                .isEqualTo(
                        "Of 175.00 that was moved 75.00 is owed there; take back first: write-off-patient of 100.00 (%s)"
                                .formatted(forgiven));
        owed(0, 75_00);
        assertThat(reverses(forgiven).statusCode()).isEqualTo(201);
        assertThat(reverses(toPatient).statusCode()).isEqualTo(201);
        owed(175_00, 0);
    }

    @Test
    void whatThePayerCorrectsTakesBackWhatWasForgivenOfIt() {
        practice.sends(claimId);
        practice.receives(decides(remittance(), "", 20).text());
        var forgiven = moves("write-off-patient", "charity", 20_00);
        practice.receives(decides(decides(remittance(), "-", 20), "", 10).text());
        owed(0, 10_00);
        assertThat(practice.account("write-off")).isZero();
        var claim = practice.claim(claimId);
        assertThat(claim.getString("owner.role")).isEqualTo("biller");
        assertThat(practice.get("/api/v1/claims/" + claimId + "/history").getList("steps.step"))
                .contains("adjustments-taken-back");
        var listed = practice.get(ADJUSTMENTS + "?claimId=" + claimId);
        assertThat(listed.getString("items[0].reversedBy")).isEqualTo(listed.getString("items[1].id"));
        assertThat(listed.getString("items[1].postedBy")).isEqualTo("system");
        assertThat(reverses(forgiven).statusCode()).isEqualTo(409);
    }

    @Test
    void whatIsUndoneTakesBackWhatWasHandedOnAndGivenUpOfIt() {
        practice.sends(claimId);
        practice.receives(decides(remittance(), "", 20).text());
        moves("to-collections", "uncollected", 20_00);
        moves("bad-debt-from-collections", "bankruptcy", 15_00);
        undoes().then().statusCode(200);
        owed(175_00, 0);
        assertThat(practice.account("collections")).isZero();
        assertThat(practice.account("bad-debt")).isZero();
    }

    @Test
    void aCorrectionThatLeavesTheDebtLeavesWhatWasForgiven() {
        practice.sends(claimId);
        practice.receives(decides(remittance(), "", 20).text());
        moves("write-off-patient", "charity", 5_00);
        practice.receives(decides(decides(remittance(), "-", 20), "", 10).text());
        owed(0, 5_00);
        assertThat(practice.account("write-off")).isEqualTo(5_00);
    }

    @Test
    void thePatientIsBilledForWhatThePayerStillOwes() {
        practice.sends(claimId);
        moves("insurance-to-patient", "self-pay", 175_00);
        practice.receives(PayerFiles.claimAcknowledgment(number(), "A3:33:IL", ""));
        practice.acts(claimId, "bill-patient", "{\"reason\":\"no coverage\"}", 200);
        owed(0, 175_00);
        practice.acts(claimId, "bill-payer", "{\"reason\":\"there was one\"}", 200);
        owed(175_00, 0);
    }

    @Test
    void aPayerIsBilledOnlyForAllOfTheClaim() {
        practice.acts(claimId, "bill-patient", "{\"reason\":\"no coverage\"}", 200);
        var forgiven = moves("write-off-patient", "charity", 100_00);
        practice.acts(claimId, "bill-payer", "{\"reason\":\"there was one\"}", 409);
        owed(0, 75_00);
        reverses(forgiven).then().statusCode(201);
        practice.acts(claimId, "bill-payer", "{\"reason\":\"there was one\"}", 200);
        owed(0, 0);
        assertThat(practice.account("patient-service-revenue")).isZero();
    }

    @Test
    void whatWasForgivenGoesWithTheEncounterAndWithAChargeThatIsLess() {
        practice.acts(claimId, "bill-patient", "{\"reason\":\"no coverage\"}", 200);
        moves("write-off-patient", "charity", 100_00);
        events.publish(
                practice.organization,
                facts.lines(Facts.line(1, "99213", 120_00)).codingVersion(2).encounter);
        practice.awaits(claimId, "money.patientBalanceCents", "2000");
        events.publish(
                practice.organization,
                facts.lines(Facts.line(1, "99213", 60_00)).codingVersion(3).encounter);
        practice.awaits(claimId, "money.patientBalanceCents", "6000");
        assertThat(practice.account("write-off")).isZero();
        moves("write-off-patient", "charity", 50_00);
        events.publish(practice.organization, new EncounterVoided(facts.encounter.encounterId(), "entered in error"));
        practice.awaits(claimId, "money.patientBalanceCents", "0");
        assertThat(practice.account("write-off")).isZero();
        assertThat(practice.account("patient-service-revenue")).isZero();
    }

    @Test
    void aVoidTakesBackWhatWasForgiven() {
        practice.sends(claimId);
        practice.receives(decides(remittance(), "", 20).text());
        moves("write-off-patient", "charity", 20_00);
        var takenBack = decides(remittance(), "-", 20).text();
        practice.acts(claimId, "void", "{\"reason\":\"billed in error\"}", 200);
        practice.sends(claimId);
        assertThat(practice.account("write-off")).isZero();
        assertThat(practice.get("/api/v1/claims/" + claimId + "/history").getList("steps.step"))
                .contains("adjustments-taken-back");
        practice.receives(takenBack);
        owed(0, 0);
        assertThat(practice.account("patient-service-revenue")).isZero();
        assertThat(practice.account("cash")).isZero();
    }

    @Test
    void whatOnePayerHasPaidTooMuchPaysNothingOfWhatAnotherOwes() {
        facts = practice.facts().nextPayer();
        claimId = practice.receivesClaim(facts);
        practice.sends(claimId);
        var next = Objects.requireNonNull(facts.nextPayer).payerId();
        asked("insurance-to-payer", "another-payer", 20_00, ",\"toPayerId\":\"%s\"".formatted(next))
                .then()
                .statusCode(201);
        practice.receives(remittance()
                .claim(number(), "1", "175", "175", "0", "PCN1")
                .patient()
                .text());
        var claim = practice.claim(claimId);
        assertThat(claim.getLong("money.insuranceBalanceCents")).isZero();
        assertThat(claim.getLong("money.creditCents")).isEqualTo(20_00);
        assertThat(claim.getString("money.status")).isEqualTo("open");
        assertThat(claim.getString("owner.role")).isEqualTo("biller");
        assertThat(claim.getMap("money.payers.collectEntries { [it.payerId, it.balanceCents] }"))
                .containsEntry(facts.payer.payerId().toString(), -20_00)
                .containsEntry(next.toString(), 20_00);
        assertThat(practice.get("/api/v1/deadlines?kind=timely-filing")
                        .getList("items.findAll { it.subjectId == '%s' && it.closedAt == null }".formatted(claimId)))
                .as("the next payer's limit runs")
                .isNotEmpty();
        var id = practice.get(ADJUSTMENTS + "?claimId=" + claimId).getString("items[0].id");
        reverses(id).then().statusCode(201);
        owed(0, 0);
        assertThat(practice.claim(claimId).getString("money.status")).isEqualTo("settled");
    }
}
