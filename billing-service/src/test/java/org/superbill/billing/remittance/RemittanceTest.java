package org.superbill.billing.remittance;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.PayerFiles;
import org.superbill.billing.testing.Practice;
import org.superbill.servicekit.testing.SecondThread;

/** Each ST of an 835: posted whole or not at all, and the same money once. */
@QuarkusTest
@BillingStack
class RemittanceTest extends OfASentClaim {
    private PayerFiles.Remittance paid(String trace) {
        return PayerFiles.remittance(trace)
                .claim(number, "1", "175", "140", "0", "PCN1")
                .patient()
                .line("99213", "150", "120", number + "L1", "CO*45*30")
                .line("87070", "25", "20", number + "L2", "CO*45*5");
    }

    private static String trace() {
        return "T" + UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void whatDoesNotBalanceIsQuarantinedWithTheSumsThatDisagreeAndNothingIsPosted() {
        var before = practice.get("/api/v1/ledger/entries").getList("items");
        var file = practice.receives(paid(trace()).paying("141").text());
        assertThat(file.getString("state")).isEqualTo("processed");
        assertThat(file.getString("outcomes[0].result")).isEqualTo("quarantined");
        var remittance = practice.get("/api/v1/remittances/" + file.getString("outcomes[0].id"));
        assertThat(remittance.getString("state")).isEqualTo("quarantined");
        assertThat(remittance.getString("disagreements[0].type"))
                .isEqualTo("https://superbill.org/problems/remittance-unbalanced");
        assertThat(remittance.getString("disagreements[0].code")).isEqualTo("payment-unbalanced");
        assertThat(remittance.getString("disagreements[0].pointer")).isEqualTo("/transaction/1/BPR02");
        assertThat(remittance.getString("disagreements[0].expected")).isEqualTo("140");
        assertThat(remittance.getString("disagreements[0].found")).isEqualTo("141");
        assertThat(remittance.getString("disagreements[0].message")).contains("140", "141");
        assertThat(practice.get("/api/v1/ledger/entries").getList("items")).isEqualTo(before);
        assertThat(practice.claim(claimId).getString("adjudication")).isEqualTo("none");
    }

    /** Of 175.00 the payer pays 140.00; the 20.00 are no part of what it pays or adjusts. */
    @Test
    void whatThePayerSaysThatThePatientHasPaidIsShownWithItsSourceAndNotPosted() {
        var file = practice.receives(PayerFiles.remittance(trace())
                .claim(number, "1", "175", "140", "0", "PCN1")
                .patient()
                .with("AMT*F5*20")
                .line("99213", "150", "120", number + "L1", "CO*45*30")
                .line("87070", "25", "20", number + "L2", "CO*45*5")
                .text());
        var remittance = practice.get("/api/v1/remittances/" + file.getString("outcomes[0].id"));
        assertThat(remittance.getInt("claims[0].patientPaidCents")).isEqualTo(20_00);
        var step = practice.get("/api/v1/claims/" + claimId + "/history")
                .<Map<String, Object>>getList("steps.findAll { it.step == 'remittance-received' }")
                .get(0);
        assertThat((String) step.get("detail")).contains("the patient has paid 20.00, as the payer says (AMT*F5)");
        assertThat(step.get("source")).isEqualTo(Map.of("kind", "x12-file", "id", remittance.getString("x12FileId")));
        assertThat(practice.account("cash")).isEqualTo(140_00);
        assertThat(practice.account("contractual-adjustment")).isEqualTo(35_00);
        assertThat(practice.account("patient-receivable")).isZero();
        assertThat(practice.account("unapplied-cash")).isZero();
        assertThat(practice.account("insurance-receivable")).isZero();
    }

    @Test
    void aLineAndAClaimThatDoNotBalanceAreNamedWithTheirPlaceInTheFile() {
        var unbalanced = PayerFiles.remittance(trace())
                .claim(number, "1", "175", "140", "0", "PCN1")
                .patient()
                .line("99213", "150", "120", number + "L1", "CO*45*30")
                .line("87070", "25", "20", number + "L2", "CO*45*4");
        var file = practice.receives(PayerFiles.file(paid(trace()), unbalanced));
        assertThat(file.getList("outcomes.result")).containsExactly("posted", "quarantined");
        var remittance = practice.get("/api/v1/remittances/" + file.getString("outcomes[1].id"));
        assertThat(remittance.getList("disagreements.code")).containsExactly("line-unbalanced", "claim-unbalanced");
        assertThat(remittance.getList("disagreements.pointer"))
                .containsExactly("/transaction/2/claim/1/line/2/SVC03", "/transaction/2/claim/1/CLP04");
        assertThat(practice.account("cash")).as("of the first payment alone").isEqualTo(140_00);
    }

    @Test
    void theOtherPaymentsOfTheFileGoOn() {
        var file = practice.receives(PayerFiles.file(paid(trace()).paying("1"), paid(trace())));
        assertThat(file.getList("outcomes.result")).containsExactly("quarantined", "posted");
        assertThat(practice.claim(claimId).getString("adjudication")).isEqualTo("paid");
    }

    @Test
    void theSameMoneyInAnotherEnvelopeIsNotPostedAgain() {
        var payment = paid(trace());
        practice.receives(payment.text());
        var again = practice.receives(payment.text()); // other control numbers of the interchange
        assertThat(again.getList("outcomes.result")).containsExactly("duplicate");
        assertThat(practice.account("cash")).isEqualTo(140_00);
        assertThat(practice.get("/api/v1/remittances").getList("items.state")).containsExactly("posted", "duplicate");
    }

    @Test
    void theSameMoneyTwiceAtTheSameTimeIsPostedOnce() {
        var payment = paid(trace());
        var uploads = List.of(payment.text(), payment.text(), payment.text()).stream()
                .map(text -> CompletableFuture.supplyAsync(
                        () -> practice.uploads(text).statusCode(), SecondThread.OWN))
                .toList();
        assertThat(uploads.stream().map(CompletableFuture::join).toList()).containsOnly(201);
        assertThat(practice.account("cash")).isEqualTo(140_00);
    }

    @Test
    void theSameTraceWithOtherMoneyWaitsForAPerson() {
        var trace = trace();
        practice.receives(paid(trace).text());
        var other = practice.receives(paid(trace).on("20260304").text());
        assertThat(other.getList("outcomes.result")).containsExactly("waiting");
        assertThat(practice.account("cash")).isEqualTo(140_00);
    }

    @Test
    void moneyForAClaimThatIsNotOursIsKeptVisiblyUnapplied() {
        var file = practice.receives(PayerFiles.remittance(trace())
                .claim("SOMEONE", "1", "100", "60", "0", "PCN9")
                .patient()
                .with("CAS*CO*45*40")
                .text());
        var remittance = practice.get("/api/v1/remittances/" + file.getString("outcomes[0].id"));
        assertThat(remittance.getString("claims[0].posting")).isEqualTo("unapplied");
        assertThat(remittance.getString("explanation")).contains("1 claim numbers that are not ours");
        assertThat(practice.account("unapplied-cash")).isEqualTo(-60_00);
        assertThat(practice.account("cash")).isEqualTo(60_00);
    }

    @Test
    void interestAndRecoveriesMoveTheCashThatThePaymentHas() {
        practice.receives(paid(trace())
                .providerAdjustment("L6", "-1.27")
                .providerAdjustment("WO", "40")
                .text());
        assertThat(practice.account("cash")).isEqualTo(140_00 + 1_27 - 40_00);
        assertThat(practice.account("interest-income")).isEqualTo(-1_27);
        assertThat(practice.account("recoupment")).isEqualTo(40_00);
    }

    @Test
    void aPayerThatTakesMoneyBackIsADebit() {
        practice.receives(paid(trace()).text());
        practice.receives(PayerFiles.remittance(trace())
                .claim(number, "22", "-175", "-140", "0", "PCN1")
                .patient()
                .line("99213", "-150", "-120", number + "L1", "CO*45*-30")
                .line("87070", "-25", "-20", number + "L2", "CO*45*-5")
                .text());
        var claim = practice.claim(claimId);
        assertThat(claim.getString("adjudication")).isEqualTo("reversed");
        assertThat(claim.getLong("money.insuranceBalanceCents")).isEqualTo(175_00);
        assertThat(practice.account("cash")).isZero();
    }

    @Test
    void theSameBytesAreAnsweredWithTheFirstAnswer() {
        var text = paid(trace()).text();
        var first = practice.receives(text);
        var again = practice.uploads(text);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.jsonPath().getString("id")).isEqualTo(first.getString("id"));
        assertThat(practice.get("/api/v1/x12-files").getList("items")).hasSize(1);
    }

    @Test
    void anotherOrganizationsClaimIsNotOurs() {
        var other = new Practice(events);
        other.receives(paid(trace()).text());
        assertThat(other.account("unapplied-cash")).isEqualTo(-140_00);
        assertThat(practice.claim(claimId).getString("adjudication")).isEqualTo("none");
        assertThat(practice.get("/api/v1/remittances").getList("items")).isEmpty();
    }

    @Test
    void thePublishedExampleWithProviderAdjustmentBalances() throws Exception {
        var published = Path.of(System.getProperty(
                        "superbill.shared", System.getProperty("superbill.root") + "/../shared/data"))
                .resolve("x12/835_005010X221A1/medicare-part-a.835");
        Assumptions.assumeTrue(Files.exists(published), "skipped: the published example is not there");
        var file = practice.receives(Files.readString(published)
                .replace("XX*6543210903", "XX*1234567893")); // to another payee it would wait
        assertThat(file.getList("outcomes.result")).containsExactly("posted");
        assertThat(practice.account("cash")).isEqualTo(150_000_00);
        assertThat(practice.account("unapplied-cash")).isEqualTo(-(138_018_40 + 11_980_33));
        assertThat(practice.account("settlement-income")).isEqualTo(-1_27);
    }
}
