package org.superbill.billing.remittance;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.PayerFiles;
import org.superbill.billing.testing.Practice;

/** What people do with payments: paper, previews, the claim of money that waits, and the way back. */
@QuarkusTest
@BillingStack
class PostingByHandTest extends OfASentClaim {
    private final String trace = "T" + UUID.randomUUID().toString().substring(0, 8);

    private Response acts(String role, String remittance, String action, String body) {
        return practice.request(role)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header(
                        "If-Match",
                        practice.request("poster")
                                .get("/api/v1/remittances/" + remittance)
                                .header("ETag"))
                .contentType("application/json")
                .body(body)
                .post("/api/v1/remittances/" + remittance + "/" + action);
    }

    private String paper(long paymentCents) {
        return """
                {"traceNumber":"%s","originator":"1999999999","payerName":"Key Insurance","payeeNpi":"1234567893","paymentCents":%d,"paymentDate":"2026-03-03",
                "paymentMethod":"CHK","claims":[{"claimNumber":"%s","statusCode":"1","chargeCents":17500,"paidCents":12000,"patientResponsibilityCents":2000,
                "payerClaimNumber":"PCN1","patient":{"lastName":"GARCIA","firstName":"MARIA","memberId":"W123456789"},"lines":[
                {"procedure":"99213","chargeCents":15000,"paidCents":9500,"serviceDate":"2026-03-02","allowedCents":11500,
                "adjustments":[{"group":"CO","carc":"45","amountCents":3500},{"group":"PR","carc":"2","amountCents":2000}]},
                {"procedure":"87070","chargeCents":2500,"paidCents":2500,"serviceDate":"2026-03-02"}]}],
                "providerAdjustments":[{"reason":"L6","reference":"INTEREST","amountCents":-127}]}""".formatted(trace, paymentCents, number);
    }

    @Test
    void paperIsPostedByTheSamePathAndOnce() {
        var preview = practice.posts("poster", "/api/v1/remittances/paper-previews", paper(121_27));
        assertThat(preview.statusCode()).isEqualTo(200);
        assertThat(preview.jsonPath().getString("items[0].outcome")).isEqualTo("posted");
        assertThat(practice.account("cash")).isZero();
        var posted = practice.posts("poster", "/api/v1/remittances", paper(121_27));
        assertThat(posted.statusCode()).isEqualTo(201);
        assertThat(posted.jsonPath().getString("state")).isEqualTo("posted");
        assertThat(posted.jsonPath().getString("source")).isEqualTo("paper");
        assertThat(posted.jsonPath().getString("x12FileId")).isNull();
        assertThat(practice.account("cash")).isEqualTo(121_27);
        assertThat(practice.account("patient-receivable")).isEqualTo(20_00);
        assertThat(practice.account("contractual-adjustment")).isEqualTo(35_00);
        assertThat(practice.account("interest-income")).isEqualTo(-1_27);
        assertThat(practice.claim(claimId).getString("adjudication")).isEqualTo("paid");
        assertThat(practice.posts("poster", "/api/v1/remittances", paper(121_27))
                        .jsonPath()
                        .getString("state"))
                .isEqualTo("duplicate");
        assertThat(practice.account("cash")).isEqualTo(121_27);
    }

    @Test
    void paperThatDoesNotBalanceIsQuarantinedWithItsSums() {
        var posted =
                practice.posts("poster", "/api/v1/remittances", paper(120_00)).jsonPath();
        assertThat(posted.getString("state")).isEqualTo("quarantined");
        assertThat(posted.getString("disagreements[0].code")).isEqualTo("payment-unbalanced");
        assertThat(posted.getString("disagreements[0].expected")).isEqualTo("121.27");
    }

    @Test
    void whoMayNotAndWhatIsNotKnownIsRefused() {
        assertThat(practice.posts("biller", "/api/v1/remittances", paper(121_27))
                        .statusCode())
                .isEqualTo(403);
        assertThat(practice.posts("biller", "/api/v1/remittances/paper-previews", paper(121_27))
                        .statusCode())
                .isEqualTo(403);
        var unknown =
                practice.posts("poster", "/api/v1/remittances", paper(121_27).replace("traceNumber", "trace"));
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.asString()).contains("/trace");
        var broken = practice.request("poster")
                .contentType("application/edi-x12")
                .body("ISA*00*nothing".getBytes())
                .post("/api/v1/remittances/previews");
        assertThat(broken.statusCode()).isEqualTo(422);
        assertThat(broken.jsonPath().getString("type")).endsWith("/remittance-unreadable");
    }

    private PayerFiles.Remittance paid(String of) {
        return PayerFiles.remittance(trace)
                .claim(of, "1", "175", "140", "35", "PCN1")
                .with("CAS*PR*2*35")
                .with("NM1*QC*1*SOMEBODY*ELSE****MI*X1");
    }

    @Test
    void moneyThatWaitsIsPostedToTheClaimThatAPersonNames() {
        var remittance = practice.receives(paid("OLD-1").text()).getString("outcomes[0].id");
        assertThat(practice.account("unapplied-cash")).isEqualTo(-140_00);
        assertThat(practice.get("/api/v1/unapplied-claims").getList("items.claimNumber"))
                .containsExactly("OLD-1");
        var match = "{\"claimId\":\"%s\",\"reason\":\"The number of the former system\"}".formatted(claimId);
        assertThat(acts("biller", remittance, "claims/1/match", match).statusCode())
                .isEqualTo(403);
        assertThat(acts("poster", remittance, "claims/2/match", match).statusCode())
                .isEqualTo(409);
        var differs = acts("poster", remittance, "claims/1/match", match);
        assertThat(differs.statusCode()).isEqualTo(409);
        assertThat(differs.jsonPath().getString("detail"))
                .startsWith("the payment names another patient, by another member number: ");
        assertThat(practice.account("unapplied-cash")).isEqualTo(-140_00);
        match = match.replace("}", ",\"despiteDifferences\":true}");
        var answer = acts("poster", remittance, "claims/1/match", match);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getString("claims[0].matchedBy")).isEqualTo("person");
        assertThat(practice.account("unapplied-cash")).isZero();
        assertThat(practice.account("cash")).isEqualTo(140_00);
        assertThat(practice.account("patient-receivable")).isEqualTo(35_00);
        assertThat(practice.claim(claimId).getString("adjudication")).isEqualTo("paid");
        assertThat(acts("poster", remittance, "claims/1/match", match).statusCode())
                .isEqualTo(409);
        assertThat(practice.get("/api/v1/unapplied-claims").getList("items")).isEmpty();
    }

    @Test
    void moneyOfAnotherChargeAndOtherLinesIsNotMatchedUnlessItIsMeant() {
        var remittance = practice.receives(PayerFiles.remittance(trace)
                        .claim("OLD-1", "1", "190", "190", "0", "PCN1")
                        .patient()
                        .line("99214", "165", "165", "")
                        .line("87070", "25", "25", "")
                        .text())
                .getString("outcomes[0].id");
        var answer = acts(
                "poster",
                remittance,
                "claims/1/match",
                "{\"claimId\":\"%s\",\"reason\":\"It looks alike\"}".formatted(claimId));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.jsonPath().getString("detail"))
                .startsWith("its charge is 190.00, and the claim's is 175.00; the claim has no line 99214 of 165.00: ");
        assertThat(practice.account("unapplied-cash")).isEqualTo(-190_00);
    }

    @Test
    void noSecondPaymentIsMatchedWithAClaimThatIsPaid() {
        practice.receives(PayerFiles.remittance(trace + "A")
                .claim(number, "1", "175", "175", "0", "PCN1")
                .patient()
                .text());
        var remittance = practice.receives(paid("OLD-1").text()).getString("outcomes[0].id");
        var answer = acts(
                "poster",
                remittance,
                "claims/1/match",
                "{\"claimId\":\"%s\",\"reason\":\"It looks alike\"}".formatted(claimId));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.jsonPath().getString("type")).endsWith("/remittance-match-doubtful");
        assertThat(practice.account("unapplied-cash")).isEqualTo(-140_00);
    }

    @Test
    void whatWaitsIsFoundWhenItsClaimIsSentLater() {
        var facts = factsOfLater();
        practice.receives(paymentOfLater(trace));
        assertThat(practice.account("unapplied-cash")).isEqualTo(-175_00);
        var later = practice.receivesClaim(facts);
        practice.sends(later);
        var found = practice.posts("poster", "/api/v1/unapplied-claims/search", "{}");
        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(found.jsonPath().getInt("matched")).isEqualTo(1);
        assertThat(practice.account("unapplied-cash")).isZero();
        assertThat(practice.claim(later).getString("adjudication")).isEqualTo("paid");
    }

    @Test
    void anUndonePostingLeavesNothingButItsReason() {
        practice.receives(PayerFiles.remittance(trace)
                .claim(number, "1", "175", "100", "20", "PCN1")
                .patient()
                .line("99213", "150", "75", number + "L1", "CO*45*30", "PR*2*20", "CO*16*25")
                .line("87070", "25", "25", number + "L2")
                .text());
        var remittance = practice.get("/api/v1/remittances").getString("items[0].id");
        var why = "{\"reason\":\"Posted to the wrong clinic\"}";
        assertThat(acts("biller", remittance, "undo", why).statusCode()).isEqualTo(403);
        var undone = acts("poster", remittance, "undo", why);
        assertThat(undone.statusCode()).isEqualTo(200);
        assertThat(undone.jsonPath().getList("claims.posting")).containsExactly("undone");
        for (var account : List.of("cash", "contractual-adjustment", "patient-receivable")) {
            assertThat(practice.account(account)).as(account).isZero();
        }
        assertThat(practice.account("insurance-receivable")).isEqualTo(175_00);
        assertThat(practice.claim(claimId).getString("adjudication")).isEqualTo("needs-review");
        assertThat(practice.get("/api/v1/denials?claimId=" + claimId).getList("items.state"))
                .containsExactly("taken-back");
        assertThat(practice.get("/api/v1/ledger/entries?remittanceId=" + remittance)
                        .getList("items.memo"))
                .contains("Posted to the wrong clinic");
        assertThat(acts("poster", remittance, "undo", why).statusCode()).isEqualTo(409);
    }

    @Test
    void whatIsUndoneWasDecidedOfTheVersionThatWasPaidAndNotOfItsCorrection() {
        practice.receives(PayerFiles.remittance(trace)
                .claim(number, "1", "175", "100", "0", "PCN1")
                .patient()
                .line("99213", "150", "75", number + "L1", "CO*16*75")
                .line("87070", "25", "25", number + "L2")
                .text());
        practice.acts(claimId, "correct", "{}", 200);
        practice.sends(claimId);
        var remittance = practice.get("/api/v1/remittances").getString("items[0].id");
        assertThat(acts("poster", remittance, "undo", "{\"reason\":\"Another clinic's\"}")
                        .statusCode())
                .isEqualTo(200);
        var claim = practice.claim(claimId);
        assertThat(claim.getInt("version")).isEqualTo(2);
        assertThat(claim.getString("transport")).isEqualTo("sent");
        assertThat(claim.getString("adjudication")).isEqualTo("needs-review");
        assertThat(practice.account("insurance-receivable")).isEqualTo(175_00);
    }

    @Test
    void whatSomethingLaterBuildsOnIsNotUndone() {
        practice.receives(PayerFiles.remittance(trace)
                .claim(number, "1", "175", "175", "0", "PCN1")
                .patient()
                .text());
        practice.receives(PayerFiles.remittance(trace + "R")
                .claim(number, "22", "-175", "-175", "0", "PCN1")
                .patient()
                .text());
        var remittances = practice.get("/api/v1/remittances").getList("items.id", String.class);
        var why = "{\"reason\":\"A mistake\"}";
        assertThat(acts("poster", remittances.get(0), "undo", why).statusCode()).isEqualTo(409);
        assertThat(acts("poster", remittances.get(1), "undo", why).statusCode()).isEqualTo(200);
        assertThat(practice.account("cash")).isEqualTo(175_00);
        assertThat(acts("poster", remittances.get(0), "undo", why).statusCode()).isEqualTo(200);
        assertThat(practice.account("cash")).isZero();
    }

    @Test
    void thePublishedManagedCareExampleIsPosted() throws Exception {
        var published = Path.of(System.getProperty(
                        "superbill.shared", System.getProperty("superbill.root") + "/../shared/data"))
                .resolve("x12/835_005010X221A1/managed-care.835");
        Assumptions.assumeTrue(Files.exists(published), "skipped: the published example is not there");
        var file = practice.receives(Files.readString(published)
                .replace("20002316", "20020316")
                .replace("XX*5544667733", "XX*1234567893")); // to another payee it would wait
        assertThat(file.getList("outcomes.result")).containsExactly("posted");
        assertThat(practice.account("cash")).isEqualTo(945_00);
        assertThat(practice.account("unapplied-cash")).isEqualTo(-(450_00 + 495_00));
    }

    @Test
    void whatALaterPayerHasWrittenOffFollowsTheUndoingOfAnEarlierOne() {
        var facts = practice.facts();
        facts.nextPayer();
        var claim = practice.receivesClaim(facts);
        practice.sends(claim);
        var ours = practice.claim(claim).getString("claimNumber");
        var later = practice.receives(Scenario.file(
                "835 / BY LOCK INSURANCE / CLP 2 175 18 0 / SVC 99213 150 18 L1 OA-23=75 CO-45=57 / SVC 87070 25 0 L2 OA-23=25",
                ours));
        assertThat(practice.account("contractual-adjustment")).isZero();
        var first = practice.receives(Scenario.file(
                "835 / CLP 1 175 100 30 / SVC 99213 150 75 L1 CO-45=45 PR-2=30 / SVC 87070 25 25 L2", ours));
        assertThat(practice.account("contractual-adjustment")).isEqualTo(57_00);

        var reason = "{\"reason\":\"It is of another practice\"}";
        assertThat(acts("poster", first.getString("outcomes[0].id"), "undo", reason)
                        .statusCode())
                .isEqualTo(200);
        assertThat(practice.account("contractual-adjustment")).isZero();
        assertThat(practice.account("cash")).isEqualTo(18_00);
        assertThat(acts("poster", later.getString("outcomes[0].id"), "undo", reason)
                        .statusCode())
                .isEqualTo(200);
        assertThat(practice.account("cash")).isZero();
        assertThat(practice.account("contractual-adjustment")).isZero();
        assertThat(practice.account("insurance-receivable")).isEqualTo(2 * 175_00);
    }

    @Test
    void manySmallAndLargePaymentsOfAFileAreReadOneAfterTheOther() {
        var payments = new PayerFiles.Remittance[3];
        for (var i = 0; i < payments.length; i++) {
            payments[i] = PayerFiles.remittance(trace + i);
            for (var claim = 0; claim < (i == 1 ? 4_500 : 3); claim++) {
                payments[i]
                        .claim("UNKNOWN" + claim, "1", "10", "10", "0", "P" + claim)
                        .patient();
            }
        }
        var file = practice.receives(PayerFiles.file(payments));
        assertThat(file.getList("outcomes.result")).containsExactly("posted", "posted", "posted");
        assertThat(practice.account("cash")).isEqualTo(4_506 * 10_00);
        var again = new Practice(events);
        assertThat(again.get("/api/v1/remittances").getList("items")).isEmpty();
    }
}
