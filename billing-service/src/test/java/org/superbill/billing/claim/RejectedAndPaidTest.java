package org.superbill.billing.claim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.superbill.billing.ledger.ClaimMoney;

/** A payer rejects a claim by its 277CA and pays it all the same. */
class RejectedAndPaidTest extends FollowedClaims {
    @Test
    void itIsTakenBackAsItWasSent() {
        var sent = facts.build();
        var claim = queued(sent);
        send(claim, Transport.REJECTED);
        claim.fromPayer(claim.current(), NOW).decided(Adjudication.PAID, "PCN1", null, ClaimMoney.NOTHING, "835");
        assertThat(NextAllowed.of(claim).actions()).contains("void");
        claim.next(NOW).takeBack("billed in error");
        assertThat(claim.current().frequency()).isEqualTo("8");
        assertThat(claim.current().facts()).isEqualTo(sent);
    }
}
