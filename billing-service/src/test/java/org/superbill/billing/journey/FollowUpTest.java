package org.superbill.billing.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.Facts;
import org.superbill.billing.testing.FakePayer;
import org.superbill.billing.testing.PayerFiles;
import org.superbill.billing.testing.Practice;
import org.superbill.events.CoverageChanged;
import org.superbill.events.EncounterCoded;
import org.superbill.events.EncounterVoided;
import org.superbill.events.PayerChanged;
import org.superbill.servicekit.testing.TestEvents;

/** What becomes of a claim after its first way to the payer: void, amended coding, next payer, the patient. */
@QuarkusTest
@BillingStack
class FollowUpTest {
    private TestEvents events;
    private Practice practice;

    @BeforeEach
    void open() {
        events = TestEvents.open();
        practice = new Practice(events);
    }

    @AfterEach
    void close() {
        assertThat(practice.booksAreCoherent()).isTrue();
        events.close();
    }

    private String number(String claimId) {
        return practice.claim(claimId).getString("claimNumber");
    }

    private String sent(Facts facts) {
        var claimId = practice.receivesClaim(facts);
        practice.sends(claimId);
        return claimId;
    }

    private PayerFiles.Remittance paid(String number) {
        return PayerFiles.remittance("T" + number)
                .claim(number, "1", "175", "100", "20", "PCN1")
                .patient()
                .line("99213", "150", "85", number + "L1", "CO*45*45", "PR*2*20")
                .line("87070", "25", "15", number + "L2", "CO*45*10");
    }

    @Test
    void aVoidTakesTheChargesOutOfTheBooksAndSaysWhatItTakesBack() {
        var claimId = sent(practice.facts());
        practice.receives(paid(number(claimId)).text());
        var prepared = practice.acts(claimId, "void", "{\"reason\":\"billed in error\"}", 200);
        assertThat(prepared.getString("frequency")).isEqualTo("8");
        assertThat(prepared.getString("transport")).isEqualTo("ready");
        assertThat(practice.sends(claimId)).contains("CLM*" + number(claimId) + "*175***11:B:8*", "REF*F8*PCN1~");
        var claim = practice.claim(claimId);
        assertThat(practice.account("patient-service-revenue")).isZero();
        assertThat(claim.getLong("money.creditCents")).isPositive();
    }

    @Test
    void aRejectedVoidPutsTheChargesBack() {
        var claimId = sent(practice.facts());
        practice.receives(paid(number(claimId)).text());
        practice.acts(claimId, "void", "{\"reason\":\"billed in error\"}", 200);
        practice.sends(claimId);
        practice.receives(PayerFiles.claimAcknowledgment(number(claimId), "A7:164:IL", ""));
        assertThat(practice.account("patient-service-revenue")).isEqualTo(-175_00);
    }

    @Test
    void aVoidedEncounterOfADecidedClaimLeadsToItsVoid() {
        var facts = practice.facts();
        var claimId = sent(facts);
        practice.receives(paid(number(claimId)).text());
        events.publish(practice.organization, new EncounterVoided(facts.encounter.encounterId(), "entered in error"));
        var claim = practice.awaits(claimId, "frequency", "8");
        assertThat(claim.getString("owner.role")).isEqualTo("biller");
        assertThat(claim.getList("nextAllowed.actions")).isEqualTo(List.of("submit"));
        assertThat(practice.sends(claimId)).contains("REF*F8*PCN1~");
    }

    @Test
    void anAmendedCodingOfADecidedClaimLeadsToItsReplacement() {
        var facts = practice.facts();
        var claimId = sent(facts);
        practice.receives(paid(number(claimId)).text());
        events.publish(practice.organization, facts.diagnoses("J020").codingVersion(2).encounter);
        var claim = practice.awaits(claimId, "version", "2");
        assertThat(claim.getString("frequency")).isEqualTo("7");
        assertThat(claim.getString("transport")).isEqualTo("ready");
        assertThat(practice.sends(claimId)).contains("HI*ABK:J020~", "REF*F8*PCN1~");
    }

    @Test
    void anAmendmentThatComesWhileThePayerHasNotAnsweredWaitsForTheAnswer() {
        var facts = practice.facts();
        var claimId = sent(facts);
        events.publish(practice.organization, facts.diagnoses("J020").codingVersion(2).encounter);
        practice.awaits(claimId, "codingVersion", "2");
        assertThat(practice.claim(claimId).getInt("version")).isEqualTo(1);
        practice.receives(PayerFiles.claimAcknowledgment(number(claimId), "A7:164:IL", ""));
        var claim = practice.claim(claimId);
        assertThat(claim.getInt("version")).isEqualTo(2);
        assertThat(claim.getString("frequency")).isEqualTo("1");
        assertThat(claim.getInt("sentCodingVersion")).isEqualTo(2);
    }

    @Test
    void aPatientWithoutCoverageOwesTheChargesAndThePayerAgainWhenOneIsFound() {
        var claimId = practice.receivesClaim(practice.facts());
        var billed = practice.acts(claimId, "bill-patient", "{\"reason\":\"the coverage was not theirs\"}", 200);
        assertThat(billed.getLong("money.patientBalanceCents")).isEqualTo(175_00);
        assertThat(billed.getLong("money.insuranceBalanceCents")).isZero();
        assertThat(billed.getString("owner.role")).isEqualTo("patient");
        practice.acts(claimId, "submit", "{}", 409);
        var again = practice.acts(claimId, "bill-payer", "{\"reason\":\"it was\"}", 200);
        assertThat(again.getLong("money.patientBalanceCents")).isZero();
        assertThat(practice.account("patient-service-revenue")).isZero();
        practice.sends(claimId);
        assertThat(practice.claim(claimId).getLong("money.insuranceBalanceCents"))
                .isEqualTo(175_00);
    }

    @Test
    void whatThePatientOwesFollowsTheCodingAndEndsWithTheEncounter() {
        var facts = practice.facts();
        var claimId = practice.receivesClaim(facts);
        practice.acts(claimId, "bill-patient", "{\"reason\":\"no coverage\"}", 200);
        events.publish(
                practice.organization,
                facts.lines(Facts.line(1, "99213", 120_00)).codingVersion(2).encounter);
        practice.awaits(claimId, "money.patientBalanceCents", "12000");
        assertThat(practice.account("patient-service-revenue")).isEqualTo(-120_00);
        assertThat(practice.claim(claimId).getString("owner.role")).isEqualTo("patient");
        events.publish(practice.organization, new EncounterVoided(facts.encounter.encounterId(), "entered in error"));
        practice.awaits(claimId, "money.patientBalanceCents", "0");
        assertThat(practice.account("patient-service-revenue")).isZero();
    }

    @Test
    void aClaimWhoseEncounterNamesNoCoverageAnyMoreIsKept() {
        var facts = practice.facts();
        var claimId = practice.receivesClaim(facts);
        var coded = facts.encounter;
        events.publish(
                practice.organization,
                new EncounterCoded(
                        coded.encounterId(),
                        2,
                        coded.codingCaseId(),
                        coded.patientId(),
                        coded.practitionerId(),
                        coded.locationId(),
                        List.of(),
                        coded.serviceDate(),
                        coded.diagnoses(),
                        coded.lines(),
                        "coder"));
        practice.awaits(claimId, "transport", "held");
        practice.acts(claimId, "release", "{\"reason\":\"no coverage\"}", 200);
        assertThat(practice.acts(claimId, "bill-patient", "{\"reason\":\"no coverage\"}", 200)
                        .getString("billedTo"))
                .isEqualTo("patient");
    }

    private Facts withSecondPayer(PayerChanged second, CoverageChanged secondary, Facts facts) {
        var coded = facts.encounter;
        facts.encounter = new EncounterCoded(
                coded.encounterId(),
                1,
                coded.codingCaseId(),
                coded.patientId(),
                coded.practitionerId(),
                coded.locationId(),
                List.of(facts.coverage.coverageId(), secondary.coverageId()),
                coded.serviceDate(),
                coded.diagnoses(),
                coded.lines(),
                "coder");
        events.publish(practice.organization, second);
        events.publish(practice.organization, secondary);
        return facts;
    }

    private Facts twoPayers() {
        var facts = practice.facts();
        var second = new PayerChanged(UUID.randomUUID(), "LOCK INSURANCE", "88888", "CI", facts.payer.profile());
        var own = facts.coverage;
        var secondary = new CoverageChanged(
                UUID.randomUUID(),
                own.patientId(),
                second.payerId(),
                "S987654321",
                null,
                null,
                2,
                own.relationshipToSubscriber(),
                null,
                own.effectiveFrom(),
                null);
        return withSecondPayer(second, secondary, facts);
    }

    @Test
    void theSecondPayerIsBilledForWhatTheFirstHasLeft() {
        var claimId = practice.receivesClaim(twoPayers());
        assertThat(practice.sends(claimId)) // the first payer is told of the second
                .contains("SBR*P*18*******CI~", "SBR*S*18*******CI~", "NM1*PR*2*LOCK INSURANCE*****PI*88888~")
                .doesNotContain("AMT*D*");
        practice.receives(paid(number(claimId)).text());
        var decided = practice.claim(claimId);
        assertThat(decided.getList("nextAllowed.actions", String.class)).contains("bill-next-payer");
        assertThat(decided.getLong("money.insuranceBalanceCents")).isEqualTo(20_00);
        var next = practice.acts(claimId, "bill-next-payer", "{}", 200);
        assertThat(next.getString("payer.name")).isEqualTo("LOCK INSURANCE");
        assertThat(next.getString("transport")).isEqualTo("ready");
        assertThat(next.getString("adjudication")).isEqualTo("none");
        assertThat(practice.sends(claimId))
                .contains(
                        "SBR*S*18*******CI~", "SBR*P*18*******CI~", "SVD*99999*85*HC:99213**1~", "AMT*D*100~", ":B:1*");
        var claim = practice.claim(claimId);
        assertThat(claim.getLong("money.insuranceBalanceCents")).isEqualTo(20_00);
        assertThat(practice.account("patient-service-revenue")).isEqualTo(-175_00);
    }

    /** @param number of the version that was billed to it */
    private static String ofSecondPayer(String trace, String number, String status, String paid, String left) {
        var sign = status.equals("22") ? "-" : "";
        return PayerFiles.remittance(trace)
                .claim(number, status, sign + "175", sign + paid, "0", "LOCK1")
                .patient()
                .line("99213", sign + "150", sign + paid, number + "L1", "OA*23*" + sign + left)
                .line("87070", sign + "25", "0", number + "L2", "OA*23*" + sign + "25")
                .text()
                .replace("N1*PR*KEY INSURANCE", "N1*PR*LOCK INSURANCE");
    }

    @Test
    void whatTheSecondPayerPaysUnderItsOwnNumberIsPostedOnce() {
        var claimId = practice.receivesClaim(twoPayers());
        practice.sends(claimId);
        var first = number(claimId);
        practice.receives(paid(first).text());
        practice.acts(claimId, "bill-next-payer", "{}", 200);
        practice.sends(claimId);
        var second = number(claimId);
        assertThat(second).isNotEqualTo(first);
        var posted = practice.receives(ofSecondPayer("S" + second, second, "2", "20", "130"));
        assertThat(posted.getString("outcomes[0].result"))
                .as(posted.getString("outcomes[0].message"))
                .isEqualTo("posted");
        var claim = practice.claim(claimId);
        assertThat(claim.getString("adjudication")).isEqualTo("paid");
        assertThat(claim.getLong("money.insuranceBalanceCents")).isZero();
        assertThat(practice.account("cash")).isEqualTo(120_00);

        var again = practice.receives(ofSecondPayer("A" + second, second, "2", "20", "130"));
        assertThat(again.getString("outcomes[0].message")).contains("already-paid");
        var firstAgain = practice.receives(paid(first).text().replace("T" + first, "B" + first));
        assertThat(firstAgain.getString("outcomes[0].message")).contains("already-paid");
        assertThat(practice.account("cash")).isEqualTo(120_00);

        var takenBack = practice.receives(ofSecondPayer("R" + second, second, "22", "20", "130"));
        assertThat(takenBack.getString("outcomes[0].result")).isEqualTo("posted");
        assertThat(practice.account("cash")).isEqualTo(100_00);
        assertThat(practice.claim(claimId).getLong("money.insuranceBalanceCents"))
                .isEqualTo(20_00);
    }

    @Test
    void whatTheFirstPayerHasRefusedStaysOpenWhenTheSecondOneDecides() {
        var claimId = practice.receivesClaim(twoPayers());
        practice.sends(claimId);
        var first = number(claimId);
        practice.receives(PayerFiles.remittance("T" + first)
                .claim(first, "1", "175", "100", "20", "PCN1")
                .patient()
                .line("99213", "150", "100", first + "L1", "CO*45*30", "PR*2*20")
                .line("87070", "25", "0", first + "L2", "CO*16*25")
                .text());
        practice.acts(claimId, "bill-next-payer", "{}", 200);
        practice.sends(claimId);
        var second = number(claimId);
        practice.receives(ofSecondPayer("S" + second, second, "2", "20", "130"));
        assertThat(practice.get("/api/v1/denials?claimId=" + claimId).getList("items.state"))
                .containsExactly("open");
        assertThat(practice.get("/api/v1/deadlines?kind=appeal&state=open").getList("items"))
                .hasSize(1);
        assertThat(practice.claim(claimId).getLong("money.insuranceBalanceCents"))
                .isEqualTo(25_00);
    }

    private String nextPayersDeadline(String claimId) {
        return practice.get("/api/v1/deadlines?kind=next-payer&subjectId=" + claimId)
                .getString("items[0].state");
    }

    @Test
    void aForwardedClaimIsNotBilledTwice() {
        var claimId = sent(twoPayers());
        var number = number(claimId);
        practice.receives(PayerFiles.remittance("T" + number)
                .claim(number, "1", "175", "100", "20", "PCN1")
                .patient()
                .with("MOA***MA18")
                .line("99213", "150", "85", number + "L1", "CO*45*45", "PR*2*20")
                .line("87070", "25", "15", number + "L2", "CO*45*10")
                .text());
        var claim = practice.claim(claimId);
        assertThat(claim.getString("adjudication")).isEqualTo("forwarded");
        assertThat(claim.getString("owner.role")).isEqualTo("payer");
        assertThat(claim.getString("owner.due")).isNotBlank();
        assertThat(nextPayersDeadline(claimId)).isEqualTo("open");
        assertThat(practice.acts(claimId, "bill-next-payer", "{}", 409).getString("detail"))
                .contains("nobody is billed twice");
    }

    @Test
    void aClaimThatThePayerHasPassedOnIsAnsweredByTheNextPayerUnderItsFirstNumber() {
        var claimId = sent(twoPayers());
        var number = number(claimId);
        practice.receives(PayerFiles.remittance("T" + number)
                .claim(number, "1", "175", "100", "20", "PCN1")
                .patient()
                .with("NM1*TT*2*LOCK INSURANCE*****PI*88888")
                .line("99213", "150", "85", number + "L1", "CO*45*45", "PR*2*20")
                .line("87070", "25", "15", number + "L2", "CO*45*10")
                .text());
        assertThat(practice.claim(claimId).getString("adjudication")).isEqualTo("forwarded");
        practice.receives(PayerFiles.remittance("X" + number)
                .claim(number, "2", "175", "20", "0", "LOCK1")
                .patient()
                .line("99213", "150", "20", number + "L1", "OA*23*130")
                .line("87070", "25", "0", number + "L2", "OA*23*25")
                .text()
                .replace("N1*PR*KEY INSURANCE", "N1*PR*LOCK INSURANCE"));
        var claim = practice.claim(claimId);
        assertThat(claim.getString("adjudication")).isEqualTo("paid");
        assertThat(claim.getString("payerClaimNumber")).isEqualTo("PCN1");
        assertThat(claim.getLong("money.insuranceBalanceCents")).isZero();
        assertThat(nextPayersDeadline(claimId)).isEqualTo("met");
        assertThat(practice.acts(claimId, "bill-next-payer", "{}", 409).getString("detail"))
                .contains("Every payer of the encounter has decided");

        var takenBack = practice.receives(ofSecondPayer("R" + number, number, "22", "20", "130"));
        assertThat(takenBack.getString("outcomes[0].result"))
                .as(takenBack.getString("outcomes[0].message"))
                .isEqualTo("posted");
        assertThat(practice.account("cash")).isEqualTo(100_00);
        assertThat(practice.claim(claimId).getLong("money.insuranceBalanceCents"))
                .isEqualTo(20_00);
    }

    @Test
    void theTimelineShowsEventEditsFilePersonPostingAndRefusalWithTheirSources() {
        var claimId = sent(practice.facts());
        var number = number(claimId);
        var taken = practice.receives(PayerFiles.functional(
                        FakePayer.received(practice.organization).get(0), "A"))
                .getString("id");
        var accepted = practice.receives(PayerFiles.claimAcknowledgment(number, "A2:20", "PCN1"))
                .getString("id");
        practice.receives(PayerFiles.remittance("T" + number)
                .claim(number, "1", "175", "85", "20", "PCN1")
                .patient()
                .line("99213", "150", "85", number + "L1", "CO*45*45", "PR*2*20")
                .line("87070", "25", "0", number + "L2", "CO*11*25")
                .text());
        var history = practice.get("/api/v1/claims/" + claimId + "/history");
        assertThat(history.getList("steps.step", String.class))
                .contains(
                        "built",
                        "ready",
                        "queued",
                        "sent",
                        "charge",
                        "remittance-received",
                        "payer-payment",
                        "denied",
                        "partially-paid");
        assertThat(history.getString("steps.find { it.step == 'built' }.source.kind"))
                .isEqualTo("event");
        assertThat(history.getString("steps.find { it.step == 'queued' }.actor"))
                .isEqualTo("test-user");
        assertThat(history.getString("steps.find { it.step == 'sent' }.source.kind"))
                .isEqualTo("submission");
        assertThat(history.getString("steps.find { it.step == 'sent' }.source.id"))
                .isNotBlank();
        assertThat(history.getString("steps.find { it.step == 'remittance-received' }.source.kind"))
                .isEqualTo("x12-file");
        assertThat(history.getString("steps.find { it.step == 'received' }.source.id"))
                .isEqualTo(taken);
        assertThat(history.getString("steps.find { it.step == 'accepted' }.source.id"))
                .isEqualTo(accepted);
        assertThat(history.getLong("steps.find { it.step == 'charge' }.amountCents"))
                .isEqualTo(175_00);
        assertThat(history.getString("steps.find { it.step == 'denied' }.detail"))
                .contains("line 2, CO-11");
    }

    @Test
    void noStepIsTakenByTheWrongCallerOrOnAnOldReading() {
        var claimId = sent(practice.facts());
        var revision = practice.claim(claimId).getLong("revision");
        var stranger = new Practice(events);
        for (var step : List.of(
                "hold", "release", "correct", "void", "reopen", "bill-patient", "bill-payer", "bill-next-payer")) {
            var path = "/api/v1/claims/%s/%s".formatted(claimId, step);
            var body = step.equals("bill-next-payer") ? "{}" : "{\"reason\":\"x\"}";
            assertThat(practice.post(path, body, "\"999\"").statusCode())
                    .as(step)
                    .isEqualTo(412);
            assertThat(stepOf(practice, "biller", path, body).statusCode())
                    .as(step)
                    .isEqualTo(428);
            assertThat(stepOf(practice, "coder", path, body).statusCode())
                    .as(step)
                    .isEqualTo(403);
            assertThat(stranger.post(path, body, practice.etag(claimId)).statusCode())
                    .as(step)
                    .isEqualTo(404);
            assertThat(practice.post(path, "{\"reason\":\"x\",\"colour\":\"red\"}", practice.etag(claimId))
                            .statusCode())
                    .as(step)
                    .isEqualTo(400);
            assertThat(practice.post(path, body, practice.etag(claimId)).statusCode())
                    .as(step + " while the payer has not answered")
                    .isEqualTo(409);
        }
        assertThat(practice.claim(claimId).getLong("revision")).isEqualTo(revision);
    }

    private static Response stepOf(Practice practice, String role, String path, String body) {
        return practice.request(role)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(body)
                .post(path);
    }

    @Test
    void aBulkActionDoesEachClaimListsWhatFailsAndIsRepeatedSafely() {
        var ready = practice.receivesClaim(practice.facts());
        var held = practice.receivesClaim(practice.facts());
        practice.acts(held, "hold", "{\"reason\":\"wait\"}", 200);
        var body = "{\"query\":{\"claimIds\":[\"%s\",\"%s\"]},\"action\":\"submit\"}".formatted(ready, held);
        var key = UUID.randomUUID().toString();
        var first = bulk(body, key, 202);
        assertThat(bulk(body, key, 202).getString("id")).isEqualTo(first.getString("id"));
        var id = first.getString("id");
        var done = await().atMost(Duration.ofSeconds(30))
                .until(() -> practice.get("/api/v1/claims/bulk-actions/" + id), view -> view.getInt("waiting") == 0);
        assertThat(done.getInt("total")).isEqualTo(2);
        assertThat(done.getInt("done")).isEqualTo(1);
        assertThat(done.getInt("failed")).isEqualTo(1);
        var failures = practice.get("/api/v1/claims/bulk-actions/" + id + "/failures");
        assertThat(failures.getList("items.claimId")).isEqualTo(List.of(held));
        assertThat(failures.getString("items[0].problem")).isEqualTo("claim-step-not-allowed");
        practice.awaits(ready, "transport", "sent");
        assertThat(practice.get("/api/v1/claims/" + ready + "/history")
                        .getString("steps.find { it.step == 'queued' }.actor"))
                .isEqualTo("test-user");

        practice.acts(held, "release", "{\"reason\":\"go\"}", 200);
        practice.request("biller")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .post("/api/v1/claims/bulk-actions/" + id + "/retry")
                .then()
                .statusCode(202);
        practice.awaits(held, "transport", "sent");
        assertThat(FakePayer.received(practice.organization)).hasSize(2);
        var again = await().atMost(Duration.ofSeconds(30))
                .until(() -> practice.get("/api/v1/claims/bulk-actions/" + id), view -> view.getInt("failed") == 0);
        assertThat(again.getInt("done")).isEqualTo(2);
    }

    private JsonPath bulk(String body, String key, int status) {
        return practice.request("biller")
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post("/api/v1/claims/bulk-actions")
                .then()
                .statusCode(status)
                .extract()
                .jsonPath();
    }

    @Test
    void aBulkActionNeedsAConditionAndAReasonAndKnowsItsFields() {
        assertThat(bulk(
                                "{\"query\":{},\"action\":\"submit\"}",
                                UUID.randomUUID().toString(),
                                400)
                        .getString("errors[0].pointer"))
                .isEqualTo("/query");
        assertThat(bulk(
                                "{\"query\":{\"transport\":\"ready\"},\"action\":\"hold\"}",
                                UUID.randomUUID().toString(),
                                400)
                        .getString("errors[0].pointer"))
                .isEqualTo("/reason");
        assertThat(bulk(
                                "{\"query\":{\"colour\":\"red\"},\"action\":\"submit\"}",
                                UUID.randomUUID().toString(),
                                400)
                        .getString("errors[0].pointer"))
                .isEqualTo("/query/colour");
    }

    @Test
    void bulkActionsAreTheOrganizationsOwnAndNeedTheBiller() {
        var id = bulk(
                        "{\"query\":{\"transport\":\"ready\"},\"action\":\"submit\"}",
                        UUID.randomUUID().toString(),
                        202)
                .getString("id");
        new Practice(events)
                .request("biller")
                .get("/api/v1/claims/bulk-actions/" + id)
                .then()
                .statusCode(404);
        practice.request("poster")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{\"query\":{\"transport\":\"ready\"},\"action\":\"submit\"}")
                .post("/api/v1/claims/bulk-actions")
                .then()
                .statusCode(403);
    }
}
