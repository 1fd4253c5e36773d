package org.superbill.payersimulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;
import org.superbill.x12.claimstatus.ClaimAcknowledgment;
import org.superbill.x12.remittance.RemittanceAdvice;

/** What acknowledges is acknowledged by nothing of its kind: two that answered each other would never end. */
@QuarkusTest
@TestProfile(ClaimToPaymentTest.OwnState.class)
class AcknowledgmentTest {
    private static final String ISA =
            "ISA*00*          *00*          *ZZ*RFM001         *ZZ*66666          *260305*1200*^*00501*%09d*1*T*:~";
    private static final String TA1 = "TA1*000000009*260304*1200*A*000~";

    private final Desk desk = new Desk();

    private static String group(int number, String functionalCode, String set) {
        return "GS*%s*RFM001*66666*20260305*1200*%d*X*005010X231A1~%sGE*1*%d~"
                .formatted(functionalCode, number, set, number);
    }

    private static String acknowledgment() {
        return "ST*999*0001*005010X231A1~AK1*HP*7*005010X221A1~AK2*835*0001*005010X221A1~IK5*A~AK9*A*1*1*1~SE*6*0001~";
    }

    @Test
    void a999IsAnsweredByATa1WhereThatIsAskedForAndByNo999() {
        desk.leave(ISA.formatted(11) + group(1, "FA", acknowledgment()) + "IEA*1*000000011~");
        assertThat(desk.kinds()).containsExactly("TA1");
    }

    @Test
    void aTa1IsAnsweredByNothing() {
        desk.leave(ISA.formatted(12) + TA1 + "IEA*0*000000012~");
        assertThat(desk.kinds()).isEmpty();
        desk.leave(ISA.formatted(13) + TA1 + "IEA*7*000000013~"); // nor where its count of groups is wrong
        assertThat(desk.kinds()).isEmpty();
    }

    @Test
    void anotherFileUnderTheSameControlNumberIsRefused() {
        var first = ClaimToPaymentTest.claim("C1", "W123", "1", "");
        desk.leave(first);
        desk.leave(first.replace("CLM*C1*", "CLM*C2*"));
        assertThat(desk.kinds()).containsExactly("999", "277CA", "TA1");
        assertThat(desk.texts("TA1").get(0)).containsPattern("TA1\\*[0-9]{9}\\*260302\\*1200\\*R\\*025~");
        desk.leave(first); // the same one once more: not again, and not refused
        new Desk().leave(first); // nor where it is another sender's
        assertThat(desk.kinds()).hasSize(3);
    }

    @Test
    void whatStandsBehindAnInterchangeIsTold() {
        desk.leave(ClaimToPaymentTest.claim("C1", "W123", "1", "") + "JUNK~");
        assertThat(desk.kinds()).containsExactly("TA1", "999", "277CA");
        assertThat(desk.texts("TA1").get(0)).contains("*E*024~");
    }

    @Test
    void ofTwoTransactionSetsWithOneControlNumberOnlyTheFirstIsTaken() {
        var one = ClaimToPaymentTest.claim("C1", "W123", "1", "");
        var set = one.substring(one.indexOf("ST*837"), one.indexOf("GE*1"));
        desk.leave(one.replace("GE*1*1~", set.replace("CLM*C1*", "CLM*C2*") + "GE*2*1~"));
        assertThat(desk.texts("999").get(0)).contains("IK5*R*23~", "AK9*P*2*2*1~");
        assertThat(ClaimAcknowledgment.of(desk.newest("277CA")).claims())
                .extracting(claim -> claim.patientControlNumber())
                .containsExactly("C1");
        Desk.pass(1);
        assertThat(RemittanceAdvice.of(desk.newest("835")).claims()).hasSize(1);
    }

    @Test
    void claimsBesideATa1AreAcknowledgedAndItIsNot() {
        var claim = ClaimToPaymentTest.claim("C1", "W123", "1", "");
        desk.leave(claim.replace("*0*T*:~", "*1*T*:~" + TA1));
        assertThat(desk.kinds()).containsExactly("999", "277CA");
    }
}
