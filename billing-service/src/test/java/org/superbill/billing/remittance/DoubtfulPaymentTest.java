package org.superbill.billing.remittance;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
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
        var answer = practice.request("poster")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header(
                        "If-Match",
                        practice.request("poster")
                                .get("/api/v1/remittances/" + second)
                                .header("ETag"))
                .contentType("application/json")
                .body("{\"reason\":\"The payer has said so\"}")
                .post("/api/v1/remittances/" + second + "/accept");
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
