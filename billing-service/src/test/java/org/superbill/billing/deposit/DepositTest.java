package org.superbill.billing.deposit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.PayerFiles;
import org.superbill.billing.testing.Practice;
import org.superbill.servicekit.testing.TestEvents;

/** What the bank shows is matched with what was remitted, to the cent or not at all. */
@QuarkusTest
@BillingStack
class DepositTest {
    private TestEvents events;
    private Practice practice;
    private final String trace = "T" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void open() {
        events = TestEvents.open();
        practice = new Practice(events);
    }

    @AfterEach
    void theBooksAreCoherent() {
        assertThat(practice.booksAreCoherent()).isTrue();
        assertThat(practice.get("/api/v1/ledger/verification").getList("checks.findAll { !it.holds }"))
                .isEmpty();
        events.close();
    }

    /** Money for a claim that nobody knows: it is cash all the same. @return the remittance */
    private String remits(String traceNumber, String paid) {
        return practice.receives(PayerFiles.remittance(traceNumber)
                        .claim("SOMEONE", "1", paid, paid, "0", "PCN9")
                        .patient()
                        .text())
                .getString("outcomes[0].id");
    }

    private Response uploads(String role, String csv) {
        return practice.request(role)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("text/csv")
                .body(csv.getBytes())
                .post("/api/v1/bank-files");
    }

    private String bank(String amount, String addenda, String check) {
        var answer = uploads(
                "poster",
                "date,amount,description,addenda,check\n2026-03-04,%s,KEY INSURANCE,%s,%s\n"
                        .formatted(amount, addenda, check));
        assertThat(answer.statusCode()).isEqualTo(201);
        return practice.get("/api/v1/deposits").getString("items[-1].id");
    }

    private String addenda() {
        return "TRN*1*" + trace + "*1999999999\\";
    }

    private Response acts(String deposit, String action, Object body) {
        var request = practice.request("poster")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header(
                        "If-Match",
                        practice.request("poster")
                                .get("/api/v1/deposits/" + deposit)
                                .header("ETag"))
                .contentType("application/json");
        return (body == null ? request : request.body(body)).post("/api/v1/deposits/" + deposit + "/" + action);
    }

    private void assertBooks(long cash, long clearing, long bank) {
        assertThat(practice.account("cash")).isEqualTo(cash);
        assertThat(practice.account("deposit-clearing")).isEqualTo(clearing);
        assertThat(practice.account("bank-account")).isEqualTo(bank);
    }

    @Test
    void aDepositThatComesAfterItsRemittanceClearsIt() {
        remits(trace, "60");
        assertThat(practice.get("/api/v1/expected-payments").getList("items.traceNumber"))
                .containsExactly(trace);
        var deposit = practice.get("/api/v1/deposits/" + bank("60.00", addenda(), ""));
        assertThat(deposit.getString("state")).isEqualTo("cleared");
        assertThat(deposit.getLong("clearingCents")).isZero();
        assertThat(deposit.getString("payments[0].matchedBy")).isEqualTo("trace");
        assertBooks(0, 0, 60_00);
        assertThat(practice.get("/api/v1/expected-payments").getList("items")).isEmpty();
    }

    @Test
    void aReturnedItemTakesItsDepositBackAndTheMoneyIsAwaitedAgain() {
        remits(trace, "60");
        var deposit = bank("60.00", addenda(), "");
        var other = bank("60.01", "", "");
        var item = bank("-60.00", "", "");
        assertBooks(0, -1, 60_01);
        var returned = "{\"depositId\":\"%s\"}";
        assertThat(acts(item, "return", returned.formatted(other)).statusCode())
                .as("nobody has said what that is")
                .isEqualTo(409);
        assertThat(acts(item, "return", returned.formatted(deposit)).statusCode())
                .isEqualTo(200);
        assertBooks(60_00, -60_01, 60_01);
        assertThat(practice.get("/api/v1/expected-payments").getList("items.traceNumber"))
                .containsExactly(trace);
        assertThat(practice.get("/api/v1/deposits?state=open").getList("items.id"))
                .containsExactly(other);
        assertThat(practice.get("/api/v1/deposits/" + item).getLong("clearingCents"))
                .isZero();
        assertThat(acts(deposit, "unmatch", null).statusCode()).isEqualTo(409);
        assertThat(acts(item, "unmatch", null).statusCode()).isEqualTo(200);
        assertThat(practice.get("/api/v1/deposits?state=open").getList("items.id"))
                .containsExactly(deposit, other, item);
        assertBooks(60_00, -60_01, 60_01);
    }

    @Test
    void aReturnedItemOfAnotherAmountTakesNothingBack() {
        remits(trace, "60");
        var deposit = bank("60.00", addenda(), "");
        var item = bank("-59.99", "", "");
        assertThat(acts(item, "return", "{\"depositId\":\"%s\"}".formatted(deposit))
                        .statusCode())
                .isEqualTo(422);
        assertBooks(0, 59_99, 1);
    }

    @Test
    void aRemittanceThatComesAfterItsDepositClearsItToo() {
        var deposit = bank("60.00", addenda(), "");
        assertBooks(0, -60_00, 60_00);
        assertThat(practice.get("/api/v1/deposits?state=open").getList("items.id"))
                .containsExactly(deposit);
        remits(trace, "60");
        assertBooks(0, 0, 60_00);
    }

    @Test
    void anotherAmountIsNeverMatchedByItself() {
        remits(trace, "60");
        var deposit = bank("59.00", addenda(), "");
        assertBooks(60_00, -59_00, 59_00);
        var payment = practice.get("/api/v1/expected-payments").getString("items[0].id");
        var refused = acts(deposit, "match", Map.of("paymentIds", new String[] {payment}));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().getString("type")).endsWith("/deposit-differs");
        assertBooks(60_00, -59_00, 59_00);
    }

    /** Kinds of the tasks that run. */
    private List<String> tasks() {
        return practice.get("/api/v1/deadlines?owner=poster").getList("items.findAll { it.closedAt == null }.kind");
    }

    @Test
    void whatIsNotMatchedIsThePostersUntilItIs() {
        var one = remits(trace, "60");
        assertThat(tasks()).containsExactly("expected-payment");
        var deposit = bank("60.00", "", "");
        assertThat(tasks()).containsExactlyInAnyOrder("expected-payment", "deposit");
        acts(deposit, "match", Map.of("paymentIds", new String[] {one}));
        assertThat(tasks()).isEmpty();
        acts(deposit, "unmatch", null);
        assertThat(tasks()).containsExactlyInAnyOrder("expected-payment", "deposit");
    }

    @Test
    void aCheckIsMatchedByItsNumberAndAmount() {
        remits(trace, "60");
        bank("60.00", "", trace);
        assertBooks(0, 0, 60_00);
    }

    @Test
    void severalChecksThatWereBroughtTogetherAreMatchedByAPerson() {
        var one = remits(trace + "A", "60");
        var two = remits(trace + "B", "40");
        var deposit = bank("100.00", "", "");
        var answer = acts(deposit, "match", Map.of("paymentIds", new String[] {one, two}));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertBooks(0, 0, 100_00);
        assertThat(acts(deposit, "match", Map.of("paymentIds", new String[] {one}))
                        .statusCode())
                .isEqualTo(409);
        assertThat(acts(deposit, "unmatch", null).statusCode()).isEqualTo(200);
        assertBooks(100_00, -100_00, 100_00);
    }

    @Test
    void theSameLineInALaterFileIsTheSameDepositAndTwoEqualLinesAreTwo() {
        var line = "2026-03-04,5.00,CASH BOX,,\n";
        var header = "date,amount,description,addenda,check\n";
        assertThat(uploads("poster", header + line + line).jsonPath().getInt("lines"))
                .isEqualTo(2);
        var again = uploads("poster", header + line + line + line).jsonPath();
        assertThat(again.getInt("known")).isEqualTo(2);
        assertBooks(0, -15_00, 15_00);
    }

    @Test
    void undoingAPostingOpensItsDeposit() {
        var remittance = remits(trace, "60");
        var deposit = bank("60.00", addenda(), "");
        var undone = practice.request("poster")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header(
                        "If-Match",
                        practice.request("poster")
                                .get("/api/v1/remittances/" + remittance)
                                .header("ETag"))
                .contentType("application/json")
                .body("{\"reason\":\"It was another clinic's\"}")
                .post("/api/v1/remittances/" + remittance + "/undo");
        assertThat(undone.statusCode()).isEqualTo(200);
        assertThat(undone.jsonPath().getString("state")).isEqualTo("undone");
        assertThat(practice.get("/api/v1/deposits/" + deposit).getString("state"))
                .isEqualTo("open");
        assertBooks(0, -60_00, 60_00);
        assertThat(practice.account("unapplied-cash")).isZero();
        remits(trace, "60");
        assertBooks(0, 0, 60_00);
    }

    @Test
    void whoMayNotIsRefusedAndAnotherOrganizationsDepositIsNotThere() {
        assertThat(uploads("biller", "date,amount,description\n").statusCode()).isEqualTo(403);
        var deposit = bank("60.00", addenda(), "");
        var other = new Practice(events);
        assertThat(other.request("poster").get("/api/v1/deposits/" + deposit).statusCode())
                .isEqualTo(404);
        assertThat(other.get("/api/v1/deposits").getList("items")).isEmpty();
        var stale = practice.request("poster")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", "\"7\"")
                .contentType("application/json")
                .body(Map.of("paymentIds", new String[] {deposit}))
                .post("/api/v1/deposits/" + deposit + "/match");
        assertThat(stale.statusCode()).isEqualTo(412);
        var unknown = acts(deposit, "match", Map.of("payments", new String[] {deposit}));
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.asString()).contains("/payments");
    }

    @Test
    void aFileThatCannotBeReadIsRefusedWithItsLines() {
        var answer = uploads("poster", "date,amount,description\nyesterday,1,A\n");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.jsonPath().getString("errors[0].pointer")).isEqualTo("/2");
    }

    @Test
    void anEqualLineOfALaterFileIsAnotherDepositWhenAPersonSaysSo() {
        var first = bank("44.00", "", "");
        var again = uploads("poster", "date,amount,description,addenda,check\n2026-03-04,44.00,KEY INSURANCE,,\n");
        assertThat(again.jsonPath().getInt("known")).isEqualTo(1);
        assertThat(practice.get("/api/v1/deposits").getList("items")).hasSize(1);
        var other = acts(first, "another", null);
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(other.jsonPath().getString("state")).isEqualTo("open");
        assertThat(other.jsonPath().getString("id")).isNotEqualTo(first);
        assertThat(practice.account("deposit-clearing")).isEqualTo(-88_00);
        var both = uploads(
                "poster",
                "date,amount,description,addenda,check\n2026-03-04,44.00,KEY INSURANCE,,\n2026-03-04,44.00,KEY INSURANCE,,\n");
        assertThat(both.jsonPath().getInt("known")).isEqualTo(2);
        assertThat(practice.get("/api/v1/deposits").getList("items")).hasSize(2);
        assertThat(acts(bank("12.00", addenda(), ""), "another", null).statusCode())
                .isEqualTo(409);
    }

    private Response another(String deposit, String etag) {
        return practice.request("poster")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", etag)
                .contentType("application/json")
                .post("/api/v1/deposits/" + deposit + "/another");
    }

    @Test
    void whoAddsADepositTwiceOnOneReadingAddsOne() {
        var first = bank("44.00", "", "");
        var etag = practice.request("poster").get("/api/v1/deposits/" + first).header("ETag");
        assertThat(another(first, etag).statusCode()).isEqualTo(200);
        assertThat(another(first, etag).statusCode()).isEqualTo(412);
        assertBooks(0, -88_00, 88_00);
    }

    @Test
    void whatWasAddedByMistakeIsTakenBackAndIsADepositWhenTheBankShowsIt() {
        var first = bank("44.00", "", "");
        var why = Map.of("reason", "The second file was the first one again");
        assertThat(acts(first, "take-back", why).statusCode()).isEqualTo(409);
        var other = acts(first, "another", null).jsonPath().getString("id");
        var back = acts(other, "take-back", why);
        assertThat(back.statusCode()).isEqualTo(200);
        assertThat(back.jsonPath().getString("state")).isEqualTo("taken-back");
        assertBooks(0, -44_00, 44_00);
        assertThat(tasks()).containsExactly("deposit");
        assertThat(acts(other, "take-back", why).statusCode()).isEqualTo(409);
        assertThat(practice.booksAreCoherent()).isTrue();
        uploads(
                "poster",
                "date,amount,description,addenda,check\n2026-03-04,44.00,KEY INSURANCE,,\n2026-03-04,44.00,KEY INSURANCE,,\n");
        assertBooks(0, -88_00, 88_00);
    }
}
