package org.superbill.billing.remittance;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.PayerFiles;
import org.superbill.billing.testing.Practice;

/** What was not posted by itself has a way out, by a named person, with a reason. */
@QuarkusTest
@BillingStack
class RemittanceDecisionsTest extends OfASentClaim {
    private static final String WHY = "{\"reason\":\"The bank shows the deposit\"}";

    private final String trace = "T" + UUID.randomUUID().toString().substring(0, 8);

    private PayerFiles.Remittance paid() {
        return PayerFiles.remittance(trace)
                .claim(number, "1", "175", "140", "0", "PCN1")
                .patient()
                .line("99213", "150", "120", number + "L1", "CO*45*30")
                .line("87070", "25", "20", number + "L2", "CO*45*5");
    }

    /** Its line does not balance; its amount is that of {@link #paid}. */
    private PayerFiles.Remittance unsound() {
        return PayerFiles.remittance(trace)
                .claim(number, "1", "175", "140", "0", "PCN1")
                .patient()
                .line("99213", "150", "120", number + "L1", "CO*45*29")
                .line("87070", "25", "20", number + "L2", "CO*45*5");
    }

    private String receives(PayerFiles.Remittance payment, String result) {
        var file = practice.receives(payment.text());
        assertThat(file.getString("outcomes[0].result")).isEqualTo(result);
        return file.getString("outcomes[0].id");
    }

    private String state(String remittanceId) {
        return practice.get("/api/v1/remittances/" + remittanceId).getString("state");
    }

    private Response decides(String role, String remittanceId, String action, String body) {
        return practice.request(role)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header(
                        "If-Match",
                        practice.request("poster")
                                .get("/api/v1/remittances/" + remittanceId)
                                .header("ETag"))
                .contentType("application/json")
                .body(body)
                .post("/api/v1/remittances/" + remittanceId + "/" + action);
    }

    private void decides(String remittanceId, String action, int status) {
        assertThat(decides("poster", remittanceId, action, WHY).statusCode()).isEqualTo(status);
    }

    private void assertBooks(long cash, long unapplied) {
        assertThat(practice.account("cash")).isEqualTo(cash);
        assertThat(practice.account("unapplied-cash")).isEqualTo(-unapplied);
    }

    @Test
    void theCashOfAQuarantinedPaymentGoesToUnapplied() {
        var id = receives(unsound(), "quarantined");
        var answer = decides("poster", id, "post-unapplied", WHY);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        var remittance = practice.get("/api/v1/remittances/" + id);
        assertThat(remittance.getString("state")).isEqualTo("unapplied");
        assertThat(remittance.getString("decision.reason")).isEqualTo("The bank shows the deposit");
        assertThat(remittance.getString("decision.by")).isNotBlank();
        assertBooks(140_00, 140_00);
        assertThat(practice.claim(claimId).getString("adjudication")).isEqualTo("none");
        assertThat(practice.get("/api/v1/ledger/entries?remittanceId=" + id).getList("items.kind"))
                .containsExactly("unapplied-payment");
        decides(id, "post-unapplied", 409);
        assertBooks(140_00, 140_00);
        events.awaitRecord(
                "audit-recorded",
                message -> new String(message.value()).contains("postRemittanceUnapplied")
                        && new String(message.value()).contains(id));
    }

    @Test
    void theSoundFormOfAPaymentTakesItsCashBackFromUnapplied() {
        var first = receives(unsound(), "quarantined");
        decides(first, "post-unapplied", 200);
        var second = receives(paid(), "waiting");
        assertBooks(140_00, 140_00);
        decides(second, "accept", 200);
        assertThat(state(first)).isEqualTo("replaced");
        assertThat(state(second)).isEqualTo("posted");
        assertBooks(140_00, 0);
        assertThat(practice.claim(claimId).getString("adjudication")).isEqualTo("paid");
        assertThat(practice.get("/api/v1/remittances/" + second).getString("claims[0].posting"))
                .isEqualTo("posted");
        assertThat(practice.get("/api/v1/remittances/" + second).getList("claims"))
                .hasSize(1);
        receives(paid(), "duplicate");
    }

    /** Of 200.00 the 140.00 of our claim are sound, and the 60.00 of another CLP are not. */
    private PayerFiles.Remittance partlyUnsound(String code) {
        return paid().claim("SOMEONE", "1", "100", "60", "0", "PCN9").patient().with("CAS*CO*45*" + code);
    }

    @Test
    void cashThatWentToUnappliedWholeIsMatchedClaimByClaim() {
        var id = receives(partlyUnsound("39"), "quarantined");
        decides(id, "post-unapplied", 200);
        assertBooks(200_00, 200_00);
        assertThat(practice.get("/api/v1/unapplied-claims").getList("items.paidCents"))
                .containsExactly(140_00, 60_00);
        var match = "{\"claimId\":\"%s\",\"reason\":\"It is sound\"}".formatted(claimId);
        assertThat(decides("poster", id, "claims/2/match", match).statusCode()).isEqualTo(409);
        assertThat(decides("poster", id, "claims/1/match", match).statusCode()).isEqualTo(200);
        assertBooks(200_00, 60_00);
        assertThat(practice.claim(claimId).getString("adjudication")).isEqualTo("paid");
        assertThat(practice.get("/api/v1/unapplied-claims").getList("items.paidCents"))
                .containsExactly(60_00);
        var sound = receives(partlyUnsound("40"), "waiting");
        decides(sound, "accept", 409);
        assertThat(decides("billing-manager", id, "undo", WHY).statusCode()).isEqualTo(200);
        assertBooks(0, 0);
        decides(sound, "accept", 200);
        assertBooks(200_00, 60_00); // SOMEONE is nobody's
    }

    /** A payment that was posted has money of a number that is not ours: 60.00; of one that a person has kept from being posted nothing is looked at. */
    @Test
    void theRuleLooksAtNothingThatAPersonHasToMatch() {
        receives(
                PayerFiles.remittance("O" + trace)
                        .claim("SOMEONE", "1", "100", "60", "0", "PCN9")
                        .patient()
                        .with("CAS*CO*45*40"),
                "posted");
        decides(receives(partlyUnsound("39"), "quarantined"), "post-unapplied", 200);
        assertThat(practice.get("/api/v1/unapplied-claims").getList("items.paidCents"))
                .containsExactlyInAnyOrder(60_00, 140_00, 60_00);
        var found = practice.request("poster")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{}")
                .post("/api/v1/unapplied-claims/search")
                .jsonPath();
        assertThat(found.getInt("lookedAt")).isEqualTo(1);
        assertThat(found.getInt("matched")).isZero();
        assertBooks(260_00, 260_00);
    }

    @Test
    void whatNobodyHasPostedIsListedByItsStateAndAPostersTask() {
        var quarantined = receives(unsound(), "quarantined");
        receives(paid(), "posted");
        var waiting = receives(paid().on("20260304"), "waiting");
        assertThat(practice.get("/api/v1/remittances?state=waiting").getList("items.id"))
                .containsExactly(waiting);
        assertThat(practice.get("/api/v1/remittances?state=quarantined").getList("items.id"))
                .containsExactly(quarantined);
        var tasks = "/api/v1/deadlines?kind=remittance&state=open";
        assertThat(practice.get(tasks).getList("items.subjectId")).containsExactlyInAnyOrder(quarantined, waiting);
        assertThat(practice.get(tasks).getString("items[0].owner")).isEqualTo("poster");
        decides(waiting, "discard", 200);
        decides(quarantined, "discard", 200);
        assertThat(practice.get(tasks).getList("items")).isEmpty();
    }

    @Test
    void aStatusThatX12DoesNotHaveIsAskedAbout() {
        var file = paid().text().replace("CLP*" + number + "*1*", "CLP*" + number + "*99*");
        var outcome = practice.receives(file);
        assertThat(outcome.getString("outcomes[0].result")).isEqualTo("waiting");
        assertThat(outcome.getString("outcomes[0].message")).contains("status-unknown: CLP02 '99'");
        assertBooks(0, 0);
    }

    @Test
    void aPreviewKnowsWhatThePaymentsBeforeInItsFilePost() {
        var another = PayerFiles.remittance(trace + "B")
                .claim(number, "1", "175", "140", "0", "PCN1")
                .patient()
                .line("99213", "150", "120", number + "L1", "CO*45*30")
                .line("87070", "25", "20", number + "L2", "CO*45*5");
        var file = PayerFiles.file(paid(), paid(), another);
        var preview = practice.request("poster")
                .contentType("application/edi-x12")
                .body(file.getBytes())
                .post("/api/v1/remittances/previews")
                .jsonPath();
        assertThat(preview.getList("items.outcome")).containsExactly("posted", "duplicate", "waiting");
        assertThat(preview.getString("items[2].explanation")).contains("already-paid");
        var received = practice.receives(file);
        assertThat(received.getList("outcomes.result")).containsExactly("posted", "duplicate", "waiting");
        assertBooks(140_00, 0);
    }

    /** Paid 140.00, taken back, and paid 130.00, in three payments of one file: what the second would move is the first with its signs turned. */
    @Test
    void aPreviewShowsTheMoneyOfAReversalOfWhatStandsBeforeItInItsFile() {
        var reversed = PayerFiles.remittance(trace + "R")
                .claim(number, "22", "-175", "-140", "0", "PCN1")
                .patient()
                .line("99213", "-150", "-120", number + "L1", "CO*45*-30")
                .line("87070", "-25", "-20", number + "L2", "CO*45*-5")
                .providerAdjustment("FB", "-140");
        var corrected = PayerFiles.remittance(trace + "C")
                .claim(number, "1", "175", "130", "0", "PCN1")
                .patient()
                .line("99213", "150", "110", number + "L1", "CO*45*40")
                .line("87070", "25", "20", number + "L2", "CO*45*5");
        var preview = practice.request("poster")
                .contentType("application/edi-x12")
                .body(PayerFiles.file(paid(), reversed, corrected).getBytes())
                .post("/api/v1/remittances/previews")
                .jsonPath();
        assertThat(preview.getList("items.outcome")).containsExactly("posted", "posted", "posted");
        assertThat(preview.getList("items.claims.insuranceCents"))
                .isEqualTo(List.of(List.of(-175_00), List.of(175_00), List.of(-175_00)));
        assertThat(preview.getList("items[1].accounts.account"))
                .containsExactlyInAnyOrder("insurance-receivable", "forwarding-balance", "contractual-adjustment");
        assertThat(preview.getInt("items[1].accounts.find { it.account == 'contractual-adjustment' }.amountCents"))
                .isEqualTo(-35_00);
        assertBooks(0, 0);
    }

    @Test
    void aWaitingPaymentThatIsAcceptedIsPosted() {
        receives(paid(), "posted");
        var other = receives(
                PayerFiles.remittance(trace)
                        .claim("SOMEONE", "1", "100", "60", "0", "PCN9")
                        .patient()
                        .with("CAS*CO*45*40"),
                "waiting");
        decides(other, "accept", 200);
        assertThat(state(other)).isEqualTo("posted");
        assertBooks(200_00, 60_00);
        decides(other, "accept", 409);
        assertBooks(200_00, 60_00);
    }

    @Test
    void theSameWaitingMoneyTwiceIsPostedOnce() {
        receives(paid(), "posted");
        var first = receives(paid().on("20260304"), "waiting");
        var second = receives(paid().on("20260304"), "waiting");
        decides(first, "post-unapplied", 200);
        decides(second, "post-unapplied", 409);
        assertBooks(280_00, 140_00);
    }

    @Test
    void aDiscardedPaymentPostsNothing() {
        receives(paid(), "posted");
        var waiting = receives(paid().on("20260304"), "waiting");
        decides(waiting, "discard", 200);
        assertThat(state(waiting)).isEqualTo("discarded");
        assertBooks(140_00, 0);
        decides(waiting, "accept", 409);
    }

    @Test
    void aQuarantinedPaymentIsNotAccepted() {
        decides(receives(unsound(), "quarantined"), "accept", 409);
        assertBooks(0, 0);
    }

    @Test
    void whoMayNotPostIsRefusedAsIsADecisionWithoutAReason() {
        var id = receives(unsound(), "quarantined");
        assertThat(decides("biller", id, "post-unapplied", WHY).statusCode()).isEqualTo(403);
        var answer = decides("poster", id, "post-unapplied", "{\"reason\":\" \"}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("errors[0].pointer")).isEqualTo("/reason");
        assertThat(state(id)).isEqualTo("quarantined");
        assertBooks(0, 0);
    }

    @Test
    void whoReadsTheFileOfWhatIsNotPostedIsInTheTrailUnderItsPatients() {
        var file = practice.receives(unsound().text()).getString("id");
        practice.request("poster")
                .get("/api/v1/x12-files/" + file + "/content")
                .then()
                .statusCode(200);
        assertThat(events.awaitPatients(practice.organization, "getX12FileContent"))
                .containsExactly(UUID.fromString(practice.claim(claimId).getString("patientId")));
    }

    @Test
    void aStaleDecisionIsRefused() {
        var id = receives(unsound(), "quarantined");
        var answer = practice.request("poster")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", "\"7\"")
                .contentType("application/json")
                .body(WHY)
                .post("/api/v1/remittances/" + id + "/discard");
        assertThat(answer.statusCode()).isEqualTo(412);
        assertThat(state(id)).isEqualTo("quarantined");
    }

    @Test
    void anotherOrganizationsPaymentIsNotThere() {
        var id = receives(unsound(), "quarantined");
        var answer = new Practice(events)
                .request("poster")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", "\"0\"")
                .contentType("application/json")
                .body(WHY)
                .post("/api/v1/remittances/" + id + "/post-unapplied");
        assertThat(answer.statusCode()).isEqualTo(404);
    }
}
