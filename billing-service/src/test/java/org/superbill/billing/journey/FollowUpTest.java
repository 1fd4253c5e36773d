package org.superbill.billing.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.Facts;
import org.superbill.billing.testing.FakePayer;
import org.superbill.billing.testing.PayerFiles;
import org.superbill.billing.testing.Practice;
import org.superbill.events.EncounterCoded;
import org.superbill.events.EncounterVoided;

/** What becomes of a claim after its first way to the payer: void, amended coding, the patient, and its timeline. */
@QuarkusTest
@BillingStack
class FollowUpTest extends ClaimJourney {
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
    void aVoidSaysWhatWasSentAndTheAmendedCodingIsBilledAnewOnceItIsTaken() {
        var facts = practice.facts();
        var claimId = sent(facts);
        practice.receives(paid(number(claimId)).text());
        practice.acts(claimId, "void", "{\"reason\":\"billed in error\"}", 200);
        events.publish(
                practice.organization,
                facts.lines(Facts.line(1, "99213", 120_00)).codingVersion(2).encounter);
        practice.awaits(claimId, "codingVersion", "2");
        assertThat(practice.sends(claimId)).contains("CLM*" + number(claimId) + "*175***11:B:8*");
        practice.receives(PayerFiles.claimAcknowledgment(number(claimId), "A2:20", "PCN1"));
        var anew = practice.claim(claimId);
        assertThat(anew.getString("frequency")).isEqualTo("1");
        assertThat(anew.getLong("totalChargeCents")).isEqualTo(120_00);
        assertThat(anew.getList("nextAllowed.actions")).contains("submit");
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

    /** The coding of an encounter that names no coverage any more. */
    private EncounterCoded uncovered(Facts facts, int version, long chargeCents) {
        return facts.lines(Facts.line(1, "99213", chargeCents))
                .codingVersion(version)
                .encounter
                .coveredBy(List.of());
    }

    @Test
    void aClaimWhoseEncounterNamesNoCoverageAnyMoreIsKeptAndThePatientOwesWhatIsCodedNow() {
        var facts = practice.facts();
        var claimId = practice.receivesClaim(facts);
        events.publish(practice.organization, uncovered(facts, 2, 120_00));
        practice.awaits(claimId, "transport", "held");
        practice.acts(claimId, "release", "{\"reason\":\"no coverage\"}", 200);
        var billed = practice.acts(claimId, "bill-patient", "{\"reason\":\"no coverage\"}", 200);
        assertThat(billed.getString("billedTo")).isEqualTo("patient");
        assertThat(billed.getLong("money.patientBalanceCents")).isEqualTo(120_00);
        events.publish(practice.organization, uncovered(facts, 3, 90_00));
        practice.awaits(claimId, "money.patientBalanceCents", "9000");
        assertThat(practice.claim(claimId).getString("owner.role")).isEqualTo("patient");
    }

    @Test
    void whatThePatientOwesForARejectedClaimFollowsACodingWithoutCoverage() {
        var facts = practice.facts();
        var claimId = sent(facts);
        practice.receives(PayerFiles.claimAcknowledgment(number(claimId), "A7:164:IL", ""));
        practice.acts(claimId, "bill-patient", "{\"reason\":\"no coverage\"}", 200);
        assertThat(practice.account("patient-receivable")).isEqualTo(175_00);
        events.publish(practice.organization, uncovered(facts, 2, 120_00));
        var charged = practice.awaits(claimId, "money.patientBalanceCents", "12000");
        assertThat(charged.getInt("version")).isEqualTo(2);
        assertThat(charged.getString("owner.role")).isEqualTo("patient");
        assertThat(practice.account("patient-service-revenue")).isEqualTo(-120_00);
        assertThat(practice.booksAreCoherent()).isTrue();
    }

    @Test
    void whatThePatientOwesForARejectedClaimFollowsTheCodingAndThePayerIsSentThat() {
        var facts = practice.facts();
        var claimId = sent(facts);
        practice.receives(PayerFiles.claimAcknowledgment(number(claimId), "A7:164:IL", ""));
        practice.acts(claimId, "bill-patient", "{\"reason\":\"no coverage\"}", 200);
        events.publish(
                practice.organization,
                facts.lines(Facts.line(1, "99213", 90_00)).codingVersion(2).encounter);
        practice.awaits(claimId, "money.patientBalanceCents", "9000");
        practice.acts(claimId, "bill-payer", "{\"reason\":\"there was one\"}", 200);
        assertThat(practice.booksAreCoherent()).isTrue();
        assertThat(practice.sends(claimId)).contains("CLM*" + number(claimId) + "*90***11:B:1*");
        assertThat(practice.account("insurance-receivable")).isEqualTo(90_00);
        assertThat(practice.account("patient-receivable")).isZero();
        assertThat(practice.booksAreCoherent()).isTrue();
    }

    @Test
    void noPayerIsToldTheCodingOfAnEncounterThatNamesNoCoverageAnyMore() {
        var facts = practice.facts();
        var claimId = sent(facts);
        events.publish(practice.organization, uncovered(facts, 2, 120_00));
        practice.awaits(claimId, "codingVersion", "2");
        assertThat(practice.get("/api/v1/claims/" + claimId + "/history").<String>getList("steps.detail"))
                .anySatisfy(detail -> assertThat(detail).contains("names no coverage any more"));
        practice.receives(PayerFiles.claimAcknowledgment(number(claimId), "A7:164:IL", ""));
        assertThat(practice.claim(claimId).getInt("version")).isEqualTo(1);
        assertThat(practice.acts(claimId, "correct", "{\"reason\":\"the new coding\"}", 409)
                        .getString("detail"))
                .contains("Version 2 of the coding names no coverage");
        var covered = facts.codingVersion(3);
        events.publish(practice.organization, covered.encounter);
        var claim = practice.awaits(claimId, "version", "2");
        assertThat(claim.getInt("codingVersion")).isEqualTo(3);
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
}
