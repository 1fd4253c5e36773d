package org.superbill.billing.remittance;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.PayerFiles;
import org.superbill.servicekit.clock.Clocks;
import org.superbill.stack.FixedDay;

/** What a person does in the evening is of that day in the practice's calendar (New York), though in UTC the next one has begun. */
@QuarkusTest
@BillingStack
class DayOfEntriesTest extends OfASentClaim {
    @Inject
    Clocks clocks;

    private final LocalDate today = FixedDay.DATE;

    @AfterEach
    void putTheClockBack() {
        clocks.moveTo(FixedDay.now());
    }

    private void evening() {
        clocks.moveTo(today.plusDays(1).atTime(1, 30).toInstant(ZoneOffset.UTC));
    }

    private void does(String role, String of, String action) {
        assertThat(practice.request(role)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .header("If-Match", practice.request("poster").get(of).header("ETag"))
                        .contentType("application/json")
                        .body("{\"reason\":\"Found in the evening\"}")
                        .post(of + "/" + action)
                        .statusCode())
                .as(action)
                .isEqualTo(200);
    }

    private void assertOfToday(String kind) {
        assertThat(practice.get("/api/v1/ledger/entries?limit=200&claimId=" + claimId)
                        .getList("items.findAll { it.kind == '%s' }.occurredOn".formatted(kind), String.class))
                .containsExactly(today.toString());
    }

    @Test
    void anUndoingIsOfThePracticesDay() {
        var id = practice.receives(PayerFiles.remittance("T" + number)
                        .claim(number, "1", "175", "175", "0", "PCN1")
                        .patient()
                        .line("99213", "150", "150", number + "L1")
                        .line("87070", "25", "25", number + "L2")
                        .text())
                .getString("outcomes[0].id");
        evening();
        does("poster", "/api/v1/remittances/" + id, "undo");
        assertOfToday("posting-undone");
    }

    @Test
    void anApprovedRefundIsOfThePracticesDay() {
        practice.receives(PayerFiles.remittance("T" + number)
                .claim(number, "1", "175", "175", "0", "PCN1")
                .patient()
                .line("99213", "150", "150", number + "L1")
                .line("87070", "25", "25", number + "L2")
                .text());
        var refund = practice.request("poster")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("""
                        {"claimId":"%s","to":"payer","amountCents":1000,"payerReference":"L-77","payerClaimNumber":"PCN1","reason":"Paid above the contract",
                        "requestedOn":"2026-04-01","dueOn":"2026-05-01"}""".formatted(claimId))
                .post("/api/v1/refunds")
                .jsonPath()
                .getString("id");
        evening();
        does("billing-manager", "/api/v1/refunds/" + refund, "approve");
        assertOfToday("refund-approved");
    }
}
