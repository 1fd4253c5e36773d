package org.superbill.billing.adjustment;

import static io.restassured.RestAssured.given;
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
import org.superbill.servicekit.testing.TestEvents;
import org.superbill.servicekit.testing.TestTokens;

/** A claim of 175.00 that is sent; what a person may do with what is owed for it. */
@QuarkusTest
@BillingStack
class AdjustmentApiTest {
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
        practice.sends(claimId);
    }

    @AfterEach
    void close() {
        assertThat(practice.get("/api/v1/ledger/verification").getBoolean("holds"))
                .isTrue();
        events.close();
    }

    private void remits(int paid, String patient, String... adjustments) {
        var number = practice.claim(claimId).getString("claimNumber");
        practice.receives(PayerFiles.remittance("A" + number)
                .claim(number, "1", "175", String.valueOf(paid), patient, "PCN1")
                .patient()
                .line("99213", "150", String.valueOf(paid - 25), number + "L1", adjustments)
                .line("87070", "25", "25", number + "L2")
                .text());
    }

    private Response asked(String role, String kind, String reason, long cents) {
        return asked(role, UUID.randomUUID().toString(), """
                {"kind":"%s","reason":"%s","claimId":"%s","amountCents":%d}""".formatted(kind, reason, claimId, cents));
    }

    private Response asked(String role, String key, String body) {
        return practice.request(role)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post(ADJUSTMENTS);
    }

    private static void refused(Response response, int status, String problem) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        assertThat(response.jsonPath().getString("type")).endsWith("/" + problem);
    }

    private long owes(String who) {
        return practice.claim(claimId).getLong("money." + who + "BalanceCents");
    }

    @Test
    void aWriteOffNamesWhoWhyAndOnWhatAuthority() {
        var posted = asked("biller", "write-off-insurance", "timely-filing", 5_00)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        assertThat(posted.getString("authority")).isEqualTo("biller");
        assertThat(posted.getString("postedBy")).isEqualTo("test-user");
        assertThat(owes("insurance")).isEqualTo(170_00);
        assertThat(practice.account("write-off")).isEqualTo(5_00);
        var entry = practice.get("/api/v1/ledger/entries?claimId=" + claimId).getMap("items[1]");
        assertThat(entry)
                .containsEntry("kind", "adjustment")
                .containsEntry("postedBy", "test-user")
                .containsEntry("authority", "biller");
        assertThat(practice.get("/api/v1/ledger/accounts/write-off/sub-accounts?by=reason")
                        .getString("items[0].reason"))
                .isEqualTo("timely-filing");
        assertThat(practice.get("/api/v1/ledger/accounts/write-off/sub-accounts?by=authority")
                        .getLong("items[0].balanceCents"))
                .isEqualTo(5_00);
        assertThat(practice.get("/api/v1/claims/" + claimId + "/history").getList("steps.step"))
                .contains("adjusted");
    }

    /** Of 175.00 the payer has paid 25.00 to us and 80.00 to the patient, whose part 20.00 are, and has written off 50.00. */
    @Test
    void whatThePayerHasSentToThePatientThePatientOwes() {
        remits(25, "20", "CO*45*50", "PR*2*20", "OA*100*80");
        assertThat(owes("insurance")).isEqualTo(80_00);
        assertThat(owes("patient")).isEqualTo(20_00);
        var denial = practice.get("/api/v1/denials?claimId=" + claimId);
        assertThat(denial.getString("items[0].nextBestAction")).isEqualTo("bill-patient");
        for (var reason : new String[] {"self-pay", "no-coverage"}) {
            refused(asked("biller", "insurance-to-patient", reason, 80_00), 422, "adjustment-patient-not-responsible");
        }
        asked("biller", "insurance-to-patient", "paid-to-patient", 30_00).then().statusCode(201);
        refused(asked("biller", "insurance-to-patient", "paid-to-patient", 50_01), 422, "adjustment-above-balance");
        asked("biller", "insurance-to-patient", "paid-to-patient", 50_00).then().statusCode(201);
        assertThat(owes("insurance")).isZero();
        assertThat(owes("patient")).isEqualTo(100_00);
    }

    @Test
    void onlyWhatThePayerHasSentToThePatientIsThePatients() {
        remits(25, "0", "CO*45*50", "CO*50*60", "OA*100*40");
        refused(
                asked("biller", "insurance-to-patient", "paid-to-patient", 40_01),
                422,
                "adjustment-patient-not-responsible");
        asked("biller", "insurance-to-patient", "paid-to-patient", 40_00).then().statusCode(201);
        refused(
                asked("biller", "insurance-to-patient", "paid-to-patient", 1),
                422,
                "adjustment-patient-not-responsible");
        assertThat(owes("insurance")).isEqualTo(60_00);
        assertThat(owes("patient")).isEqualTo(40_00);
    }

    @Test
    void whoPostsCannotWriteOffAboveTheLimitNotInPartsEither() {
        refused(asked("poster", "write-off-insurance", "small-balance", 10_01), 403, "adjustment-above-limit");
        asked("poster", "write-off-insurance", "small-balance", 6_00).then().statusCode(201);
        refused(asked("poster", "write-off-insurance", "small-balance", 4_01), 403, "adjustment-above-limit");
        asked("poster", "write-off-insurance", "small-balance", 4_00).then().statusCode(201);
        var managers = asked("billing-manager", "write-off-insurance", "timely-filing", 165_00);
        assertThat(managers.jsonPath().getString("authority")).isEqualTo("billing-manager");
        assertThat(practice.claim(claimId).getString("owner.role")).isEqualTo("nobody");
    }

    @Test
    void aProgramGivesNothingUpWhateverRoleItsTokenNamesBeside() {
        var patient = UUID.fromString(practice.claim(claimId).getString("patientId"));
        refused(askedByProgram("write-off-insurance", "timely-filing", 1), 403, "adjustment-above-limit");
        assertThat(events.awaitPatients(practice.organization, "postLedgerAdjustment"))
                .as("a body that leads to a patient")
                .containsExactly(patient);
        remits(25, "20", "CO*45*50", "PR*2*20", "OA*100*80");
        var moved = askedByProgram("insurance-to-patient", "paid-to-patient", 30_00);
        assertThat(moved.statusCode()).isEqualTo(201);
        assertThat(moved.jsonPath().getString("authority")).isEqualTo("system");
    }

    private Response askedByProgram(String kind, String reason, long cents) {
        var token = TestTokens.claims("robot", "system", "billing-manager")
                .claim("organization", practice.organization.toString())
                .claim("scope", "ledger:adjust");
        return given().auth()
                .oauth2(TestTokens.sign(token))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("""
                        {"kind":"%s","reason":"%s","claimId":"%s","amountCents":%d}""".formatted(kind, reason, claimId, cents))
                .post(ADJUSTMENTS);
    }

    @Test
    void thoseWithLimitsCannotGiveUpTogetherWhatNeitherCouldAlone() {
        asked("billing-manager", "write-off-insurance", "timely-filing", 60_00)
                .then()
                .statusCode(201); // counts against nobody's limit
        asked("poster", "write-off-insurance", "small-balance", 6_00).then().statusCode(201);
        refused(asked("biller", "write-off-insurance", "timely-filing", 44_01), 403, "adjustment-above-limit");
        asked("biller", "write-off-insurance", "timely-filing", 44_00).then().statusCode(201);
        refused(asked("poster", "write-off-insurance", "small-balance", 1), 403, "adjustment-above-limit");
        assertThat(owes("insurance")).isEqualTo(65_00);
    }

    @Test
    void nobodyGivesUpMoreThanIsOwed() {
        refused(
                asked("billing-manager", "write-off-insurance", "timely-filing", 175_01),
                422,
                "adjustment-above-balance");
        refused(asked("billing-manager", "bad-debt", "uncollected", 1), 422, "adjustment-above-balance");
        assertThat(owes("insurance")).isEqualTo(175_00);
    }

    @Test
    void whatAPayerHasDecidedDoesNotBecomeThePatients() {
        remits(145, "20", "PR*1*20", "CO*97*10");
        refused(
                asked("billing-manager", "insurance-to-patient", "self-pay", 10_00),
                422,
                "adjustment-patient-not-responsible");
        assertThat(owes("patient")).isEqualTo(20_00);
    }

    @Test
    void whatAPayerRefusesInWholeDoesNotBecomeThePatientsThoughAllOfItIsOwed() {
        var toPatient = asked("biller", "insurance-to-patient", "self-pay", 175_00)
                .jsonPath()
                .getString("id");
        reverses(toPatient, 201);
        asked("biller", "insurance-to-patient", "self-pay", 175_00).then().statusCode(201);
        var back = asked("biller", UUID.randomUUID().toString(), """
                {"kind":"patient-to-payer","reason":"coverage-found","claimId":"%s","amountCents":17500,"toPayerId":"%s"}""".formatted(claimId, facts.payer.payerId()))
                .jsonPath()
                .getString("id");
        var number = practice.claim(claimId).getString("claimNumber");
        practice.receives(PayerFiles.remittance("D" + number)
                .claim(number, "4", "175", "0", "0", "PCN1")
                .patient()
                .beforePatient("CAS*CO*29*175")
                .text());
        refused(
                asked("billing-manager", "insurance-to-patient", "self-pay", 175_00),
                422,
                "adjustment-patient-not-responsible");
        reverses(back, 422);
        assertThat(owes("patient")).isZero();
        assertThat(owes("insurance")).isEqualTo(175_00);
    }

    private void reverses(String adjustment, int expected) {
        practice.request("biller")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{\"note\":\"It was billable\"}")
                .post(ADJUSTMENTS + "/" + adjustment + "/reverse")
                .then()
                .statusCode(expected);
    }

    @Test
    void whatNoPayerHasDecidedMayBecomeThePatients() {
        asked("biller", "insurance-to-patient", "self-pay", 175_00).then().statusCode(201);
        assertThat(owes("patient")).isEqualTo(175_00);
        assertThat(practice.claim(claimId).getString("owner.role")).isEqualTo("patient");
        assertThat(practice.get("/api/v1/patient-accounts/" + facts.patient.patientId())
                        .getLong("balanceCents"))
                .isEqualTo(175_00);
    }

    private Response toPatient(UUID payer, long cents) {
        return asked("biller", UUID.randomUUID().toString(), """
                {"kind":"insurance-to-patient","reason":"no-coverage","claimId":"%s","payerId":"%s","amountCents":%d}""".formatted(claimId, payer, cents));
    }

    @Test
    void whatAPayerCalledThePatientsIsThePatientsWhenTheNextOneDoesNotInsureThem() {
        facts = practice.facts().nextPayer();
        claimId = practice.receivesClaim(facts);
        practice.sends(claimId);
        var first = facts.payer.payerId();
        var next = Objects.requireNonNull(facts.nextPayer).payerId();
        refused(toPatient(first, 175_00), 422, "adjustment-patient-not-responsible"); // self-pay is another thing
        remits(145, "20", "PR*1*20", "CO*16*10");
        refused(toPatient(first, 10_00), 422, "adjustment-patient-not-responsible"); // refused by the first payer
        refused(toPatient(next, 20_01), 422, "adjustment-above-balance");
        toPatient(next, 20_00).then().statusCode(201);
        assertThat(owes("patient")).isEqualTo(20_00);
        assertThat(owes("insurance")).isEqualTo(10_00);
        refused(toPatient(next, 1), 422, "adjustment-above-balance");
    }

    @Test
    void whatTheNextPayerHasRefusedItselfReachesNoPatient() {
        facts = practice.facts().nextPayer();
        claimId = practice.receivesClaim(facts);
        practice.sends(claimId);
        remits(155, "20", "PR*1*20");
        practice.acts(claimId, "bill-next-payer", "{}", 200);
        practice.sends(claimId);
        var number = practice.claim(claimId).getString("claimNumber");
        practice.receives(PayerFiles.remittance("N" + number)
                .claim(number, "4", "175", "0", "0", "PCN2")
                .patient()
                .line("99213", "150", "0", number + "L1", "OA*23*130", "CO*29*20")
                .line("87070", "25", "0", number + "L2", "OA*23*25")
                .text()
                .replace("N1*PR*KEY INSURANCE", "N1*PR*LOCK INSURANCE"));
        refused(
                toPatient(Objects.requireNonNull(facts.nextPayer).payerId(), 20_00),
                422,
                "adjustment-patient-not-responsible");
        assertThat(owes("patient")).isZero();
    }

    @Test
    void aPatientsBalanceGoesToCollectionsBackAndToBadDebt() {
        remits(145, "20", "PR*1*20", "CO*45*10");
        asked("biller", "to-collections", "uncollected", 20_00).then().statusCode(201);
        assertThat(practice.account("collections")).isEqualTo(20_00);
        asked("biller", "from-collections", "recalled", 5_00).then().statusCode(201);
        asked("biller", "bad-debt-from-collections", "bankruptcy", 15_00).then().statusCode(201);
        assertThat(practice.account("bad-debt")).isEqualTo(15_00);
        assertThat(owes("patient")).isEqualTo(5_00);
    }

    @Test
    void anAdjustmentIsTakenBackOnce() {
        var id = asked("biller", "write-off-insurance", "our-error", 5_00)
                .jsonPath()
                .getString("id");
        reverses(id, 201);
        reverses(id, 409);
        assertThat(owes("insurance")).isEqualTo(175_00);
        var listed = practice.get(ADJUSTMENTS + "?claimId=" + claimId);
        assertThat(listed.getString("items[0].reversedBy")).isEqualTo(listed.getString("items[1].id"));
        asked("biller", "write-off-insurance", "our-error", 50_00).then().statusCode(201); // the limit is free again
    }

    @Test
    void aPatientsBalancePassesToAPayerThatBillingKnows() {
        asked("biller", "insurance-to-patient", "self-pay", 175_00).then().statusCode(201);
        var body = """
                {"kind":"patient-to-payer","reason":"coverage-found","claimId":"%s","amountCents":17500,"toPayerId":"%s"}""";
        refused(
                asked("biller", UUID.randomUUID().toString(), body.formatted(claimId, UUID.randomUUID())),
                400,
                "validation-failed");
        asked("biller", UUID.randomUUID().toString(), body.formatted(claimId, facts.payer.payerId()))
                .then()
                .statusCode(201);
        assertThat(owes("insurance")).isEqualTo(175_00);
    }

    @Test
    void theSameRequestTwicePostsOnce() {
        var body = """
                {"kind":"write-off-insurance","reason":"our-error","claimId":"%s","amountCents":100}""".formatted(claimId);
        var key = UUID.randomUUID().toString();
        var first = asked("biller", key, body).jsonPath().getString("id");
        assertThat(asked("biller", key, body).jsonPath().getString("id")).isEqualTo(first);
        assertThat(owes("insurance")).isEqualTo(174_00);
    }

    @Test
    void otherOrganizationsRolesReasonsAndFieldsAreRefused() {
        refused(asked("front-desk", "write-off-insurance", "our-error", 1), 403, "forbidden");
        refused(asked("biller", "write-off-insurance", "charity", 1), 422, "adjustment-reason-not-fitting");
        var other = new Practice(events);
        var body = """
                {"kind":"write-off-insurance","reason":"our-error","claimId":"%s","amountCents":100%s}""";
        var elsewhere = other.request("biller")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(body.formatted(claimId, ""))
                .post(ADJUSTMENTS);
        refused(elsewhere, 404, "claim-not-found");
        refused(
                asked("biller", UUID.randomUUID().toString(), body.formatted(claimId, ",\"because\":\"x\"")),
                400,
                "validation-failed");
    }

    @Test
    void limitsAreTheAdministratorsAndChangeOnlyAsTheyWereRead() {
        var limits = "/api/v1/ledger/write-off-limits";
        var etag = practice.request("admin").get(limits).header("ETag");
        for (var expected : new int[] {200, 412}) {
            practice.request("admin")
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .header("If-Match", etag)
                    .contentType("application/json")
                    .body("{\"posterCents\":0,\"billerCents\":100,\"billingManagerCents\":20000}")
                    .put(limits)
                    .then()
                    .statusCode(expected);
        }
        refused(asked("poster", "write-off-insurance", "small-balance", 1), 403, "adjustment-above-limit");
        practice.request("billing-manager")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", etag)
                .contentType("application/json")
                .body("{}")
                .put(limits)
                .then()
                .statusCode(403);
        assertThat(practice.get(limits).getLong("billerCents")).isEqualTo(100);
    }
}
