package org.superbill.payersimulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.superbill.x12.claimstatus.ClaimAcknowledgment;
import org.superbill.x12.claimstatus.StatusCode;
import org.superbill.x12.remittance.RemittanceAdvice;

/** What a payer refuses of claims whose syntax is sound, and what it refuses for its syntax: nothing is left without an answer. */
@QuarkusTest
@TestProfile(ClaimToPaymentTest.OwnState.class)
class RefusedClaimTest {
    private static final String CLAIM = """
            BHT*0019*00*B1*20260302*1200*CH
            NM1*41*2*RIVERSIDE*****46*RFM001
            PER*IC*PAT LEDGER*TE*2175550100
            NM1*40*2*PRAIRIE HEALTH PLAN*****46*66666
            HL*1**20*1
            NM1*85*2*RIVERSIDE*****XX*1234567893
            N3*10 RIVER ROAD
            N4*SPRINGFIELD*IL*627010001
            REF*EI*123456789
            HL*2*1*22*0
            SBR*P*18*******CI
            NM1*IL*1*LOPEZ*MARIA****MI*W123
            N3*7 ELM STREET
            N4*SPRINGFIELD*IL*62701
            DMG*D8*19840712*F
            NM1*PR*2*PRAIRIE HEALTH PLAN*****PI*66666
            CLM*C1*150***11:B:1*Y*A*Y*Y
            HI*ABK:J029
            LX*1
            SV1*HC:99213*150*UN*1***1
            DTP*472*D8*20260302
            REF*6R*C1-1""";

    private final Desk desk = new Desk();

    @ParameterizedTest
    @CsvSource({
        "*150***, *151***, A7 400",
        "HC:99213*150*, HC:99213*150.005*, A7 400; A7 178; A7 583", // else no payment could be made of it
        "150*, 150.005*, A7 178; A7 583",
        "150*, -150*, A7 178; A7 583",
        "150*, 100000000*, A7 178; A7 583",
        "UN*1*, UN*0*, A7 476",
        "***1, ***5, A7 477",
        "1234567893, 1234567890, A7 562 85",
        "472*D8*20260302, 472*RD8*20260302-20260301, A7 187",
    })
    void aClaimThatCannotBeIsRejectedInThe277CaAndNeverPaid(String good, String bad, String statuses) {
        leave(CLAIM.replace(good, bad));
        assertThat(desk.kinds()).containsExactly("999", "277CA");
        assertThat(desk.statuses()).containsExactly(codes(statuses));
        Desk.pass(2);
        assertThat(desk.kinds()).containsExactly("999", "277CA");
    }

    @ParameterizedTest
    @CsvSource({
        "150*, 150.000*",
        "150*, 99999999.99*",
        "UN*1*, UN*0.5*",
        "472*D8*20260302, 472*RD8*20260301-20260302",
    })
    void whatIsUnusualAndRightIsTaken(String good, String unusual) {
        leave(CLAIM.replace(good, unusual));
        assertThat(desk.statuses()).containsExactly(codes("A2 20 PR"));
    }

    @Test
    void oneClaimThatCannotBeDoesNotRejectTheOneBesideIt() {
        var second = CLAIM.substring(CLAIM.indexOf("HL*2*"))
                .replace("HL*2*", "HL*3*")
                .replace("C1", "C2");
        leave(CLAIM.replace("*150***", "*151***") + '\n' + second);
        assertThat(desk.statuses()).containsExactly(codes("A7 400"), codes("A2 20 PR"));
        Desk.pass(1);
        assertThat(RemittanceAdvice.of(desk.newest("835")).claims())
                .extracting(claim -> claim.patientControlNumber())
                .containsExactly("C2");
    }

    @ParameterizedTest
    @CsvSource({
        "472*D8*20260302, 472*D8*20260231, IK4*3*1251*8*20260231~",
        "DMG*D8*19840712, DMG*D8*19841332, IK4*2*1251*8*19841332~",
    })
    void aDateThatIsNoneIsRejectedInThe999(String good, String bad, String note) {
        leave(CLAIM.replace(good, bad));
        assertThat(desk.kinds()).containsExactly("999");
        assertThat(desk.texts("999").get(0)).contains(note, "AK9*R*1*1*0~");
    }

    @Test
    void aQuestionForADayThatIsNoneIsRejectedInThe999() {
        desk.leave("HS", "005010X279A1", "270", "20260302", """
                BHT*0022*13*REQ1*20260302*0930
                HL*1**20*1
                NM1*PR*2*PRAIRIE HEALTH PLAN*****PI*66666
                HL*2*1*21*1
                NM1*1P*2*RIVERSIDE*****XX*1234567893
                HL*3*2*22*0
                TRN*1*T1*9SUPERBILL
                NM1*IL*1*LOPEZ*MARIA****MI*W123
                DMG*D8*19840712
                DTP*291*D8*20261399
                EQ*30""");
        assertThat(desk.kinds()).containsExactly("999");
        assertThat(desk.texts("999").get(0)).contains("IK4*3*1251*8*20261399~", "AK9*R*1*1*0~");
    }

    /** Each segment left out, and each element empty or wrong: the 999 rejects it, or a 277CA answers the claim. */
    @Test
    void nothingThatIsSentIsLeftWithoutAnAnswer() {
        for (var spoilt : spoilt()) {
            var sender = new Desk();
            sender.leave("HC", "005010X222A1", "837", "20260302", spoilt);
            assertThat(sender.kinds().get(0)).as(spoilt).isEqualTo("999");
            var isRejected = sender.texts("999").get(0).contains("AK9*R*");
            assertThat(sender.kinds()).as(spoilt).hasSize(isRejected ? 1 : 2);
            if (!isRejected) {
                assertThat(ClaimAcknowledgment.of(sender.newest("277CA")).claims())
                        .as(spoilt)
                        .hasSize(1);
            }
        }
        Desk.pass(1); // and all that was accepted can be paid
    }

    private static List<String> spoilt() {
        var segments = CLAIM.lines().toList();
        var all = new ArrayList<String>();
        for (var at = 0; at < segments.size(); at++) {
            all.add(with(segments, at, null));
            var elements = segments.get(at).split("\\*");
            for (var element = 1; element < elements.length; element++) {
                for (var wrong : List.of("", "0", "-1.234")) {
                    var changed = elements.clone();
                    changed[element] = wrong;
                    all.add(with(segments, at, String.join("*", changed).replaceAll("\\*+$", "")));
                }
            }
        }
        return all;
    }

    private static String with(List<String> segments, int at, String changed) {
        var body = new ArrayList<>(segments);
        if (changed == null) {
            body.remove(at);
        } else {
            body.set(at, changed);
        }
        return String.join("\n", body);
    }

    private void leave(String claims) {
        desk.leave("HC", "005010X222A1", "837", "20260302", claims);
    }

    private static List<StatusCode> codes(String statuses) {
        return List.of(statuses.split("; ")).stream()
                .map(status -> status.split(" "))
                .map(parts -> new StatusCode(parts[0], parts[1], parts.length < 3 ? null : parts[2]))
                .toList();
    }
}
