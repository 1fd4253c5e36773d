package org.superbill.payersimulator;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.superbill.payersimulator.adjudication.SubmittedClaim;
import org.superbill.payersimulator.adjudication.SubmittedClaim.Line;
import org.superbill.payersimulator.adjudication.SubmittedClaim.Payee;
import org.superbill.payersimulator.adjudication.SubmittedClaim.Payer;
import org.superbill.payersimulator.adjudication.SubmittedClaim.Person;
import org.superbill.payersimulator.adjudication.SubmittedClaim.Route;
import org.superbill.payersimulator.claims.Due;
import org.superbill.payersimulator.claims.PayerClaim;
import org.superbill.payersimulator.claims.PayerClaims;
import org.superbill.payersimulator.clock.PayerClock;
import org.superbill.x12.X12File;
import org.superbill.x12.claimstatus.StatusCode;
import org.superbill.x12.remittance.RemittanceAdvice;

/** The payer's day, and what is paid on which. */
@QuarkusTest
@TestProfile(ClaimToPaymentTest.OwnState.class)
class ClockTest {
    @Inject
    PayerClock clock;

    @Inject
    PayerClaims claims;

    private final Desk desk = new Desk();

    @Test
    void theClockGoesAlongToTheDayOfAFileSoThatNothingIsPaidBeforeItIsSent() {
        var before = new Desk();
        before.leave(ClaimToPaymentTest.claim("C1", "W123", "1", ""));
        var came = clock.today();
        var sent = came.plusDays(20);
        desk.leave(writtenOn(sent));
        assertThat(clock.today()).isEqualTo(sent);
        assertThat(paymentDays(before)).containsExactly(came.plusDays(1)); // it was due on the way
        Desk.pass(1);
        assertThat(paymentDays(desk)).containsExactly(sent.plusDays(1));
    }

    @Test
    void aDayThatIsTooFarAheadIsNotFollowed() {
        var today = clock.today();
        desk.leave(writtenOn(LocalDate.of(2900, 1, 1)));
        assertThat(clock.today()).isEqualTo(today);
        assertThat(desk.statuses()).containsExactly(List.of(StatusCode.of("A7", "510")));
    }

    @Test
    void eachPaymentHasItsOwnDayHoweverTheClockIsMoved() {
        desk.leave(ClaimToPaymentTest.claim("C1", "W1RVO", "1", "")); // paid on the next day, taken back 5 days later
        desk.leave(ClaimToPaymentTest.claim("C2", "W1PND", "1", "")); // paid 14 days after it came
        var came = clock.today();
        move("{\"advanceDays\": 30}");
        assertThat(paymentDays(desk)).containsExactly(came.plusDays(1), came.plusDays(6), came.plusDays(14));
        assertThat(desk.texts("835").get(0))
                .contains("*" + came.plusDays(1).toString().substring(2).replace("-", "") + "*1200*^*00501*");
    }

    /** Kept by a simulator of before, which took such a claim. */
    @Test
    void whatCannotBePaidIsToldAndHoldsNobodyUp() {
        var poisoned = "0" + UUID.randomUUID().toString().substring(1);
        var due = new Due(
                Due.Party.of(withAFractionOfACent(poisoned), "NONE"),
                clock.today().plusDays(1),
                "PSPOISON",
                Due.PAY);
        claims.together(() -> {
            claims.keep(PayerClaim.received(withAFractionOfACent(poisoned), clock.today(), "adjudicated"));
            claims.plan(due);
        });
        desk.leave(ClaimToPaymentTest.claim("C1", "W123", "1", ""));
        given().contentType("application/edi-x12")
                .body(ClaimToPaymentTest.claim("C2", "W123", "1", "").getBytes(StandardCharsets.US_ASCII))
                .post("/mailboxes/{account}/inbound", poisoned);
        try {
            var moved = given().contentType("application/json")
                    .body("{\"advanceDays\": 1}")
                    .post("/clock")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            assertThat(moved.getList("unpaid.account")).containsExactly(poisoned);
            assertThat(moved.getList("unpaid.payerClaimNumber")).containsExactly("PSPOISON");
            assertThat(moved.getList("unpaid.on")).containsExactly(clock.today().toString());
            assertThat(desk.texts("835")).hasSize(1);
            List<String> ofTheOther = given().get("/mailboxes/{account}/files", poisoned)
                    .jsonPath()
                    .getList("files.kind");
            assertThat(ofTheOther).containsExactly("999", "277CA", "835"); // its other claim is paid
        } finally {
            claims.together(() -> claims.done(due));
        }
        assertThat(move("{\"advanceDays\": 1}")).doesNotContain("unpaid");
    }

    private static SubmittedClaim withAFractionOfACent(String account) {
        return new SubmittedClaim(
                account,
                "PSPOISON",
                "C1",
                "1",
                null,
                null,
                "W1",
                "P",
                new Payer("PRAIRIE HEALTH PLAN", "66666"),
                new Payee("RIVERSIDE", "1234567893", "123456789"),
                new Person("LOPEZ", "MARIA"),
                null,
                "11",
                List.of("J029"),
                List.of(new Line(
                        1,
                        "L1",
                        "99213",
                        null,
                        List.of(),
                        new BigDecimal("150.005"),
                        BigDecimal.ONE,
                        LocalDate.of(2026, 3, 2),
                        List.of())),
                List.of(),
                new Route("ZZ", "RFM001", "ZZ", "66666", "RFM001", "66666", "T"));
    }

    private static String writtenOn(LocalDate day) {
        return ClaimToPaymentTest.claim("C1", "W123", "1", "")
                .replace(
                        "BHT*0019*00*B1*20260302",
                        "BHT*0019*00*B1*" + day.toString().replace("-", ""));
    }

    private static String move(String json) {
        return given().contentType("application/json")
                .body(json)
                .post("/clock")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    /** BPR16 of each 835. */
    private static List<LocalDate> paymentDays(Desk desk) {
        return desk.texts("835").stream()
                .map(ClockTest::read)
                .map(remittance -> remittance.payment().date())
                .toList();
    }

    private static RemittanceAdvice read(String x12) {
        try {
            return RemittanceAdvice.of(X12File.read(new ByteArrayInputStream(x12.getBytes(StandardCharsets.US_ASCII)))
                    .transactions()
                    .get(0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
