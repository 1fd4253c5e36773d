package org.superbill.billing.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.billing.sql.Sql;
import org.superbill.billing.testing.AgreedTerms;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.Facts;
import org.superbill.billing.testing.Practice;
import org.superbill.servicekit.tenancy.Tenancy;
import org.superbill.servicekit.testing.TestEvents;

/** A claim waits for the file of a payer with a schedule, and something of it changes meanwhile. */
@QuarkusTest
@BillingStack
class WaitingClaimsTest {
    private static final String RULE = """
            {"name":"no-throat-cultures","definition":{"scope":"line","condition":"line_procedure == '87070'","severity":"error",
            "pointer":"/procedureCode","message":"The payer pays no cultures","fix":"Leave the culture out","source":"Key Insurance, manual, section 4",
            "tests":[{"name":"a culture","catches":true,"claim":{"lines":[{"procedure":"87070"}]}},
            {"name":"a visit alone","catches":false,"claim":{"lines":[{"procedure":"99213"}]}}]},"effectiveFrom":"2026-01-01","owner":"manager"}""";

    private static final String VISIT_NEEDED = """
            {"name":"culture-without-visit","definition":{"scope":"line","condition":"line_procedure == '87070' && !lines.exists(l, l.procedure == '99213')","severity":"error",
            "pointer":"/procedureCode","message":"The payer pays cultures of visits","fix":"Bill the visit","source":"Key Insurance, manual, section 4",
            "tests":[{"name":"a culture alone","catches":true,"claim":{"lines":[{"procedure":"87070"}]}},
            {"name":"both","catches":false,"claim":{"lines":[{"procedure":"99213"},{"procedure":"87070"}]}}]},"effectiveFrom":"2026-01-01","owner":"manager"}""";

    @Inject
    ClaimProgress progress;

    @Inject
    Tenancy tenancy;

    @Inject
    Sql sql;

    private TestEvents events;
    private Practice practice;
    private Facts facts;
    private String claimId;

    @BeforeEach
    void aClaimWaits() {
        events = TestEvents.open();
        practice = new Practice(events);
        facts = practice.facts();
        claimId = practice.receivesClaim(facts);
        filesLeaveOnSunday(facts);
        assertThat(practice.submits(claimId).getString("transport")).isEqualTo("queued");
    }

    private void filesLeaveOnSunday(Facts toPayer) {
        practice.request("biller")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{\"submitsCleanClaims\":false,\"sendAt\":[\"03:00\"],\"sendOn\":[\"SUNDAY\"]}")
                .put("/api/v1/submission-schedules/" + toPayer.payer.payerId())
                .then()
                .statusCode(200);
    }

    @AfterEach
    void close() {
        assertThat(practice.booksAreCoherent()).isTrue();
        events.close();
    }

    private void hasWaited(String interval) {
        tenancy.as(
                practice.organization,
                () -> sql.update("update claim_version set transport_since = transport_since - interval '" + interval
                        + "' where transport = 'QUEUED'"));
    }

    private List<ClaimContent> leaves() {
        return tenancy.as(
                practice.organization, () -> progress.takeQueued(10, Set.of()).claims());
    }

    private void coverageChanges() {
        events.publish(practice.organization, facts.coverage);
        await().atMost(Duration.ofSeconds(120))
                .until(() -> check(facts, "99213").asString().contains("coverage-in-effect"));
    }

    private Response check(Facts of, String procedure) {
        return practice.request("biller")
                .contentType("application/json")
                .body("""
                        {"claim":{"encounter":{"practitionerId":"%s","locationId":"%s","patientId":"%s","coverageIds":["%s"],"serviceDate":"%s","diagnoses":["J029"],
                        "lines":[{"lineNumber":1,"procedureCode":"%s","modifiers":[],"units":1,"chargeCents":15000,"serviceDate":"%s","diagnosisPointers":[1]}]}}}""".formatted(
                                of.encounter.practitionerId(),
                                of.encounter.locationId(),
                                of.encounter.patientId(),
                                of.coverage.coverageId(),
                                Facts.ON,
                                procedure,
                                Facts.ON))
                .post("/api/v1/claim-checks");
    }

    private void activates(String rule) {
        var written = practice.posts("billing-manager", "/api/v1/claim-rules", rule);
        assertThat(written.statusCode()).as(written.asString()).isEqualTo(201);
        practice.request("billing-manager")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", written.header("ETag"))
                .contentType("application/json")
                .post("/api/v1/claim-rules/" + written.jsonPath().getString("id") + "/activate")
                .then()
                .statusCode(200);
    }

    /** Its payer takes one line on each claim. */
    private Facts waitsInTwoParts() {
        var parted = practice.facts().terms(new AgreedTerms().mostLines(1));
        practice.receivesClaim(parted);
        filesLeaveOnSunday(parted);
        var ids = "/api/v1/claims?encounterId=" + parted.encounter.encounterId();
        await().atMost(Duration.ofSeconds(120))
                .until(() -> practice.get(ids).getList("items.id").size() == 2);
        practice.get(ids).getList("items.id", String.class).forEach(practice::submits);
        return parted;
    }

    @Test
    void theMemberIdOfTheDayOfTheFileIsTheOneThatIsSent() {
        events.publish(practice.organization, facts.memberId("W000000001").coverage);
        hasWaited("31 seconds");
        await().atMost(Duration.ofSeconds(120))
                .until(() -> leaves().get(0).facts().coverage().memberId(), "W000000001"::equals);
        assertThat(practice.claim(claimId).getString("transport")).isEqualTo("queued");
        assertThat(practice.get("/api/v1/claims/" + claimId + "/history").getList("steps.step"))
                .contains("facts-taken-over");
    }

    @Test
    void theSameOfEachPartOfAnEncounter() {
        var parted = waitsInTwoParts();
        events.publish(practice.organization, parted.memberId("W000000002").coverage);
        hasWaited("31 seconds");
        await().atMost(Duration.ofSeconds(120))
                .untilAsserted(() -> assertThat(leaves())
                        .filteredOn(content ->
                                content.facts().encounter().encounterId().equals(parted.encounter.encounterId()))
                        .extracting(
                                content -> content.facts().coverage().memberId(),
                                content -> content.facts().encounter().lines().size())
                        .containsExactly(tuple("W000000002", 1), tuple("W000000002", 1)));
    }

    /** The coverage of one encounter is a payer's who is not known yet. The culture of the other stands beside its visit, though on another claim. */
    @Test
    void whatIsNotKnownYetOfOneKeepsNothingFromLeaving() {
        activates(VISIT_NEEDED);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> check(facts, "87070").asString().contains("culture-without-visit"));
        waitsInTwoParts();
        var unknown = waitsInTwoParts().anotherPayer();
        events.publish(practice.organization, unknown.coverage);
        await().atMost(Duration.ofSeconds(120))
                .until(() -> check(unknown, "99213").statusCode(), status -> status == 422);
        hasWaited("-1 hour"); // judged beside each other alone
        assertThat(leaves()).hasSize(5);
        hasWaited("2 hours");
        assertThat(leaves()).hasSize(5);
    }

    @Test
    void whatItsCoverageNoLongerCoversGoesBackToTheBiller() {
        facts.inEffect("2026-01-01", "2026-03-01"); // the service was on 2 March
        coverageChanges();
        hasWaited("31 seconds");
        assertThat(leaves()).isEmpty();
        var claim = practice.claim(claimId);
        assertThat(claim.getString("transport")).isEqualTo("edits-failed");
        assertThat(claim.getList("findings.rule")).contains("coverage-in-effect");
        assertThat(claim.getString("owner.role")).isEqualTo("biller");
    }

    @Test
    void whatWasQueuedAMomentAgoIsNotJudgedAgain() {
        facts.inEffect("2026-01-01", "2026-03-01");
        coverageChanges();
        hasWaited("-10 minutes"); // however long it took until the coverage was known
        assertThat(leaves()).hasSize(1);
    }

    @Test
    void aClaimOfWhichNothingHasChangedLeavesAsItIs() {
        hasWaited("31 seconds");
        assertThat(leaves()).hasSize(1);
        assertThat(practice.get("/api/v1/claims/" + claimId + "/history").getList("steps.step"))
                .doesNotContain("facts-taken-over");
    }

    @Test
    void aRuleThatWasSwitchedOnMeanwhileIsAsked() {
        activates(RULE);
        hasWaited("31 seconds");
        await().atMost(Duration.ofSeconds(60)).until(() -> leaves().isEmpty()); // a replica sees it within a second
        assertThat(practice.claim(claimId).getList("findings.rule")).contains("own-rule/no-throat-cultures");
    }

    @Test
    void anotherPayersClaimIsHeld() {
        events.publish(practice.organization, facts.anotherPayer().payer);
        events.publish(practice.organization, facts.coverage);
        hasWaited("31 seconds");
        await().atMost(Duration.ofSeconds(120)).until(() -> leaves().isEmpty());
        assertThat(practice.claim(claimId).getString("transport")).isEqualTo("held");
    }
}
