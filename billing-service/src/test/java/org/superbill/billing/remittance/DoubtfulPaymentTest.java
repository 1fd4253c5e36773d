package org.superbill.billing.remittance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.PayerFiles;

/** The sums of a forged or repeated payment agree too: what does not fit its claims is not posted by itself. */
@QuarkusTest
@BillingStack
class DoubtfulPaymentTest extends OfASentClaim {
    private static PayerFiles.Remittance remittance() {
        return PayerFiles.remittance("T" + UUID.randomUUID().toString().substring(0, 8));
    }

    private PayerFiles.Remittance paid() {
        return paid(remittance());
    }

    private PayerFiles.Remittance paid(PayerFiles.Remittance remittance) {
        return remittance
                .claim(number, "1", "175", "140", "0", "PCN1")
                .patient()
                .line("99213", "150", "120", number + "L1", "CO*45*30")
                .line("87070", "25", "20", number + "L2", "CO*45*5");
    }

    private PayerFiles.Remittance reversed(PayerFiles.Remittance remittance) {
        return remittance
                .claim(number, "22", "-175", "-140", "0", "PCN1")
                .patient()
                .line("99213", "-150", "-120", number + "L1", "CO*45*-30")
                .line("87070", "-25", "-20", number + "L2", "CO*45*-5");
    }

    /** @return the remittance */
    private String assertBecomes(String result, String file, String... words) {
        var received = practice.receives(file);
        assertThat(received.getString("outcomes[0].result")).isEqualTo(result);
        for (var word : words) {
            assertThat(received.getString("outcomes[0].message")).contains(word);
        }
        return received.getString("outcomes[0].id");
    }

    private void assertCash(long cents) {
        assertThat(practice.account("cash")).isEqualTo(cents);
    }

    private Response acts(String remittance, String action) {
        var path = "/api/v1/remittances/" + remittance;
        return practice.request("poster")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", practice.request("poster").get(path).header("ETag"))
                .contentType("application/json")
                .body("{\"reason\":\"The payer has said so\"}")
                .post(path + "/" + action);
    }

    @Test
    void anAmountThatIsNoMoneyIsRejectedWithItsPlace() {
        var most = "92233720368547758.07";
        assertBecomes(
                "rejected",
                remittance()
                        .claim(number, "1", most, most, "0", "PCN1")
                        .patient()
                        .text(),
                "amount-too-large",
                "/transaction/1/BPR02",
                "99999999.99");
        var three = remittance();
        for (var i = 0; i < 3; i++) {
            three.claim(number, "1", most, most, "0", "PCN1").patient();
        }
        assertBecomes("rejected", three.paying("1").text(), "/transaction/1/claim/1/CLP03");
        assertCash(0);
        assertThat(practice.get("/api/v1/remittances").getList("items")).isEmpty();
    }

    @Test
    void aSecondPaymentWaitsAndAPersonMayAcceptIt() {
        assertBecomes("posted", paid().text());
        var second = assertBecomes("waiting", paid().text(), "already-paid", "claim 1");
        assertCash(140_00);
        var answer = acts(second, "accept");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertCash(280_00);
    }

    @Test
    void theSameClaimTwiceInOnePaymentWaits() {
        assertBecomes("waiting", paid(paid()).text(), "already-paid", "claim 2");
        assertCash(0);
    }

    @Test
    void aReversalOfNothingWaits() {
        assertBecomes("waiting", reversed(remittance()).text(), "nothing-to-reverse");
        assertCash(0);
        assertThat(practice.claim(claimId).getString("adjudication")).isEqualTo("none");
    }

    @Test
    void whatWasReversedIsNotReversedAgainButMayBePaidAgain() {
        assertBecomes("posted", paid().text());
        assertBecomes("posted", reversed(remittance()).text());
        assertBecomes("waiting", reversed(remittance()).text(), "nothing-to-reverse");
        assertCash(0);
        assertBecomes("posted", paid().text());
        assertBecomes("posted", paid(reversed(remittance())).text());
        assertCash(140_00);
    }

    private void awaitsState(String remittance, String state) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> practice.get("/api/v1/remittances/" + remittance)
                        .getString("state")
                        .equals(state));
    }

    @Test
    void filesThatCameInAnotherOrderPostByThemselvesWhenWhatTheyFollowHasCome() {
        assertBecomes("posted", paid().text());
        var corrected =
                assertBecomes("waiting", paid(remittance().on("20260317")).text(), "already-paid");
        var twice = assertBecomes("waiting", paid().text(), "already-paid");
        assertBecomes("posted", reversed(remittance().on("20260310")).text());
        awaitsState(corrected, "posted");
        assertCash(140_00);
        assertThat(practice.get("/api/v1/remittances/" + corrected).getString("decision"))
                .isNull();
        assertThat(practice.get("/api/v1/remittances/" + twice).getString("state"))
                .as("of the day of the first payment: nobody knows which was reversed")
                .isEqualTo("waiting");
    }

    @Test
    void aReversalThatCameBeforeItsOriginalTakesItBackWhenThatHasCome() {
        var reversal =
                assertBecomes("waiting", reversed(remittance().on("20260310")).text(), "nothing-to-reverse");
        assertBecomes("posted", paid().text());
        awaitsState(reversal, "posted");
        assertCash(0);
        assertThat(practice.claim(claimId).getString("adjudication")).isEqualTo("reversed");
    }

    @Test
    void aReversalOfOtherAmountsWaits() {
        assertBecomes("posted", paid().text());
        assertBecomes(
                "waiting",
                remittance()
                        .claim(number, "22", "-175", "-150", "0", "PCN1")
                        .patient()
                        .with("CAS*CO*45*-25")
                        .text(),
                "nothing-to-reverse");
        assertCash(140_00);
    }

    @Test
    void aPaymentBelowZeroThatIsNoReversalIsQuarantined() {
        var id = assertBecomes(
                "quarantined",
                remittance()
                        .claim(number, "1", "55", "-44", "0", "PCN1")
                        .patient()
                        .with("CAS*CO*45*99")
                        .text(),
                "no reversal");
        var remittance = practice.get("/api/v1/remittances/" + id);
        assertThat(remittance.getList("disagreements.code")).containsExactly("negative-payment");
        assertThat(remittance.getString("disagreements[0].pointer")).isEqualTo("/transaction/1/claim/1/CLP04");
        assertBecomes("quarantined", reversed(remittance()).text().replace("BPR*I*140*D", "BPR*I*-140*C"), "BPR02");
        assertCash(0);
    }

    @Test
    void aPatientsPartBelowZeroThatIsNoReversalIsQuarantinedAndItsCashCanBeParked() {
        var id = assertBecomes(
                "quarantined",
                remittance()
                        .claim(number, "1", "175", "175.01", "0", "PCN1")
                        .patient()
                        .line("99213", "150", "150.01", number + "L1", "PR*1*-20.01", "PR*2*20")
                        .line("87070", "25", "25", number + "L2")
                        .text(),
                "below zero");
        var remittance = practice.get("/api/v1/remittances/" + id);
        assertThat(remittance.getList("disagreements.code")).containsExactly("negative-patient-responsibility");
        assertThat(remittance.getString("disagreements[0].pointer")).isEqualTo("/transaction/1/claim/1/CAS");
        assertCash(0);
        assertThat(acts(id, "post-unapplied").statusCode()).isEqualTo(200);
        assertThat(practice.account("unapplied-cash")).isEqualTo(-175_01);
    }

    @Test
    void aPatientsPartThatIsPartlyTakenBackInTheSameClaimIsPosted() {
        assertBecomes(
                "posted",
                remittance()
                        .claim(number, "1", "175", "175", "0", "PCN1")
                        .patient()
                        .line("99213", "150", "150", number + "L1", "PR*3*20", "PR*3*-20")
                        .line("87070", "25", "25", number + "L2")
                        .text());
        assertThat(practice.account("patient-receivable")).isZero();
        assertCash(175_00);
    }

    @Test
    void anAdjustmentOfAnUnknownGroupIsQuarantined() {
        var id = assertBecomes("quarantined", paid().text().replace("CAS*CO*45*5", "CAS*ZZ*45*5"));
        var remittance = practice.get("/api/v1/remittances/" + id);
        assertThat(remittance.getList("disagreements.code")).containsExactly("unknown-adjustment-group");
        assertThat(remittance.getString("disagreements[0].pointer")).isEqualTo("/transaction/1/claim/1/line/2/CAS01");
        assertCash(0);
    }

    @Test
    void aPaymentToSomebodyElseWaits() {
        assertBecomes("waiting", paid().text().replace("*XX*1234567893", "*XX*1912301953"), "payee-differs");
        assertBecomes("waiting", paid().text().replace("*XX*1234567893", "*FI*999999999"), "payee-differs");
        assertCash(0);
        assertBecomes("posted", paid().text().replace("*XX*1234567893", "*FI*123456789"));
    }

    @Test
    void aPaymentToSomebodyElseWaitsThoughNoneOfItsClaimsIsOurs() {
        var unknown =
                remittance().claim("NOBODYS", "1", "80", "80", "0", "PCN8").patient();
        assertBecomes("waiting", unknown.text().replace("*XX*1234567893", "*XX*1912301953"), "payee-differs");
        assertBecomes(
                "waiting",
                remittance().providerAdjustment("L6", "-5").text().replace("*XX*1234567893", "*FI*999999999"),
                "payee-differs");
        assertCash(0);
        assertBecomes("posted", unknown.text());
    }

    @Test
    void theSameMoneyThatSaysOtherThingsIsNoDuplicateButWaits() {
        var payment = remittance();
        assertBecomes("posted", paid(payment).text());
        var file = payment.text();
        assertBecomes(
                "duplicate",
                file.replace("ISA*00", "\nISA*00").strip().replace("RIVERSIDE      *", "ELSEWHERE      *"));
        var otherwise = assertBecomes(
                "waiting", file.replace("CAS*CO*45*5~", "CAS*PR*2*5~"), "said other things of its claims");
        assertCash(140_00);
        assertThat(practice.account("patient-receivable")).isZero();
        var refused = acts(otherwise, "accept");
        assertThat(refused.statusCode()).isEqualTo(409);
        var first = practice.get("/api/v1/remittances").getString("items[0].id");
        assertThat(acts(first, "undo").statusCode()).isEqualTo(200);
        assertThat(acts(otherwise, "accept").statusCode()).isEqualTo(200);
        assertCash(140_00);
        assertThat(practice.account("patient-receivable")).isEqualTo(5_00);
    }

    @Test
    void noticesWithoutMoneyMayShareATraceNumber() {
        var trace = "T" + UUID.randomUUID().toString().substring(0, 8);
        var denied = PayerFiles.remittance(trace)
                .claim(number, "4", "175", "0", "0", "PCN1")
                .patient()
                .beforePatient("CAS*CO*29*175");
        var another = PayerFiles.remittance(trace)
                .claim("NOBODYS", "4", "80", "0", "0", "PCN8")
                .patient()
                .beforePatient("CAS*CO*29*80")
                .text();
        assertBecomes("posted", another);
        assertBecomes("posted", denied.text());
        assertBecomes("duplicate", denied.text());
        assertThat(practice.claim(claimId).getString("adjudication")).isEqualTo("denied");
    }

    @Test
    void aClaimThatNeverLeftIsNotPaid() {
        var draft = practice.receivesClaim(practice.facts());
        var draftNumber = practice.claim(draft).getString("claimNumber");
        assertBecomes(
                "posted",
                remittance().claim(draftNumber, "1", "175", "175", "0", "PCN9").text(),
                "1 claim numbers that are not ours");
        assertThat(practice.account("unapplied-cash")).isEqualTo(-175_00);
        assertThat(practice.claim(draft).getString("adjudication")).isEqualTo("none");
        assertThat(practice.claim(draft).getLong("money.insuranceBalanceCents")).isZero();
    }

    @Test
    void aReversalOfAReversalWaits() {
        assertBecomes("posted", paid().text());
        assertBecomes("posted", reversed(remittance()).text());
        assertBecomes(
                "waiting",
                remittance()
                        .claim(number, "22", "175", "140", "0", "PCN1")
                        .patient()
                        .line("99213", "150", "120", number + "L1", "CO*45*30")
                        .line("87070", "25", "20", number + "L2", "CO*45*5")
                        .text(),
                "nothing-to-reverse");
        assertCash(0);
    }

    @Test
    void whatIsCarriedForwardOrTakenBackIsFollowedByThePayersReferenceUntilItIsZero() {
        assertBecomes(
                "posted",
                paid().providerAdjustment("FB", "100")
                        .providerAdjustment("WO", "30")
                        .text()
                        .replace("FB:REF", "FB:NEXT1")
                        .replace("WO:REF", "WO:PCN1"));
        var open = "/api/v1/ledger/accounts/forwarding-balance/sub-accounts?by=payer-reference";
        assertThat(practice.get(open).getList("items.payerReference")).containsExactly("NEXT1");
        assertThat(practice.get(open).getList("items.balanceCents")).containsExactly(100_00);
        assertThat(practice.get(open).getList("items.since")).containsExactly("2026-03-03");
        assertBecomes(
                "posted", remittance().providerAdjustment("FB", "-40").text().replace("FB:REF", "FB:NEXT1"));
        assertBecomes(
                "posted", remittance().providerAdjustment("FB", "-60").text().replace("FB:REF", "FB:OTHER"));
        assertThat(practice.account("forwarding-balance")).isZero();
        assertThat(practice.get(open).getList("items.balanceCents")).containsExactly(60_00, -60_00);
        assertThat(practice.get(open.replace("forwarding-balance", "recoupment"))
                        .getList("items.payerReference"))
                .containsExactly("PCN1");
    }

    @Test
    void aPaymentOfAnotherPayerWaits() {
        assertBecomes("waiting", paid().text().replace("N1*PR*KEY INSURANCE", "N1*PR*LOCK INSURANCE"), "payer-differs");
        assertCash(0);
        assertBecomes("posted", paid().text().replace("N1*PR*KEY INSURANCE", "N1*PR*KEY INS CO OF FLORIDA*XV*99999"));
    }

    @Test
    void aControlCharacterIsAnsweredAsMalformed() {
        for (var place : new String[] {"TRN*1*T", "N1*PR*KEY", "CLP*SB"}) {
            var answer = practice.uploads(paid().text().replace(place, place + "\0"));
            assertThat(answer.statusCode()).as(place).isEqualTo(422);
            assertThat(answer.jsonPath().getString("type")).isEqualTo("https://superbill.org/problems/x12-malformed");
            assertThat(answer.jsonPath().getString("errors[0].pointer")).startsWith("/interchange/1/segment/");
        }
        assertCash(0);
    }

    @Test
    void nothingIsPostedBeforeItsFileCame() {
        var file = practice.receives(paid().text());
        var received = Instant.parse(file.getString("receivedAt"));
        var id = file.getString("outcomes[0].id");
        assertThat(Instant.parse(practice.get("/api/v1/ledger/entries?remittanceId=" + id)
                        .getString("items[0].postedAt")))
                .isEqualTo(received);
        assertThat(Instant.parse(practice.get("/api/v1/remittances/" + id).getString("receivedAt")))
                .isEqualTo(received);
    }

    @Test
    void whomBillingDoesNotKnowHasNoAccount() {
        var unknown = practice.request("biller").get("/api/v1/patient-accounts/" + UUID.randomUUID());
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.jsonPath().getString("type"))
                .isEqualTo("https://superbill.org/problems/patient-account-not-found");
    }
}
