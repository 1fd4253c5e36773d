package org.superbill.payersimulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.superbill.x12.claimstatus.ClaimAcknowledgment;
import org.superbill.x12.claimstatus.StatusCode;
import org.superbill.x12.remittance.RemittanceAdvice;

/** A claim number that comes again, and a claim that is replaced twice. */
@QuarkusTest
@TestProfile(ClaimToPaymentTest.OwnState.class)
class DuplicateClaimTest {
    private static final List<StatusCode> ACCEPTED = List.of(new StatusCode("A2", "20", "PR"));

    private final Desk desk = new Desk();

    @Test
    void anotherClaimUnderTheSameNumberIsRejectedAsADuplicate() {
        desk.leave(ClaimToPaymentTest.claim("C1", "W123", "1", ""));
        leaveAnother();
        assertThat(desk.statuses()).containsExactly(List.of(StatusCode.of("A7", "78"))); // of one that waits
        Desk.pass(1);
        leaveAnother();
        assertThat(desk.statuses()).containsExactly(List.of(StatusCode.of("A7", "54"))); // of one that is processed
        Desk.pass(1);
        assertThat(desk.texts("835")).hasSize(1);
    }

    private void leaveAnother() {
        desk.leave(ClaimToPaymentTest.claim("C1", "W123", "1", "").replace("*150*", "*500*"));
    }

    @Test
    void theSameClaimInAnotherFileIsTheClaimThatIsThere() {
        desk.leave(ClaimToPaymentTest.claim("C1", "W123", "1", ""));
        var number = payersNumber();
        desk.leave(ClaimToPaymentTest.claim("C1", "W123", "1", ""));
        assertThat(desk.statuses()).containsExactly(ACCEPTED);
        assertThat(payersNumber()).isEqualTo(number);
        Desk.pass(1);
        assertThat(desk.texts("835")).hasSize(1);
        assertThat(RemittanceAdvice.of(desk.newest("835")).claims()).hasSize(1);
    }

    @Test
    void theSendersNumberMayBeUsedForAnotherPayerToo() {
        desk.leave(ClaimToPaymentTest.claim("C1", "W123", "1", ""));
        var number = payersNumber();
        desk.leave(ClaimToPaymentTest.claim("C1", "W123", "1", "").replace("*PI*66666", "*PI*77777"));
        assertThat(desk.statuses()).containsExactly(ACCEPTED);
        assertThat(payersNumber()).isNotEqualTo(number);
        Desk.pass(1);
        assertThat(desk.texts("835")).hasSize(2);
    }

    @Test
    void aClaimIsReplacedOnceAndThenItsReplacement() {
        desk.leave(ClaimToPaymentTest.claim("C1", "W123", "1", ""));
        var first = payersNumber();
        Desk.pass(1);
        replace("C2", first);
        assertThat(desk.statuses()).containsExactly(ACCEPTED);
        var second = payersNumber();
        replace("C3", first); // also before the first replacement is paid
        assertThat(desk.statuses()).containsExactly(List.of(StatusCode.of("A7", "464")));
        Desk.pass(1);
        replace("C4", first);
        assertThat(desk.statuses()).containsExactly(List.of(StatusCode.of("A7", "464")));
        replace("C5", second);
        assertThat(desk.statuses()).containsExactly(ACCEPTED);
        Desk.pass(1);
        assertThat(RemittanceAdvice.of(desk.newest("835")).claims())
                .extracting(claim -> claim.patientControlNumber() + " " + claim.paidAmount())
                .containsExactly("C2 -100.00", "C5 100.00");
    }

    private void replace(String number, String original) {
        desk.leave(ClaimToPaymentTest.claim(number, "W123", "7", "REF*F8*" + original + "~"));
    }

    private String payersNumber() {
        return ClaimAcknowledgment.of(desk.newest("277CA")).claims().get(0).reference("1K");
    }
}
