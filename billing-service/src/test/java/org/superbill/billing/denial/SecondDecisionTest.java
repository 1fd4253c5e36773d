package org.superbill.billing.denial;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.PayerFiles;
import org.superbill.billing.testing.Practice;
import org.superbill.servicekit.testing.TestEvents;

/** What becomes of a refusal when the payer decides again. */
@QuarkusTest
@BillingStack
class SecondDecisionTest {
    private TestEvents events;
    private Practice practice;
    private String claimId;
    private String number;

    @BeforeEach
    void aClaimWasDenied() {
        events = TestEvents.open();
        practice = new Practice(events);
        claimId = practice.receivesClaim(practice.facts());
        practice.sends(claimId);
        number = practice.claim(claimId).getString("claimNumber");
        decides("4", "0", "CO*16*150", "CO*16*25");
    }

    @AfterEach
    void close() {
        assertThat(practice.booksAreCoherent()).isTrue();
        events.close();
    }

    /** @return the payment */
    private String decides(String status, String paid, String first, String second) {
        return practice.receives(
                        PayerFiles.remittance("T" + UUID.randomUUID().toString().substring(0, 8))
                                .claim(number, status, "175", paid, "0", "PCN1")
                                .patient()
                                .line("99213", "150", paid, number + "L1", first)
                                .line("87070", "25", "0", number + "L2", second)
                                .text())
                .getString("outcomes[0].id");
    }

    private void undoes(String remittance) {
        practice.undoes(remittance).then().statusCode(200);
    }

    /** Appeals that somebody has to think of; the files are of March 2026, so that the job may find their day passed. */
    private long appeals() {
        var denials = practice.get("/api/v1/denials?claimId=" + claimId).getList("items.id", String.class);
        return Stream.of("open", "passed")
                .flatMap(
                        state -> practice
                                .get("/api/v1/deadlines?kind=appeal&state=" + state)
                                .getList("items.subjectId", String.class)
                                .stream())
                .filter(denials::contains)
                .count();
    }

    private void assertStates(String... states) {
        assertThat(practice.get("/api/v1/denials?claimId=" + claimId).getList("items.state", String.class))
                .containsExactly(states);
    }

    @Test
    void aSecondRefusalReplacesTheFirst() {
        decides("4", "0", "CO*50*150", "CO*50*25");
        assertStates("replaced", "replaced", "open", "open");
    }

    @Test
    void onlyTheLineThatIsPaidIsToldAsSuch() {
        decides("1", "120", "CO*45*30", "CO*45*25");
        assertStates("paid-later", "replaced");
        assertThat(practice.get("/api/v1/denials/figures?from=2020-01-01&to=2099-12-31")
                        .getInt("overturned"))
                .isEqualTo(1);
    }

    @Test
    void aPaymentWithoutLinesAnswersAllThatWasRefused() {
        practice.receives(
                PayerFiles.remittance("T" + UUID.randomUUID().toString().substring(0, 8))
                        .claim(number, "1", "175", "120", "0", "PCN1")
                        .with("CAS*CO*45*55")
                        .patient()
                        .text());
        assertStates("paid-later", "paid-later");
    }

    @Test
    void whatAPaymentHadAnsweredIsRefusedAgainWhenItsPostingIsUndone() {
        assertThat(appeals()).isEqualTo(2);
        var paid = decides("1", "120", "CO*45*30", "CO*45*25");
        assertThat(appeals()).isZero();
        undoes(paid);
        assertStates("open", "open");
        assertThat(appeals()).isEqualTo(2);
        assertThat(practice.account("insurance-receivable")).isEqualTo(175_00);
    }

    @Test
    void whatAPayerHadTakenBackIsRefusedAgainWhenThatIsUndone() {
        var takenBack = practice.receives(PayerFiles.remittance("R" + number)
                        .claim(number, "22", "-175", "0", "0", "PCN1")
                        .patient()
                        .line("99213", "-150", "0", number + "L1", "CO*16*-150")
                        .line("87070", "-25", "0", number + "L2", "CO*16*-25")
                        .text())
                .getString("outcomes[0].id");
        assertStates("taken-back", "taken-back");
        undoes(takenBack);
        assertStates("open", "open");
    }

    @Test
    void anEstimateDecidesNothing() {
        decides("25", "0", "CO*45*150", "CO*45*25"); // "no payment", as the code says
        assertStates("open", "open");
        assertThat(practice.claim(claimId).getString("adjudication")).isEqualTo("denied");
    }
}
