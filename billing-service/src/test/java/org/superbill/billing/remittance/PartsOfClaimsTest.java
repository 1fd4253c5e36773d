package org.superbill.billing.remittance;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.PayerFiles;
import org.superbill.stack.FixedDay;

/** A claim of 175.00 that its payer decides in parts (MA15): what is not decided has a day by which somebody asks for it. */
@QuarkusTest
@BillingStack
class PartsOfClaimsTest extends OfASentClaim {
    private void decidesTheFirstLine(String sign, String status) {
        practice.receives(PayerFiles.remittance("P1" + status + number)
                .claim(number, status, sign + "150", sign + "120", "0", "PCN1")
                .patient()
                .with("MOA***MA15")
                .line("99213", sign + "150", sign + "120", number + "L1", "CO*45*" + sign + "30")
                .text());
    }

    private void decidesTheSecondLine() {
        practice.receives(PayerFiles.remittance("P2" + number)
                .claim(number, "1", "25", "25", "0", "PCN1")
                .patient()
                .with("MOA***MA15")
                .line("87070", "25", "25", number + "L2")
                .text());
    }

    private Map<String, Object> clock() {
        return practice.get("/api/v1/deadlines?kind=rest-of-claim&subjectId=" + claimId)
                .getMap("items[0]");
    }

    private static String inThirtyDays() {
        return FixedDay.DATE.plusDays(30).toString();
    }

    @Test
    void thePartThatDoesNotComeIsTheBillersUntilItDoes() {
        decidesTheFirstLine("", "1");
        var claim = practice.claim(claimId);
        assertThat(claim.getString("adjudication")).isEqualTo("needs-review");
        assertThat(claim.getString("owner.role")).isEqualTo("biller");
        assertThat(claim.getString("owner.due")).isEqualTo(inThirtyDays());
        assertThat(practice.get("/api/v1/claims/" + claimId + "/history").getList("steps.detail", String.class))
                .anyMatch(detail ->
                        detail != null && detail.endsWith("a part of the claim: 25.00 of its charge is not decided"));
        assertThat(clock())
                .containsEntry("state", "open")
                .containsEntry("owner", "biller")
                .containsEntry("dueOn", inThirtyDays());
        decidesTheSecondLine();
        assertThat(practice.claim(claimId).getString("adjudication")).isEqualTo("paid");
        assertThat(clock()).containsEntry("state", "met");
    }

    @Test
    void aPartThatIsTakenBackIsWaitedForNoMore() {
        decidesTheFirstLine("", "1");
        decidesTheFirstLine("-", "22");
        assertThat(clock()).containsEntry("state", "withdrawn");
    }

    @Test
    void aClaimThatIsDecidedWholeHasNoRest() {
        practice.receives(PayerFiles.remittance("W" + number)
                .claim(number, "1", "175", "145", "0", "PCN1")
                .patient()
                .line("99213", "150", "120", number + "L1", "CO*45*30")
                .line("87070", "25", "25", number + "L2")
                .text());
        assertThat(clock()).isNull();
    }
}
