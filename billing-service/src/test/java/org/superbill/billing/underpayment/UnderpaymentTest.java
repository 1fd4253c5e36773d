package org.superbill.billing.underpayment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.AgreedTerms;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.Facts;
import org.superbill.billing.testing.PayerFiles;
import org.superbill.billing.testing.Practice;
import org.superbill.servicekit.testing.TestEvents;

/** A contract says 120.00 for 99213: what is allowed below that is a case, and nothing else is. */
@QuarkusTest
@BillingStack
class UnderpaymentTest {
    private TestEvents events;
    private Practice practice;
    private String claimId;
    private String number;

    @BeforeEach
    void aClaimWasSent() {
        events = TestEvents.open();
        practice = new Practice(events);
        var facts = practice.facts();
        claimId = practice.receivesClaim(facts);
        agrees(facts);
        isSent();
    }

    private void agrees(Facts facts) {
        assertThat(practice.request("billing-manager")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .contentType("application/json")
                        .body("""
                                {"payerId":"%s","name":"Key Insurance 2026","effectiveFrom":"2026-01-01","terms":{},
                                "rates":[{"procedureCode":"99213","amountCents":12000}]}""".formatted(facts.payer.payerId()))
                        .post("/api/v1/payer-contracts")
                        .statusCode())
                .isEqualTo(201);
    }

    private void isSent() {
        practice.sends(claimId);
        number = practice.claim(claimId).getString("claimNumber");
    }

    @AfterEach
    void close() {
        events.close();
    }

    /** @return the payment */
    private String remits(String paid, String line, String... adjustments) {
        return practice.receives(
                        PayerFiles.remittance("T" + UUID.randomUUID().toString().substring(0, 8))
                                .claim(number, "1", "175", paid, "0", "PCN1")
                                .patient()
                                .line("99213", "150", line, number + "L1", adjustments)
                                .line("87070", "25", "25", number + "L2")
                                .text())
                .getString("outcomes[0].id");
    }

    /** What 110.00 of 150.00 were allowed for. @return the payment */
    private String takesBack() {
        return practice.receives(
                        PayerFiles.remittance("T" + UUID.randomUUID().toString().substring(0, 8))
                                .claim(number, "22", "-175", "-135", "0", "PCN1")
                                .patient()
                                .line("99213", "-150", "-110", number + "L1", "CO*45*-40")
                                .line("87070", "-25", "-25", number + "L2")
                                .text())
                .getString("outcomes[0].id");
    }

    private void undoes(String remittance) {
        practice.undoes(remittance).then().statusCode(200);
    }

    private int cases() {
        return practice.get("/api/v1/underpayments?claimId=" + claimId)
                .getList("items")
                .size();
    }

    @Test
    void aCentBelowTheContractIsACaseWithItsAmount() {
        remits("144.99", "119.99", "CO*45*30.01");
        var found = practice.get("/api/v1/underpayments?state=open");
        assertThat(found.getList("items")).hasSize(1);
        assertThat(found.getLong("items[0].expectedCents")).isEqualTo(120_00);
        assertThat(found.getLong("items[0].allowedCents")).isEqualTo(119_99);
        assertThat(found.getLong("items[0].shortfallCents")).isEqualTo(1);
        assertThat(found.getInt("items[0].lineNumber")).isEqualTo(1);
    }

    @Test
    void whatTheContractSaysIsNone() {
        remits("145", "120", "CO*45*30");
        assertThat(cases()).isZero();
    }

    @Test
    void thePatientsPartAndSequestrationComeOffWhatIsAllowed() {
        remits("122.60", "97.60", "CO*45*30", "PR*2*20", "CO*253*2.40");
        assertThat(cases()).isZero();
    }

    @Test
    void whatAPaymentTakesBackAndDecidesAnewIsJudgedAlone() {
        practice.receives(PayerFiles.remittance("C" + number)
                .claim(number, "1", "175", "105", "0", "PCN1")
                .patient()
                .line("99213", "150", "80", number + "L1", "CO*45*70")
                .line("87070", "25", "25", number + "L2")
                .claim(number, "22", "-175", "-105", "0", "PCN1")
                .patient()
                .line("99213", "-150", "-80", number + "L1", "CO*45*-70")
                .line("87070", "-25", "-25", number + "L2")
                .claim(number, "1", "175", "85", "0", "PCN1")
                .patient()
                .line("99213", "150", "60", number + "L1", "CO*45*90")
                .line("87070", "25", "25", number + "L2")
                .text());
        assertThat(practice.get("/api/v1/underpayments?claimId=" + claimId).getList("items.allowedCents"))
                .containsExactly(60_00);
    }

    @Test
    void thePartThatIsTakenBackIsNotTheOneThatWasPaidTooLittle() {
        practice.receives(PayerFiles.remittance("A" + number)
                .claim(number, "1", "150", "100", "0", "PCN1")
                .patient()
                .line("99213", "150", "100", number + "L1", "CO*45*50")
                .claim(number, "1", "25", "25", "0", "PCN1")
                .patient()
                .line("87070", "25", "25", number + "L2")
                .text());
        practice.receives(PayerFiles.remittance("B" + number)
                .claim(number, "22", "-25", "-25", "0", "PCN1")
                .patient()
                .line("87070", "-25", "-25", number + "L2")
                .text());
        assertThat(practice.get("/api/v1/underpayments?state=open&claimId=" + claimId)
                        .getList("items.allowedCents"))
                .containsExactly(100_00);
    }

    /** Its payer takes one line on each claim, and neither corrections nor voids. */
    @Test
    void nothingWasPaidTooLittleOfAPartWhileTheCodingLeavesItEmpty() {
        var culture = Facts.line(1, "87070", 25_00);
        var visit = Facts.line(2, "99213", 150_00);
        var facts = practice.facts()
                .acceptsCorrectedClaims(false)
                .terms(new AgreedTerms().mostLines(1))
                .lines(culture, visit);
        practice.receivesClaim(facts);
        agrees(facts);
        var ids = "/api/v1/claims?encounterId=" + facts.encounter.encounterId();
        await().atMost(Duration.ofSeconds(120))
                .until(() -> practice.get(ids).getList("items.id").size() == 2);
        claimId = practice.get(ids).getString("items[1].id");
        isSent();
        practice.receives(PayerFiles.remittance("A" + number)
                .claim(number, "1", "150", "80", "0", "PCN1")
                .patient()
                .line("99213", "150", "80", number + "L2", "CO*45*70")
                .text());
        assertThat(open()).containsExactly(80_00);
        events.publish(practice.organization, facts.codingVersion(2).lines(culture).encounter);
        practice.awaits(claimId, "voided", "true");
        assertThat(open()).isEmpty();
        assertThat(practice.get("/api/v1/underpayments?claimId=" + claimId).getString("items[0].decisionReason"))
                .startsWith("The encounter was voided");
        practice.receives(PayerFiles.remittance("B" + number)
                .claim(number, "22", "-150", "-80", "0", "PCN1")
                .patient()
                .line("99213", "-150", "-80", number + "L2", "CO*45*-70")
                .claim(number, "1", "150", "60", "0", "PCN1")
                .patient()
                .line("99213", "150", "60", number + "L2", "CO*45*90")
                .text());
        assertThat(open()).isEmpty();
        events.publish(practice.organization, facts.codingVersion(3).lines(culture, visit).encounter);
        practice.awaits(claimId, "voided", "false");
        assertThat(open()).containsExactly(60_00);
    }

    private List<Integer> open() {
        return practice.get("/api/v1/underpayments?state=open&claimId=" + claimId)
                .getList("items.allowedCents");
    }

    @Test
    void aRefusalIsADenialAndNoUnderpayment() {
        remits("25", "0", "CO*16*150");
        assertThat(cases()).isZero();
    }

    @Test
    void whatThePayerTakesBackIsWithdrawnAndAPersonSettlesTheRest() {
        remits("135", "110", "CO*45*40");
        var id = practice.get("/api/v1/underpayments").getString("items[0].id");
        assertThat(decides("front-desk", id, "dispute").statusCode()).isEqualTo(403);
        assertThat(decides("biller", id, "dispute").jsonPath().getString("state"))
                .isEqualTo("disputed");
        takesBack();
        assertThat(practice.get("/api/v1/underpayments/" + id).getString("state"))
                .isEqualTo("withdrawn");
        assertThat(decides("biller", id, "accept").statusCode()).isEqualTo(409);
        assertThat(new Practice(events)
                        .request("biller")
                        .get("/api/v1/underpayments/" + id)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void itIsTheCaseThatItWasAgainWhenThePostingThatWithdrewItIsUndone() {
        remits("135", "110", "CO*45*40");
        var id = practice.get("/api/v1/underpayments").getString("items[0].id");
        undoes(takesBack());
        assertThat(practice.get("/api/v1/underpayments/" + id).getString("state"))
                .isEqualTo("open");
        assertThat(practice.get("/api/v1/underpayments/" + id).getString("decidedAt"))
                .isNull();
        decides("biller", id, "dispute");
        var disputed = practice.get("/api/v1/underpayments/" + id).getString("decidedAt");
        undoes(takesBack());
        var again = practice.get("/api/v1/underpayments/" + id);
        assertThat(again.getString("state")).isEqualTo("disputed");
        assertThat(again.getString("decidedAt")).isEqualTo(disputed);
        assertThat(decides("biller", id, "recover").statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsWithdrawnWithItsOwnPostingStaysWithdrawn() {
        undoes(remits("135", "110", "CO*45*40"));
        assertThat(practice.get("/api/v1/underpayments?claimId=" + claimId).getList("items.state"))
                .containsExactly("withdrawn");
    }

    private Response decides(String role, String id, String step) {
        return practice.request(role)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header(
                        "If-Match",
                        practice.request("biller")
                                .get("/api/v1/underpayments/" + id)
                                .header("ETag"))
                .contentType("application/json")
                .body("{\"reason\":\"The contract of January\"}")
                .post("/api/v1/underpayments/" + id + "/" + step);
    }
}
