package org.superbill.billing.openingbalance;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.Facts;
import org.superbill.billing.testing.PayerFiles;
import org.superbill.billing.testing.Practice;
import org.superbill.servicekit.testing.TestEvents;

/** A claim of 190.00 of a former system: KEY, the first payer, had decided; 30.00 are open, which LOCK, the second, owes. */
@QuarkusTest
@BillingStack
class OwingPayerTest {
    private TestEvents events;
    private Practice practice;
    private Facts facts;

    @BeforeEach
    void open() {
        events = TestEvents.open();
        practice = new Practice(events);
        facts = practice.facts().nextPayer();
        practice.receivesClaim(facts); // so that all of it is known
    }

    @AfterEach
    void close() {
        assertThat(practice.get("/api/v1/ledger/verification").getList("checks.findAll { !it.holds }"))
                .isEmpty();
        events.close();
    }

    private Response imports(String owing, long insurance, long patient) {
        return imports(facts.patient.patientId(), "QA00101", owing, insurance, patient);
    }

    private Response imports(UUID patientId, String diagnosis, String owing, long insurance, long patient) {
        return practice.posts("billing-manager", "/api/v1/ledger/opening-balances", """
                {"formerSystem":"Former PM","asOf":"2026-02-28","patients":[],"claims":[
                {"controlNumber":"OLD103","payerClaimNumber":"PCN103","patientId":"%s","coverageIds":["%s","%s"],%s
                "practitionerId":"%s","locationId":"%s","serviceDate":"2026-01-20","firstBilledOn":"2026-01-23","diagnoses":["%s"],
                "lines":[{"procedureCode":"99213","modifiers":[],"units":1,"chargeCents":15000,"diagnosisPointers":[1]},
                         {"procedureCode":"87070","modifiers":[],"units":1,"chargeCents":4000,"diagnosisPointers":[1]}],
                "insuranceOpenCents":%d,"patientOpenCents":%d}]}""".formatted(
                        patientId,
                        facts.coverage.coverageId(),
                        facts.nextCoverage.coverageId(),
                        owing,
                        facts.encounter.practitionerId(),
                        facts.encounter.locationId(),
                        diagnosis,
                        insurance,
                        patient));
    }

    private String owes(UUID coverageId) {
        return "\"owingCoverageId\":\"%s\",".formatted(coverageId);
    }

    private String claimId() {
        return practice.get("/api/v1/claims?patientId=" + facts.patient.patientId())
                .getString("items.find { it.claimNumber == 'OLD103' }.id");
    }

    private void theSecondPayerPays() {
        practice.receives(PayerFiles.remittance("TOLD103")
                .claim("OLD103", "2", "190", "25", "5", "RC103")
                .patient()
                .line("99213", "150", "25", "", "OA*23*120", "PR*2*5")
                .line("87070", "40", "0", "", "OA*23*40")
                .text()
                .replace("N1*PR*KEY INSURANCE", "N1*PR*LOCK INSURANCE"));
    }

    /** 25.00 + 5.00 = 30.00: LOCK has paid what it owed, but for the patient's 5.00; nobody owes anything else. */
    private void assertSettled() {
        var claim = practice.claim(claimId());
        assertThat(claim.getLong("money.insuranceBalanceCents")).isZero();
        assertThat(claim.getLong("money.patientBalanceCents")).isEqualTo(5_00);
        assertThat(claim.getLong("money.creditCents")).isZero();
        assertThat(claim.getString("adjudication")).isEqualTo("paid");
        assertThat(practice.account("insurance-receivable")).isZero();
        assertThat(practice.account("cash")).isEqualTo(25_00);
        assertThat(practice.get("/api/v1/credit-balances").getList("items")).isEmpty();
    }

    @Test
    void thePayerThatOwesItIsTheOneThatIsBilled() {
        imports(owes(facts.nextCoverage.coverageId()), 30_00, 0).then().statusCode(201);
        var claim = practice.claim(claimId());
        assertThat(claim.getString("payer.id"))
                .isEqualTo(facts.nextPayer.payerId().toString());
        assertThat(claim.getLong("money.insuranceBalanceCents")).isEqualTo(30_00);
        theSecondPayerPays();
        assertSettled();
    }

    @Test
    void whereTheFirstIsSaidToOweItAndTheSecondDecidesItIsTheSeconds() {
        imports("", 30_00, 0).then().statusCode(201);
        theSecondPayerPays();
        assertSettled();
    }

    @Test
    void noPayerGetsBackMoreThanItHasPaid() {
        imports("", 0, 0).then().statusCode(201);
        theSecondPayerPays(); // though nothing was open: 25.00 paid and 5.00 called the patient's are 30.00 too much
        var refund = """
                {"claimId":"%s","to":"payer","payerId":"%s","amountCents":%d,"reason":"Credit","requestedOn":"2026-04-01"}""";
        assertThat(practice.posts(
                                "poster",
                                "/api/v1/refunds",
                                refund.formatted(claimId(), facts.nextPayer.payerId(), 25_01))
                        .statusCode())
                .isEqualTo(422);
        assertThat(practice.posts(
                                "poster",
                                "/api/v1/refunds",
                                refund.formatted(claimId(), facts.nextPayer.payerId(), 25_00))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void whatInsuranceHasSettledIsThePatientsTurn() {
        imports("", 0, 20_00).then().statusCode(201);
        var claim = practice.claim(claimId());
        assertThat(claim.getString("adjudication")).isEqualTo("paid");
        assertThat(claim.getString("owner.role")).isEqualTo("patient");
    }

    @Test
    void aCoverageOfAnotherPatientADiagnosisThatIsNoneAndAStrangerAreNamedAtOnce() {
        var other = practice.facts();
        practice.receivesClaim(other);
        var refused = imports(other.patient.patientId(), "J02.9", owes(UUID.randomUUID()), 30_00, 0);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().<String>getList("errors.pointer"))
                .contains("/claims/0/coverageIds", "/claims/0/diagnoses/0", "/claims/0/owingCoverageId");
    }
}
