package org.superbill.billing.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.billing.claim.ClaimDecisions;
import org.superbill.billing.sql.Sql;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.PayerFiles;
import org.superbill.billing.testing.Practice;
import org.superbill.servicekit.tenancy.Tenancy;
import org.superbill.servicekit.testing.TestEvents;
import org.superbill.stack.FixedDay;

/** A payer has paid 175.00, and 10.00 of the claim were written off before: the refund of this credit is approved and withdrawn. */
@QuarkusTest
@BillingStack
class WithdrawnRefundTest {
    private static final String WHY = "{\"reason\":\"Paid above the contract\"}";

    @Inject
    Tenancy tenancy;

    @Inject
    Sql sql;

    @Inject
    ClaimDecisions claims;

    private TestEvents events;
    private Practice practice;
    private String claimId;
    private final ExecutorService other = Executors.newSingleThreadExecutor();

    @BeforeEach
    void aClaimWasPaidTooMuch() {
        events = TestEvents.open();
        practice = new Practice(events);
        claimId = practice.receivesClaim(practice.facts());
        practice.sends(claimId);
        practice.posts("biller", "/api/v1/ledger/adjustments", """
                {"kind":"write-off-insurance","reason":"our-error","claimId":"%s","amountCents":1000}""".formatted(claimId));
        var number = practice.claim(claimId).getString("claimNumber");
        practice.receives(PayerFiles.remittance("T" + number)
                .claim(number, "1", "175", "175", "0", "PCN1")
                .patient()
                .text());
        assertThat(practice.account("insurance-receivable")).isEqualTo(-10_00);
    }

    @AfterEach
    void close() {
        other.shutdownNow();
        assertThat(practice.booksAreCoherent()).isTrue();
        events.close();
    }

    private String approved() {
        var refund = practice.posts("poster", "/api/v1/refunds", """
                {"claimId":"%s","to":"payer","amountCents":1000,"reason":"Credit","requestedOn":"2026-04-01"}""".formatted(claimId))
                .jsonPath()
                .getString("id");
        assertThat(acts("billing-manager", refund, "approve").statusCode()).isEqualTo(200);
        return refund;
    }

    private Response acts(String role, String refund, String action) {
        return practice.request(role)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header(
                        "If-Match",
                        practice.request("poster")
                                .get("/api/v1/refunds/" + refund)
                                .header("ETag"))
                .contentType("application/json")
                .body(WHY)
                .post("/api/v1/refunds/" + refund + "/" + action);
    }

    private <T> T inTransaction(Callable<T> work) {
        return tenancy.as(
                practice.organization,
                () -> QuarkusTransaction.joiningExisting().call(work));
    }

    private String creditDue() {
        return practice.get("/api/v1/deadlines?kind=credit-balance&state=open&subjectId=" + claimId)
                .getString("items[0].dueOn");
    }

    @Test
    void theDaysOfTheCreditRunFromWhenTheBooksHadShownItFirst() {
        var first = FixedDay.DATE.plusDays(11);
        inTransaction(() -> sql.update( // it was found 49 days ago
                "update deadline set due_on = ?, alarm_on = ? where kind = 'CREDIT_BALANCE' and subject_id = ?",
                first,
                first.minusDays(14),
                UUID.fromString(claimId)));
        var refund = approved();
        assertThat(creditDue()).isNull();
        acts("poster", refund, "withdraw").then().statusCode(200);
        assertThat(creditDue()).isEqualTo(first.toString());
        acts("poster", approved(), "withdraw").then().statusCode(200);
        assertThat(creditDue()).as("however often").isEqualTo(first.toString());
    }

    @Test
    void whoPostsToTheClaimIsWaitedFor() throws Exception {
        var refund = approved();
        var withdrawn = inTransaction(() -> {
            claims.holdClaim(UUID.fromString(claimId));
            var withdrawing =
                    other.submit(() -> acts("poster", refund, "withdraw").statusCode());
            assertThatThrownBy(() -> withdrawing.get(3, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
            return withdrawing;
        });
        assertThat(withdrawn.get(60, TimeUnit.SECONDS)).isEqualTo(200);
    }
}
