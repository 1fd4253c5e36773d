package org.superbill.billing.remittance;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
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

    private String decidesTheSecondLine() {
        return decidesTheSecondLine("", "1", "PCN1");
    }

    private String decidesTheSecondLine(String sign, String status, String payersNumber) {
        return practice.receives(PayerFiles.remittance("P2" + status + number)
                        .claim(number, status, sign + "25", sign + "25", "0", payersNumber)
                        .patient()
                        .with("MOA***MA15")
                        .line("87070", sign + "25", sign + "25", number + "L2")
                        .text())
                .getString("outcomes[0].id");
    }

    private Map<String, Object> clock() {
        return practice.get("/api/v1/deadlines?kind=rest-of-claim&subjectId=" + claimId)
                .getMap("items[0]");
    }

    private List<String> clocks() {
        return practice.get("/api/v1/deadlines?kind=rest-of-claim&subjectId=" + claimId)
                .getList("items.state");
    }

    @Test
    void theRestIsWaitedForAgainWhenTheLastPartIsUndone() {
        decidesTheFirstLine("", "1");
        var last = decidesTheSecondLine();
        assertThat(clocks()).containsExactly("met");
        assertThat(practice.undoes(last).statusCode()).isEqualTo(200);
        assertThat(clocks()).containsExactly("met", "open");
        assertThat(practice.get("/api/v1/deadlines?kind=rest-of-claim&state=open&subjectId=" + claimId)
                        .getString("items[0].dueOn"))
                .isEqualTo(inThirtyDays());
    }

    /** And not when the payment is undone that has decided all parts that there are. */
    @Test
    void theRestIsWaitedForAgainWhenThePayerTakesTheLastPartBack() {
        decidesTheFirstLine("", "1");
        decidesTheSecondLine();
        decidesTheSecondLine("-", "22", "PCN1");
        assertThat(clocks()).containsExactly("met", "open");
        decidesTheFirstLine("-", "22");
        assertThat(clocks()).containsExactly("met", "withdrawn");
    }

    @Test
    void eachPartHasItsNumberAndAReplacementNamesTheOneThatAPersonMeans() {
        decidesTheFirstLine("", "1");
        assertThat(practice.claim(claimId).getList("partClaimNumbers")).containsExactly("PCN1");
        var last = decidesTheSecondLine("", "1", "PCN2");
        var claim = practice.claim(claimId);
        assertThat(claim.getList("partClaimNumbers")).containsExactly("PCN1", "PCN2");
        for (var action : List.of("correct", "void")) {
            var option = "nextAllowed.options.find { it.action == '%s' }.".formatted(action);
            assertThat(claim.getString(option + "references")).isNull();
            assertThat(claim.getList(option + "payerClaimNumbers")).containsExactly("PCN1", "PCN2");
            assertThat(claim.getString(option + "why")).contains("in parts, under PCN1, PCN2");
        }
        var refused = practice.acts(claimId, "correct", "{\"reason\":\"wrong units\"}", 409);
        assertThat(refused.getString("detail")).contains("PCN1, PCN2");
        practice.acts(claimId, "void", "{\"reason\":\"billed in error\"}", 409);
        practice.acts(claimId, "correct", "{\"payerClaimNumber\":\"PCN3\"}", 409);
        practice.acts(claimId, "correct", "{\"payerClaimNumber\":\"PCN1\"}", 200);
        assertThat(practice.claim(claimId).getString("nextAllowed.references")).isEqualTo("PCN1");
        practice.acts(claimId, "discard", "{\"reason\":\"not meant\"}", 200);
        assertThat(practice.undoes(last).statusCode()).isEqualTo(200);
        assertThat(practice.claim(claimId).getList("partClaimNumbers")).containsExactly("PCN1");
    }

    /** Parts under one number are replaced by it, and a decision of the whole claim has no parts. */
    @Test
    void partsUnderOneNumberAreNotAmbiguous() {
        decidesTheFirstLine("", "1");
        decidesTheSecondLine();
        var claim = practice.claim(claimId);
        assertThat(claim.getList("partClaimNumbers")).containsExactly("PCN1");
        assertThat(claim.getString("nextAllowed.options.find { it.action == 'correct' }.references"))
                .isEqualTo("PCN1");
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
