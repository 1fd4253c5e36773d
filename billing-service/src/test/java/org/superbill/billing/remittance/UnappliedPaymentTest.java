package org.superbill.billing.remittance;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.superbill.billing.deposit.Announced;
import org.superbill.billing.deposit.Deposits;
import org.superbill.billing.ledger.Cents;
import org.superbill.billing.ledger.Ledger;
import org.superbill.billing.sql.Sql;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.Facts;
import org.superbill.billing.testing.PayerFiles;
import org.superbill.servicekit.tenancy.Tenancy;

/** What a person puts into unapplied is the money of the payment's claims (BPR02 + ΣPLB), no more and no less, and somebody's until it is theirs. */
@QuarkusTest
@BillingStack
class UnappliedPaymentTest extends OfASentClaim {
    @Inject
    Ledger ledger;

    @Inject
    Deposits deposits;

    @Inject
    Tenancy tenancy;

    @Inject
    Sql sql;

    private static final String WHY = "{\"reason\":\"The bank shows the deposit\"}";

    private final String trace = "T" + UUID.randomUUID().toString().substring(0, 8);

    private String receives(PayerFiles.Remittance payment, String result) {
        var file = practice.receives(payment.text());
        assertThat(file.getString("outcomes[0].result")).isEqualTo(result);
        return file.getString("outcomes[0].id");
    }

    private Response acts(String id, String action, String body) {
        var path = "/api/v1/remittances/" + id;
        return practice.request("poster")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", practice.request("poster").get(path).header("ETag"))
                .contentType("application/json")
                .body(body)
                .post(path + "/" + action);
    }

    private void acts(String id, String action) {
        acts(id, action, WHY).then().statusCode(200);
    }

    private Response matches(String id, int position, String claim) {
        return acts(
                id,
                "claims/%d/match".formatted(position),
                "{\"claimId\":\"%s\",\"reason\":\"It is\"}".formatted(claim));
    }

    private void assertBooks(long cash, long unapplied, long recoupment, long interest) {
        assertThat(List.of(
                        practice.account("cash"),
                        practice.account("unapplied-cash"),
                        practice.account("recoupment"),
                        practice.account("interest-income")))
                .isEqualTo(List.of(cash, -unapplied, recoupment, -interest));
    }

    private List<String> task(String id) {
        return practice.get("/api/v1/deadlines?kind=unapplied-payment&subjectId=" + id)
                .getList("items.state");
    }

    private static PayerFiles.Remittance paid(PayerFiles.Remittance payment, String number) {
        return payment.claim(number, "1", "175", "140", "0", "PCN1").patient().with("CAS*CO*45*35");
    }

    /** 140.00 + 60.00 for claims less 50.00 that are taken back: 150.00. The 60.00 do not balance, where CAS says 39.00. */
    private PayerFiles.Remittance withRecoupment(String contractual) {
        return paid(PayerFiles.remittance(trace), number)
                .claim("SOMEONE", "1", "100", "60", "0", "PCN9")
                .patient()
                .with("CAS*CO*45*" + contractual)
                .providerAdjustment("WO", "50");
    }

    @Test
    void whatPlbTakesAwayGoesToItsAccountAndTheRestIsForTheClaims() {
        var id = receives(withRecoupment("39"), "quarantined");
        acts(id, "post-unapplied");
        assertBooks(150_00, 200_00, 50_00, 0);
        assertThat(practice.get("/api/v1/remittances/" + id).getString("explanation"))
                .contains("200.00");
        assertThat(practice.get("/api/v1/deadlines?kind=unapplied-payment&subjectId=" + id)
                        .getString("items[0].owner"))
                .isEqualTo("poster");
        assertThat(matches(id, 1, claimId).statusCode()).isEqualTo(200);
        assertBooks(150_00, 60_00, 50_00, 0);
        assertThat(practice.claim(claimId).getString("adjudication")).isEqualTo("paid");
        assertThat(task(id)).containsExactly("open");
        acts(id, "undo");
        assertBooks(0, 0, 0, 0);
        assertThat(task(id)).containsExactly("withdrawn");
    }

    @Test
    void theSoundFormTakesItBackWithWhatPlbHadMoved() {
        var id = receives(withRecoupment("39"), "quarantined");
        acts(id, "post-unapplied");
        acts(receives(withRecoupment("40"), "waiting"), "accept");
        assertBooks(150_00, 60_00, 50_00, 0); // SOMEONE is nobody's
        assertThat(practice.get("/api/v1/remittances/" + id).getString("state")).isEqualTo("replaced");
        assertThat(task(id)).containsExactly("withdrawn");
    }

    /** 140.00 and 1.27 of interest; it waits, since its trace came with another day. */
    @Test
    void interestIsNoMoneyOfAClaimAndNothingStaysWhenTheClaimIsFound() {
        var other = practice.receivesClaim(practice.facts());
        practice.sends(other);
        receives(paid(PayerFiles.remittance(trace), number), "posted");
        var id = receives(
                paid(
                                PayerFiles.remittance(trace).on("20260304"),
                                practice.claim(other).getString("claimNumber"))
                        .providerAdjustment("L6", "-1.27"),
                "waiting");
        acts(id, "post-unapplied");
        assertBooks(140_00 + 141_27, 140_00, 0, 1_27);
        assertThat(matches(id, 1, other).statusCode()).isEqualTo(200);
        assertBooks(140_00 + 141_27, 0, 0, 1_27);
        assertThat(task(id)).containsExactly("met");
    }

    /** BPR02 is 150.00, and PLB takes 100.00 away: 250.00 for claims that are paid 280.00. */
    @Test
    void aClaimIsNotGivenWhatAnotherOneHasUsedUp() {
        var other = practice.receivesClaim(practice.facts());
        practice.sends(other);
        var id = receives(
                paid(
                                paid(PayerFiles.remittance(trace), number),
                                practice.claim(other).getString("claimNumber"))
                        .providerAdjustment("WO", "100")
                        .paying("150"),
                "quarantined");
        acts(id, "post-unapplied");
        assertBooks(150_00, 250_00, 100_00, 0);
        assertThat(matches(id, 1, claimId).statusCode()).isEqualTo(200);
        assertBooks(150_00, 110_00, 100_00, 0);
        var refused = matches(id, 2, other);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.jsonPath().getString("detail"))
                .isEqualTo("The claim is paid 140.00: of 250.00 that the payment has for claims (BPR02 150.00 and what"
                        + " PLB takes away) 140.00 is matched, and 110.00 is left");
        assertBooks(150_00, 110_00, 100_00, 0);
        assertThat(practice.claim(other).getString("adjudication")).isEqualTo("none");
        assertThat(task(id)).containsExactly("open");
    }

    /** As it was done before PLB went to its own accounts: BPR02 150.00 is there for claims that are paid 140.00 and 60.00, or less 2.00 of interest. */
    private String unappliedWhole(PayerFiles.Remittance payment, long cents) {
        practice.receives(
                paid(PayerFiles.remittance(trace).on("20260302"), "NOBODYS").text());
        var id = receives(payment, "waiting");
        tenancy.as(practice.organization, () -> {
            ledger.post(List.of(Unapplied.entry(
                            UUID.fromString(id), null, Cents.of(cents), Facts.ON.plusDays(1), "Posted to unapplied")
                    .orElseThrow()));
            deposits.expect(new Announced(
                    UUID.fromString(id), trace, "1999999999", "KEY INSURANCE", Cents.of(cents), Facts.ON.plusDays(1)));
            sql.update("update remittance set state = 'UNAPPLIED' where id = ?", UUID.fromString(id));
            sql.update(
                    "update remittance_claim set posting = 'unapplied' where remittance_id = ?", UUID.fromString(id));
        });
        return id;
    }

    @Test
    void ofWhatWentThereWholePlbIsSetApartSoThatAllOfItsClaimsAreFound() {
        var other = practice.receivesClaim(practice.facts());
        practice.sends(other);
        var id = unappliedWhole(
                paid(
                                paid(PayerFiles.remittance(trace), number),
                                practice.claim(other).getString("claimNumber"))
                        .providerAdjustment("WO", "130"),
                150_00);
        assertBooks(140_00 + 150_00, 140_00 + 150_00, 0, 0);
        assertThat(matches(id, 1, claimId).statusCode()).isEqualTo(200);
        var refused = matches(id, 2, other);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.jsonPath().getString("detail")).contains("10.00 is left", "post-unapplied");
        acts(id, "post-unapplied");
        assertBooks(140_00 + 150_00, 140_00 + 140_00, 130_00, 0);
        assertThat(task(id)).containsExactly("open");
        assertThat(matches(id, 2, other).statusCode()).isEqualTo(200);
        assertBooks(140_00 + 150_00, 140_00, 130_00, 0);
        assertThat(task(id)).containsExactly("met");
        assertThat(acts(id, "post-unapplied", WHY).statusCode()).isEqualTo(409);
        acts(id, "undo");
        assertBooks(140_00, 140_00, 0, 0);
    }

    @Test
    void ofWhatWentThereWholeInterestDoesNotWaitForAClaim() {
        var id = unappliedWhole(paid(PayerFiles.remittance(trace), number).providerAdjustment("L6", "-1.27"), 141_27);
        assertThat(matches(id, 1, claimId).statusCode()).isEqualTo(200);
        assertBooks(140_00 + 141_27, 140_00 + 1_27, 0, 0);
        acts(id, "post-unapplied");
        assertBooks(140_00 + 141_27, 140_00, 0, 1_27);
    }

    /** 140.00 paid for one claim, and as much taken back of another: no money moves, and either may be matched first. */
    @Test
    void whatIsTakenBackPaysForWhatIsPaid() {
        var other = practice.receivesClaim(practice.facts());
        practice.sends(other);
        receives(paid(PayerFiles.remittance(trace), number), "posted");
        var id = receives(
                paid(
                                PayerFiles.remittance(trace).on("20260304"),
                                practice.claim(other).getString("claimNumber"))
                        .claim(number, "22", "-175", "-140", "0", "PCN1")
                        .patient()
                        .with("CAS*CO*45*-35"),
                "waiting");
        acts(id, "post-unapplied");
        assertBooks(140_00, 0, 0, 0);
        assertThat(matches(id, 1, other).statusCode()).isEqualTo(200);
        assertBooks(140_00, -140_00, 0, 0);
        assertThat(matches(id, 2, claimId).statusCode()).isEqualTo(200);
        assertBooks(140_00, 0, 0, 0);
        assertThat(practice.account("insurance-receivable")).isEqualTo(175_00);
        assertThat(practice.claim(claimId).getString("adjudication")).isEqualTo("reversed");
    }
}
