package org.superbill.billing.openingbalance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.Facts;
import org.superbill.billing.testing.PayerFiles;
import org.superbill.billing.testing.Practice;
import org.superbill.events.ClaimStatusChanged;
import org.superbill.servicekit.testing.TestEvents;
import org.superbill.stack.FixedDay;

/** A claim of 175.00 that a former system sent as FP1001, of which 30.00 were settled and 20.00 are the patient's. */
@QuarkusTest
@BillingStack
class OpeningBalanceApiTest {
    private TestEvents events;
    private Practice practice;
    private Facts facts;

    @BeforeEach
    void open() {
        events = TestEvents.open();
        practice = new Practice(events);
        facts = practice.facts();
        practice.registers(facts);
        practice.awaitsKnown(facts);
    }

    @AfterEach
    void close() {
        assertThat(practice.get("/api/v1/ledger/verification").getBoolean("holds"))
                .isTrue();
        events.close();
    }

    private String claim(String controlNumber, long insurance, long patient, UUID coverage) {
        return """
                {"controlNumber":"%s","payerClaimNumber":"PCN77","patientId":"%s","coverageIds":["%s"],"practitionerId":"%s","locationId":"%s",
                "serviceDate":"2026-01-20","firstBilledOn":"2026-01-23","diagnoses":["J029"],
                "lines":[{"procedureCode":"99213","modifiers":[],"units":1,"chargeCents":15000,"diagnosisPointers":[1]},
                         {"procedureCode":"87070","modifiers":[],"units":1,"chargeCents":2500,"diagnosisPointers":[1]}],
                "insuranceOpenCents":%d,"patientOpenCents":%d}""".formatted(
                        controlNumber,
                        facts.patient.patientId(),
                        coverage,
                        facts.encounter.practitionerId(),
                        facts.encounter.locationId(),
                        insurance,
                        patient);
    }

    private String claim(String controlNumber, long insurance, long patient) {
        return claim(controlNumber, insurance, patient, facts.coverage.coverageId());
    }

    private Response imports(String role, List<String> claims, String patients) {
        return imports(role, "2026-02-28", claims, patients);
    }

    private Response imports(String role, String asOf, List<String> claims, String patients) {
        return practice.request(role)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("""
                        {"formerSystem":"Former PM","asOf":"%s","claims":[%s],"patients":[%s]}""".formatted(asOf, String.join(",", claims), patients))
                .post("/api/v1/ledger/opening-balances");
    }

    private Response imports(String... claims) {
        return imports("billing-manager", List.of(claims), "");
    }

    private String balance(long cents) {
        return "{\"patientId\":\"%s\",\"balanceCents\":%d}".formatted(facts.patient.patientId(), cents);
    }

    private String claimId(int index) {
        return practice.get("/api/v1/claims?patientId=" + facts.patient.patientId())
                .getString("items[%d].id".formatted(index));
    }

    /** What is checked now was not checked when it was taken over. */
    @Test
    void whatWasTakenOverIsKnownWhateverIsCheckedSince() {
        assertThat(imports(claim("FP1001", 125_00, 20_00)).statusCode()).isEqualTo(201);
        var asOfBefore = imports("billing-manager", "2026-01-01", List.of(claim("FP1001", 125_00, 20_00)), "");
        assertThat(asOfBefore.statusCode()).as(asOfBefore.asString()).isEqualTo(201);
        assertThat(imports("billing-manager", "2026-01-01", List.of(claim("FP1002", 125_00, 20_00)), "")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void anOpenClaimIsHereAsItWasAndItsRemittancePosts() {
        var imported = imports("billing-manager", List.of(claim("FP1001", 125_00, 20_00)), balance(25_00));
        assertThat(imported.statusCode()).as(imported.asString()).isEqualTo(201);
        var claim = practice.claim(claimId(0));
        assertThat(claim.getString("claimNumber")).isEqualTo("FP1001");
        assertThat(claim.getString("transport")).isEqualTo("accepted");
        assertThat(claim.getLong("money.insuranceBalanceCents")).isEqualTo(125_00);
        assertThat(claim.getLong("money.patientBalanceCents")).isEqualTo(20_00);
        assertThat(practice.get("/api/v1/patient-accounts/" + facts.patient.patientId())
                        .getLong("balanceCents"))
                .isEqualTo(45_00);
        assertThat(practice.account("patient-service-revenue")).isZero();
        assertThat(practice.account("opening-balance")).isEqualTo(-170_00);

        practice.receives(PayerFiles.remittance("FORMER1")
                .claim("FP1001", "1", "175", "100", "0", "PCN77")
                .patient()
                .line("99213", "150", "80", "", "CO*45*70")
                .line("87070", "25", "20", "", "CO*45*5")
                .text());
        var paid = practice.claim(claimId(0));
        assertThat(paid.getString("adjudication")).isEqualTo("paid");
        assertThat(practice.account("cash")).isEqualTo(100_00);
        assertThat(events.all(ClaimStatusChanged.class, paid.getString("encounterId")))
                .isEmpty();
    }

    @Test
    void whatAFormerSystemHasSentIsHeldAgainstALaterClaim() {
        imports(
                        "billing-manager",
                        "2026-03-31",
                        List.of(claim("FP1001", 175_00, 0)
                                .replace("2026-01-20", "2026-03-02")
                                .replace("2026-01-23", "2026-03-03")),
                        "")
                .then()
                .statusCode(201);
        var again = practice.receivesClaim(facts);
        assertThat(practice.claim(again).getList("findings.rule")).contains("sent-already");
    }

    private static String paid(String trace, String number, String memberId) {
        return PayerFiles.remittance(trace)
                .claim(number, "1", "175", "175", "0", "PCN77")
                .with("NM1*QC*1*GARCIA*MARIA****MI*" + memberId)
                .with("DTM*232*20260120")
                .text();
    }

    @Test
    void moneyThatCameBeforeItsClaimWasTakenOverFindsItByItself() {
        practice.receives(paid("EARLY1", "FP1001", "W123456789"));
        practice.receives(paid("EARLY2", "GARBLED", "W123456789"));
        practice.receives(paid("EARLY3", "STRANGE", "W999999999"));
        assertThat(practice.account("unapplied-cash")).isEqualTo(-3 * 175_00);
        imports(claim("FP1001", 175_00, 0));
        await().atMost(Duration.ofSeconds(30)).until(() -> practice.account("unapplied-cash") == -2 * 175_00);
        assertThat(practice.get("/api/v1/unapplied-claims").getList("items.claimNumber"))
                .as("a second payment of the claim waits for a person, and so does what is somebody else's")
                .containsExactly("GARBLED", "STRANGE");
        assertThat(practice.account("insurance-receivable")).isZero();
        assertThat(practice.claim(claimId(0)).getString("adjudication")).isEqualTo("paid");
        imports(claim("FP1002", 175_00, 0));
        await().atMost(Duration.ofSeconds(30)).until(() -> practice.account("unapplied-cash") == -175_00);
        assertThat(practice.claim(claimId(1)).getString("adjudication")).isEqualTo("paid");
    }

    @Test
    void theSameImportAgainDoesNothingAgain() {
        imports("billing-manager", List.of(claim("FP1001", 175_00, 0)), balance(-5_00));
        var again = imports(
                "billing-manager", List.of(claim("FP1001", 175_00, 0), claim("FP1002", 10_00, 0)), balance(-5_00));
        assertThat(again.jsonPath().getInt("claims")).isEqualTo(1);
        assertThat(again.jsonPath().getInt("alreadyThere")).isEqualTo(2);
        assertThat(practice.account("insurance-receivable")).isEqualTo(185_00);
        assertThat(practice.account("patient-receivable")).isEqualTo(-5_00);
    }

    @Test
    void oneWrongClaimKeepsAllOutAndEverythingWrongIsNamed() {
        imports(claim("FP1001", 175_00, 0));
        var refused = imports(
                "billing-manager",
                List.of(
                        claim("FP1001", 170_00, 0),
                        claim("FP1003", 1_00, 0),
                        claim("FP1003", 1_00, 0),
                        claim("FP1004", 1_00, 0, UUID.randomUUID())),
                "{\"patientId\":\"%s\",\"balanceCents\":100}".formatted(UUID.randomUUID()));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().<String>getList("errors.pointer"))
                .contains("/claims/0", "/claims/2/controlNumber", "/claims/3", "/patients/0/patientId");
        assertThat(practice.account("insurance-receivable")).isEqualTo(175_00);
    }

    private Response refunds(String patient, long cents) {
        return practice.request("poster")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("""
                        {%s,"to":"patient","amountCents":%d,"reason":"Credit","requestedOn":"2026-04-01"}""".formatted(patient, cents))
                .post("/api/v1/refunds");
    }

    private void approves(String refund) {
        practice.request("billing-manager")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", "\"0\"")
                .contentType("application/json")
                .body("{\"reason\":\"Credit\"}")
                .post("/api/v1/refunds/" + refund + "/approve")
                .then()
                .statusCode(200);
    }

    @Test
    void aPatientsCreditOfAClaimIsSentBackOnceThoughItCameUnderThePayersName() {
        imports(claim("FP1001", 0, -30_00));
        var of = "\"claimId\":\"%s\"".formatted(claimId(0));
        assertThat(practice.get("/api/v1/credit-balances").getLong("items[0].credits[0].creditCents"))
                .isEqualTo(30_00);
        approves(refunds(of, 30_00).jsonPath().getString("id"));
        assertThat(practice.get("/api/v1/credit-balances").getList("items")).isEmpty();
        assertThat(refunds(of, 1).statusCode()).isEqualTo(422);
    }

    @Test
    void aPatientsCreditBesideAnyClaimIsListedAndSentBackOnce() {
        imports("billing-manager", List.of(), balance(-30_00));
        var patient = facts.patient.patientId().toString();
        var credits = practice.get("/api/v1/credit-balances");
        assertThat(credits.getString("items[0].credits[0].patientId")).isEqualTo(patient);
        assertThat(credits.getString("items[0].claimId")).isNull();
        assertThat(refunds("\"patientId\":\"%s\"".formatted(patient), 30_01).statusCode())
                .isEqualTo(422);
        assertThat(refunds("\"payerId\":\"%s\"".formatted(facts.payer.payerId()), 1)
                        .statusCode())
                .isEqualTo(400);
        var refund = refunds("\"patientId\":\"%s\"".formatted(patient), 30_00)
                .jsonPath()
                .getString("id");
        approves(refund);
        assertThat(practice.get("/api/v1/credit-balances").getList("items")).isEmpty();
        assertThat(practice.account("refunds-payable")).isEqualTo(-30_00);
        assertThat(practice.account("patient-receivable")).isZero();
    }

    private Response terms(int days, String ifMatch) {
        var request = practice.request("billing-manager")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{\"patientDays\":%d}".formatted(days));
        return (ifMatch.isEmpty() ? request : request.header("If-Match", ifMatch)).put("/api/v1/credit-balances/terms");
    }

    private Map<String, Object> patientsClock(String state) {
        return practice.get("/api/v1/deadlines?kind=patient-credit&state=%s&subjectId=%s"
                        .formatted(state, facts.patient.patientId()))
                .getMap("items[0]");
    }

    private static String inDays(int days) {
        return FixedDay.DATE.plusDays(days).toString();
    }

    @Test
    void aPatientsCreditIsSomebodysToReturnThoughAnotherClaimIsOwed() {
        imports("billing-manager", List.of(claim("FP1001", 0, -30_00), claim("FP1002", 0, 45_00)), "");
        assertThat(practice.get("/api/v1/patient-accounts/" + facts.patient.patientId())
                        .getLong("balanceCents"))
                .isEqualTo(15_00);
        assertThat(patientsClock("open"))
                .containsEntry("owner", "billing-manager")
                .containsEntry("subject", "patient")
                .containsEntry("dueOn", inDays(60))
                .hasEntrySatisfying("basis", basis -> assertThat((String) basis).contains("42 CFR 489.41(b)"));
        var withCredit = practice.get("/api/v1/credit-balances").getString("items[0].claimId");
        var refund = refunds("\"claimId\":\"%s\"".formatted(withCredit), 30_00)
                .jsonPath()
                .getString("id");
        approves(refund);
        assertThat(patientsClock("met")).isNotNull();
        assertThat(patientsClock("open")).isNull();
        assertThat(practice.get("/api/v1/deadlines?kind=refund&subjectId=" + refund)
                        .getString("items[0].state"))
                .as("the refund's own goes on, of a credit of a former system its day may have passed")
                .isIn("open", "passed");
    }

    @Test
    void anOrganizationReturnsPatientsCreditsByItsOwnDays() {
        assertThat(practice.get("/api/v1/credit-balances/terms").getInt("patientDays"))
                .isEqualTo(60);
        assertThat(terms(0, "").statusCode()).isEqualTo(400);
        var entered = terms(30, "");
        assertThat(entered.statusCode()).isEqualTo(200);
        assertThat(terms(31, "").statusCode()).isEqualTo(428);
        assertThat(terms(31, "\"7\"").statusCode()).isEqualTo(412);
        assertThat(terms(15, entered.header("ETag")).jsonPath().getInt("patientDays"))
                .isEqualTo(15);
        imports("billing-manager", List.of(), balance(-30_00));
        assertThat(patientsClock("open"))
                .containsEntry("dueOn", inDays(15))
                .containsEntry("basis", "The organization returns what a patient has paid too much within 15 days");
    }

    @Test
    void noMoreIsOpenThanWasChargedAndTheDaysAreInOrder() {
        var refused = imports(
                claim("FP1001", 155_01, 20_00),
                claim("FP1002", 175_00, -20_00), // a credit beside it is no error
                claim("FP1003", 176_00, -20_00),
                claim("FP1004", 1_00, 0).replace("2026-01-23", "2026-01-19"),
                claim("FP1005", 1_00, 0).replace("2026-01-23", "2026-03-01"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().<String>getList("errors.pointer"))
                .containsExactlyInAnyOrder(
                        "/claims/0/insuranceOpenCents",
                        "/claims/2/insuranceOpenCents",
                        "/claims/3/firstBilledOn",
                        "/claims/4/firstBilledOn");
        assertThat(refused.jsonPath().<String>getList("errors.message"))
                .contains("The payer's 155.01 and the patient's 20.00 are more than the charge of the lines, 175.00");
        var future = practice.request("billing-manager")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{\"formerSystem\":\"Former PM\",\"asOf\":\"2999-02-28\",\"claims\":[],\"patients\":[]}")
                .post("/api/v1/ledger/opening-balances");
        assertThat(future.jsonPath().getString("errors[0].pointer")).isEqualTo("/asOf");
        assertThat(imports(claim("FP1001", 155_00, 20_00)).statusCode()).isEqualTo(201); // the last cent is no error
    }

    @Test
    void whatIsMalformedHidesNothingElseThatIsWrong() {
        var refused = imports(
                claim("FP1001", 1_00, 0).replace("\"J029\"", ""),
                claim("FP1002", 175_01, 0),
                claim("A CONTROL NUMBER THAT IS TOO LONG", 1, 0),
                claim("FP1004", 1_00, 0, UUID.randomUUID()));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.jsonPath().<String>getList("errors.pointer"))
                .contains(
                        "/claims/0/diagnoses", "/claims/1/insuranceOpenCents", "/claims/2/controlNumber", "/claims/3");
    }

    @Test
    void anImportedClaimAgesFromItsOwnDates() {
        imports(claim("FP1001", 175_00, 0));
        var ageing = practice.get("/api/v1/reports/ageing?from=2026-03-01&to=2026-03-31&by=service-date");
        assertThat(ageing.getLong("figures.find { it.figure == 'insurance-receivable.61-90.debit' }.value"))
                .isEqualTo(175_00);
    }

    @Test
    void onlyWhoAnswersForBillingImportsAndUnknownFieldsAreRefused() {
        assertThat(imports("biller", List.of(claim("FP1001", 1, 0)), "").statusCode())
                .isEqualTo(403);
        assertThat(imports(claim("FP1001", 1, 0).replace("\"diagnoses\"", "\"codes\":[],\"diagnoses\""))
                        .statusCode())
                .isEqualTo(400);
        assertThat(imports(claim("A CONTROL NUMBER THAT IS TOO LONG", 1, 0)).statusCode())
                .isEqualTo(400);
    }
}
