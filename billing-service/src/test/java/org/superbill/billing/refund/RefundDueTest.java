package org.superbill.billing.refund;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;
import org.superbill.stack.FixedDay;

/** By when money has to be on its way back. */
@QuarkusTest
@BillingStack
class RefundDueTest extends OfAnOverpaidClaim {
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
    void aRefundIsDueNoLaterThanTheCreditThatItReturns() {
        assertThat(creditDue(claimId, "open")).isNull();
        overpaid();
        var due = creditDue(claimId, "open");
        assertThat(due).isEqualTo(FixedDay.DATE.plusDays(60).toString());
        var refund = practice.posts("poster", "/api/v1/refunds", """
                {"claimId":"%s","to":"payer","amountCents":1000,"reason":"Credit","requestedOn":"%s"}""".formatted(claimId, FixedDay.DATE.plusDays(30)));
        assertThat(running(refund.jsonPath().getString("id"))).isEqualTo(due);
    }
}
