package org.superbill.billing.refund;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.PayerFiles;
import org.superbill.billing.testing.Practice;
import org.superbill.servicekit.testing.TestEvents;
import org.superbill.stack.FixedDay;
import org.superbill.stack.LocalPostgres;

/** A payer has paid 10.00 too much and asks for it on paper; everything is zero again when its remittance says that it has come. */
@QuarkusTest
@BillingStack
class RefundTest {
    private static final String WHY = "{\"reason\":\"Paid above the contract\"}";

    LocalPostgres postgres;

    private TestEvents events;
    private Practice practice;
    private String claimId;
    private String number;

    @BeforeEach
    void aClaimWasPaidTooMuch() {
        events = TestEvents.open();
        practice = new Practice(events);
        claimId = practice.receivesClaim(practice.facts());
        practice.sends(claimId);
        number = practice.claim(claimId).getString("claimNumber");
        practice.receives(paid("185", "160", "10"));
        assertThat(practice.account("insurance-receivable")).isZero();
    }

    @AfterEach
    void theBooksAreCoherent() {
        assertThat(practice.booksAreCoherent()).isTrue();
        assertThat(practice.get("/api/v1/ledger/verification").getList("checks.findAll { !it.holds }"))
                .isEmpty();
        events.close();
    }

    private String paid(String paid, String line, String above) {
        return remittance()
                .claim(number, "1", "175", paid, "0", "PCN1")
                .patient()
                .line("99213", "150", line, number + "L1", "CO*94*-" + above)
                .line("87070", "25", "25", number + "L2")
                .text();
    }

    private static PayerFiles.Remittance remittance() {
        return PayerFiles.remittance("T" + UUID.randomUUID().toString().substring(0, 8));
    }

    private String requested() {
        var answer = practice.posts("poster", "/api/v1/refunds", """
                {"claimId":"%s","to":"payer","amountCents":1000,"payerReference":"L-77","payerClaimNumber":"PCN1","reason":"Paid above the contract",
                "requestedOn":"2026-04-01","dueOn":"2026-05-01"}""".formatted(claimId));
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.jsonPath().getString("state")).isEqualTo("requested");
        return answer.jsonPath().getString("id");
    }

    private Response acts(String role, String refund, String action, String body) {
        return practice.request(role)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header(
                        "If-Match",
                        practice.request("poster")
                                .get("/api/v1/refunds/" + refund)
                                .header("ETag"))
                .contentType("application/json")
                .body(body)
                .post("/api/v1/refunds/" + refund + "/" + action);
    }

    private void acted(String role, String refund, String action, String body) {
        assertThat(acts(role, refund, action, body).statusCode()).as(action).isEqualTo(200);
    }

    @Test
    void whatIsSentBackIsAcknowledgedByThePayersRemittance() {
        var refund = requested();
        assertThat(practice.account("refunds-payable")).isZero();
        acted("billing-manager", refund, "approve", WHY);
        assertThat(practice.account("refunds-payable")).isEqualTo(-10_00);
        assertThat(practice.account("insurance-receivable")).isEqualTo(10_00);
        acted("poster", refund, "pay", "{\"checkNumber\":\"20417\",\"paidOn\":\"2026-04-10\"}");
        assertThat(practice.account("refunds-payable")).isZero();
        assertThat(practice.get("/api/v1/expected-payments").getList("items.amountCents"))
                .contains(-10_00);

        var correction = practice.receives(remittance()
                .claim(number, "22", "-175", "-185", "0", "PCN1")
                .patient()
                .line("99213", "-150", "-160", number + "L1", "CO*94*10")
                .line("87070", "-25", "-25", number + "L2")
                .claim(number, "1", "175", "175", "0", "PCN1")
                .patient()
                .line("99213", "150", "150", number + "L1")
                .line("87070", "25", "25", number + "L2")
                .with("PLB*1234567893*20261231*72:PCN1*-10")
                .paying("0")
                .text());
        assertThat(correction.getString("outcomes[0].result")).isEqualTo("posted");
        assertThat(practice.get("/api/v1/refunds/" + refund).getString("state")).isEqualTo("acknowledged");
        assertThat(practice.account("insurance-receivable")).isZero();
        assertThat(practice.account("refunds-payable")).isZero();
        assertThat(practice.account("cash")).isEqualTo(175_00);
    }

    /** The payer has paid 185.00. */
    @Test
    void byALetterNoMoreGoesBackThanThePayerHasPaidAndNotGotBack() {
        var letter = """
                {"claimId":"%s","to":"payer","amountCents":%d,"payerReference":"%s","reason":"Paid above the contract","requestedOn":"2026-04-08"}""";
        var tooMuch = practice.posts("poster", "/api/v1/refunds", letter.formatted(claimId, 185_01, "L-1"))
                .jsonPath()
                .getString("id");
        var refused = acts("billing-manager", tooMuch, "approve", WHY);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().getString("type")).endsWith("/refund-above-credit");
        acted("billing-manager", requested(), "approve", WHY); // 10.00
        var rest = practice.posts("poster", "/api/v1/refunds", letter.formatted(claimId, 175_01, "L-2"))
                .jsonPath()
                .getString("id");
        assertThat(acts("billing-manager", rest, "approve", WHY).statusCode()).isEqualTo(422);
        var within = practice.posts("poster", "/api/v1/refunds", letter.formatted(claimId, 175_00, "L-3"))
                .jsonPath()
                .getString("id");
        acted("billing-manager", within, "approve", WHY);
        assertThat(practice.account("refunds-payable")).isEqualTo(-185_00);
    }

    @Test
    void whatWasSentBackAboveWhatWasPaidBeforeItWasAskedIsFound() throws SQLException {
        var refund = requested();
        acted("billing-manager", refund, "approve", WHY);
        var change = "update refund set amount_cents = %d where id = '" + refund + "'";
        try (var owner = postgres.connect("billing", "billing_owner");
                var statement = owner.createStatement()) {
            statement.execute(change.formatted(185_01));
            assertThat(practice.get("/api/v1/ledger/verification")
                            .getList("checks.find { it.rule == 'records-agree' }.findings.explanation", String.class))
                    .anyMatch(words -> words.startsWith("refunds of 18501 are approved or sent")
                            && words.endsWith("and it has paid 18500"));
            statement.execute(change.formatted(10_00));
        }
    }

    @Test
    void whatWasApprovedAndWithdrawnIsReversed() {
        var refund = requested();
        acted("billing-manager", refund, "approve", WHY);
        acted("poster", refund, "withdraw", WHY);
        assertThat(practice.account("refunds-payable")).isZero();
        assertThat(practice.account("insurance-receivable")).isZero();
        assertThat(acts("billing-manager", refund, "approve", WHY).statusCode()).isEqualTo(409);
    }

    private String running(String refund) {
        return practice.get("/api/v1/deadlines?kind=refund")
                .getString("items.find { it.subjectId == '%s' && it.closedAt == null }.dueOn".formatted(refund));
    }

    @Test
    void untilItIsPaidOrDisputedARefundIsSomebodysToReturnInTime() {
        var refund = requested();
        assertThat(running(refund)).isEqualTo("2026-05-01");
        acted("billing-manager", refund, "dispute", WHY);
        assertThat(running(refund)).isNull();
        acted("billing-manager", refund, "approve", WHY);
        assertThat(running(refund)).isEqualTo("2026-05-01");
        acted("poster", refund, "pay", "{\"checkNumber\":\"20417\",\"paidOn\":\"2026-04-10\"}");
        assertThat(running(refund)).isNull();
    }

    @Test
    void oneCreditIsNotSentBackTwice() {
        var other = practice.receivesClaim(practice.facts());
        practice.sends(other);
        practice.posts("biller", "/api/v1/ledger/adjustments", """
                {"kind":"write-off-insurance","reason":"our-error","claimId":"%s","amountCents":1000}""".formatted(other))
                .then()
                .statusCode(201);
        practice.receives(remittance()
                .claim(practice.claim(other).getString("claimNumber"), "1", "175", "175", "0", "PCN2")
                .patient()
                .text());
        var credit = """
                {"claimId":"%s","to":"payer","amountCents":1000,"reason":"Credit","requestedOn":"2026-04-01"}""".formatted(other);
        assertThat(creditDue(other, "open"))
                .isEqualTo(FixedDay.DATE.plusDays(60).toString());
        var one = practice.posts("poster", "/api/v1/refunds", credit).jsonPath().getString("id");
        var two = practice.posts("poster", "/api/v1/refunds", credit).jsonPath().getString("id");
        assertThat(running(one)).isEqualTo("2026-05-31"); // sixty days
        acted("billing-manager", one, "approve", WHY);
        assertThat(creditDue(other, "open")).isNull();
        assertThat(creditDue(other, "met")).isNotNull();
        var refused = acts("billing-manager", two, "approve", WHY);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().getString("type")).endsWith("/refund-above-credit");
        acted("billing-manager", two, "withdraw", WHY);
        acted("billing-manager", one, "withdraw", WHY);
        assertThat(practice.account("insurance-receivable")).isEqualTo(-10_00);
        assertThat(creditDue(other, "open")).as("it is there again").isNotNull();
    }

    private String creditDue(String claim, String state) {
        return practice.get("/api/v1/deadlines?kind=credit-balance&state=%s&subjectId=%s".formatted(state, claim))
                .getString("items[0].dueOn");
    }

    @Test
    void aRefundIsDueNoLaterThanTheCreditThatItReturns() {
        assertThat(creditDue(claimId, "open")).isNull();
        overpaid();
        var due = creditDue(claimId, "open");
        assertThat(due).isEqualTo(FixedDay.DATE.plusDays(60).toString());
        var refund = practice.posts("poster", "/api/v1/refunds", """
                {"claimId":"%s","to":"payer","amountCents":1000,"reason":"Credit","requestedOn":"%s"}""".formatted(claimId, FixedDay.DATE.plusDays(30)));
        assertThat(running(refund.jsonPath().getString("id"))).isEqualTo(due);
    }

    @Test
    void aLetterThatComesTwiceIsAnsweredOnce() {
        var first = requested();
        var letter = """
                {"claimId":"%s","to":"payer","amountCents":1000,"payerReference":"%s","reason":"Paid above the contract","requestedOn":"2026-04-08"}""";
        var again = practice.posts("poster", "/api/v1/refunds", letter.formatted(claimId, "L-77"));
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.jsonPath().getString("type")).endsWith("/refund-duplicate");
        assertThat(practice.posts("poster", "/api/v1/refunds", letter.formatted(claimId, "L-78"))
                        .statusCode())
                .isEqualTo(201);
        acted("billing-manager", first, "withdraw", WHY);
        assertThat(practice.posts("poster", "/api/v1/refunds", letter.formatted(claimId, "L-77"))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void theFirstPayersMoneyGoesBackToTheFirstPayerAlsoWhenAnotherOneWasBilledSince() {
        var facts = practice.facts().nextPayer();
        var claim = practice.receivesClaim(facts);
        practice.sends(claim);
        practice.receives(remittance()
                .claim(practice.claim(claim).getString("claimNumber"), "1", "175", "140", "35", "PCN3")
                .with("CAS*PR*2*35")
                .patient()
                .text());
        practice.acts(claim, "bill-next-payer", "{}", 200);
        practice.sends(claim);
        var letter = """
                {"claimId":"%s","to":"payer","payerId":"%s","amountCents":2000,"payerReference":"L-9","reason":"Paid twice","requestedOn":"2026-04-08"}""";
        var stranger = practice.posts("poster", "/api/v1/refunds", letter.formatted(claim, UUID.randomUUID()));
        assertThat(stranger.statusCode()).isEqualTo(400);
        assertThat(stranger.jsonPath().getString("errors[0].pointer")).isEqualTo("/payerId");
        var refund = practice.posts("poster", "/api/v1/refunds", letter.formatted(claim, facts.payer.payerId()));
        assertThat(refund.statusCode()).isEqualTo(201);
        acted("billing-manager", refund.jsonPath().getString("id"), "approve", WHY);
        assertThat(practice.get("/api/v1/ledger/accounts/insurance-receivable/sub-accounts?by=payer")
                        .getMap("items.collectEntries { [it.payerId, it.balanceCents] }"))
                .containsEntry(facts.payer.payerId().toString(), 20_00)
                .containsEntry(String.valueOf(facts.nextPayer.payerId()), 35_00);
    }

    @Test
    void withoutALetterNoMoreIsSentBackThanTheCredit() {
        var answer = practice.posts("poster", "/api/v1/refunds", """
                {"claimId":"%s","to":"patient","amountCents":1,"reason":"Credit","requestedOn":"2026-04-01"}""".formatted(claimId));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.jsonPath().getString("type")).endsWith("/refund-above-credit");
        var unknown = practice.posts("poster", "/api/v1/refunds", """
                {"claimId":"%s","to":"payer","amountCents":1,"reason":"Credit","requestedOn":"2026-04-01"}""".formatted(UUID.randomUUID()));
        assertThat(unknown.jsonPath().getString("type")).endsWith("/refund-claim-not-found");
    }

    @Test
    void whatAPayerHasReversedAndNotTakenIsSentBackOnce() {
        practice.receives(remittance()
                .claim(number, "22", "-175", "-185", "0", "PCN1")
                .patient()
                .line("99213", "-150", "-160", number + "L1", "CO*94*10")
                .line("87070", "-25", "-25", number + "L2")
                .claim(number, "1", "175", "175", "0", "PCN1")
                .patient()
                .line("99213", "150", "150", number + "L1")
                .line("87070", "25", "25", number + "L2")
                .with("PLB*1234567893*20261231*WO:PCN1*-10")
                .paying("0")
                .text());
        assertThat(practice.account("recoupment")).isEqualTo(-10_00);
        var back = """
                {"claimId":"%s","to":"payer","amountCents":%d,"against":"recoupment","payerClaimNumber":"%s","reason":"Reversed","requestedOn":"2026-04-01"}""";
        assertThat(practice.posts("poster", "/api/v1/refunds", back.formatted(claimId, 10_01, "PCN1"))
                        .jsonPath()
                        .getString("type"))
                .endsWith("/refund-above-credit");
        assertThat(practice.posts("poster", "/api/v1/refunds", back.formatted(claimId, 10_00, "PCN2"))
                        .statusCode())
                .as("of another reference there is nothing")
                .isEqualTo(422);
        var one = practice.posts("poster", "/api/v1/refunds", back.formatted(claimId, 10_00, "PCN1"))
                .jsonPath()
                .getString("id");
        var two = practice.posts("poster", "/api/v1/refunds", back.formatted(claimId, 10_00, "PCN1"))
                .jsonPath()
                .getString("id");
        acted("billing-manager", one, "approve", WHY);
        assertThat(practice.account("recoupment")).isZero();
        assertThat(acts("billing-manager", two, "approve", WHY).statusCode()).isEqualTo(422);
    }

    @Test
    void whatComesBackIsOwedStillAndCanBeSentAgain() {
        var refund = requested();
        acted("billing-manager", refund, "approve", WHY);
        acted("poster", refund, "pay", "{\"checkNumber\":\"20417\",\"paidOn\":\"2026-04-10\"}");
        assertThat(running(refund)).isNull();
        acted("poster", refund, "return", "{\"reason\":\"The check was stopped\"}");
        assertThat(practice.get("/api/v1/refunds/" + refund).getString("state")).isEqualTo("approved");
        assertThat(running(refund)).isEqualTo("2026-05-01");
        assertThat(practice.account("refunds-payable")).isEqualTo(-10_00);
        assertThat(practice.account("cash")).isEqualTo(185_00);
        assertThat(practice.get("/api/v1/expected-payments").getList("items.amountCents"))
                .doesNotContain(-10_00);
        assertThat(acts("poster", refund, "return", WHY).statusCode()).isEqualTo(409);
        acted("poster", refund, "pay", "{\"checkNumber\":\"20418\",\"paidOn\":\"2026-04-20\"}");
        assertThat(practice.get("/api/v1/expected-payments").getList("items.traceNumber"))
                .contains("20418")
                .doesNotContain("20417");
        assertThat(practice.account("cash")).isEqualTo(175_00);
    }

    @Test
    void aPostingIsNotUndoneUnderARefundThatIsApproved() {
        var refund = requested();
        acted("billing-manager", refund, "approve", WHY);
        var remittance = practice.get("/api/v1/remittances").getString("items[0].id");
        assertThat(undoes(remittance).jsonPath().getString("detail"))
                .isEqualTo(
                        "A refund of 10.00 is approved for claim %s: it has to be withdrawn first".formatted(claimId));
        acted("poster", refund, "pay", "{\"checkNumber\":\"20417\",\"paidOn\":\"2026-04-10\"}");
        undoes(remittance).then().statusCode(200);
        assertThat(practice.get("/api/v1/claims/" + claimId + "/history")
                        .getList("steps.detail")
                        .toString())
                .contains("was undone; a refund of 10.00 has left for it");
        assertThat(practice.account("insurance-receivable")).isEqualTo(185_00);
    }

    private Response undoes(String remittance) {
        return practice.request("billing-manager")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header(
                        "If-Match",
                        practice.request("biller")
                                .get("/api/v1/remittances/" + remittance)
                                .header("ETag"))
                .contentType("application/json")
                .body(WHY)
                .post("/api/v1/remittances/" + remittance + "/undo");
    }

    private void overpaid() {
        practice.receives(remittance()
                .claim(number, "22", "-175", "-185", "0", "PCN1")
                .patient()
                .line("99213", "-150", "-160", number + "L1", "CO*94*10")
                .line("87070", "-25", "-25", number + "L2")
                .claim(number, "1", "175", "185", "0", "PCN1")
                .patient()
                .line("99213", "150", "160", number + "L1", "OA*23*-10")
                .line("87070", "25", "25", number + "L2")
                .text());
    }

    @Test
    void aCreditOfAPayerIsListedWithWhoPaidIt() {
        overpaid();
        var credits = practice.get("/api/v1/credit-balances");
        assertThat(credits.getList("items.claimId")).containsExactly(claimId);
        assertThat(credits.getLong("items[0].credits[0].creditCents")).isEqualTo(10_00);
        assertThat(credits.getString("items[0].credits[0].payerId")).isNotNull();
    }

    @Test
    void whoMayNotStaleUnknownAndAnotherOrganizationAreRefused() {
        var refund = requested();
        assertThat(acts("poster", refund, "approve", WHY).statusCode()).isEqualTo(403);
        var stale = practice.request("billing-manager")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", "\"7\"")
                .contentType("application/json")
                .body(WHY)
                .post("/api/v1/refunds/" + refund + "/approve");
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(acts("billing-manager", refund, "approve", "{\"why\":\"x\"}").statusCode())
                .isEqualTo(400);
        assertThat(new Practice(events)
                        .request("poster")
                        .get("/api/v1/refunds/" + refund)
                        .statusCode())
                .isEqualTo(404);
        assertThat(practice.account("refunds-payable")).isZero();
    }
}
