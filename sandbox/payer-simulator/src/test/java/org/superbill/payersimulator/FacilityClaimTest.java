package org.superbill.payersimulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.superbill.x12.claimstatus.ClaimAcknowledgment;
import org.superbill.x12.remittance.RemittanceAdvice;
import org.superbill.x12.remittance.RemittanceBalance;

/** A claim of a hospital's outpatient department (837I), from its 999 to its 835. */
@QuarkusTest
@TestProfile(ClaimToPaymentTest.OwnState.class)
class FacilityClaimTest {
    private final Desk desk = new Desk();

    @Test
    void isAcceptedAndPaidByTheSameRulesWithAndWithoutAProcedure() {
        desk.leave("HC", "005010X223A2", "837", "20260305", claim("P", ""));
        assertThat(desk.kinds()).containsExactly("999", "277CA");
        assertThat(ClaimAcknowledgment.of(desk.newest("277CA")).claims().get(0).isAccepted())
                .isTrue();

        Desk.pass(1);
        var remittance = RemittanceAdvice.of(desk.newest("835"));
        assertThat(RemittanceBalance.check(remittance)).isEmpty();
        var claim = remittance.claims().get(0);
        assertThat(claim.patientControlNumber()).isEqualTo("F1");
        assertThat(claim.loop().required("CLP").element(8)).isEqualTo("13");
        assertThat(claim.paidAmount()).isEqualByComparingTo("284"); // 300: 240 - 20; 100: 80 - 16
        var visit = claim.servicePayment().get(0);
        assertThat(visit.procedure().code()).isEqualTo("99283");
        assertThat(visit.loop().required("SVC").element(4)).isEqualTo("0450");
        var supplies = claim.servicePayment().get(1);
        assertThat(supplies.procedure().qualifier()).isEqualTo("NU");
        assertThat(supplies.procedure().code()).isEqualTo("0270");
        assertThat(supplies.firstServiceDate())
                .isEqualTo(LocalDate.of(2026, 2, 25)); // the statement's: it has no day of its own
        assertThat(supplies.lineControlNumber()).isEqualTo("F1-2");
    }

    @Test
    void toASecondPayerIsPaidWhatThePrimaryLeft() {
        desk.leave("HC", "005010X223A2", "837", "20260305", claim("S", """
                SBR*P*18*******MB
                AMT*D*310
                OI***Y***Y
                NM1*IL*1*DOE*ANN****MI*1EG4TE5MK73
                NM1*PR*2*MEDICARE*****PI*00435
                """));
        Desk.pass(1);
        var claim = RemittanceAdvice.of(desk.newest("835")).claims().get(0);
        assertThat(claim.status().code()).isEqualTo("2");
        assertThat(claim.paidAmount()).isEqualByComparingTo("50");
        var visit = claim.servicePayment().get(0);
        assertThat(visit.adjustments())
                .extracting(each -> each.group().code() + "-" + each.reason() + " " + each.amount())
                .containsExactly("OA-23 250.00");
        assertThat(claim.servicePayment().get(1).paidAmount()).isEqualByComparingTo("0");
    }

    /** CLP02 of what each payer in turn has forwarded. Source: 005010X221A1, CLP02. */
    @ParameterizedTest
    @CsvSource({"P, 19", "S, 20", "T, 21"})
    void eachPayerInTurnForwardsByItsOwnStatus(String responsibility, String status) {
        var other = responsibility.equals("P") ? "" : """
                SBR*P*18*******MB
                AMT*D*310
                OI***Y***Y
                NM1*IL*1*DOE*ANN****MI*1EG4TE5MK73
                NM1*PR*2*MEDICARE*****PI*00435
                """;
        desk.leave(
                "HC",
                "005010X223A2",
                "837",
                "20260305",
                claim(responsibility, other).replace("MI*M1", "MI*M1XOV"));
        Desk.pass(1);
        var claim = RemittanceAdvice.of(desk.newest("835")).claims().get(0);
        assertThat(claim.status().code()).isEqualTo(status);
        assertThat(claim.name("TT")).isNotNull();
        assertThat(claim.remarkCodes()).containsExactly("MA18");
    }

    private static String claim(String responsibility, String otherPayer) {
        var isPrimary = otherPayer.isEmpty();
        return """
                BHT*0019*00*BATCH3*20260305*0930*CH
                NM1*41*2*HOSPITAL*****46*RFM001
                PER*IC*BILLING*TE*2175550100
                NM1*40*2*PRAIRIE HEALTH PLAN*****46*66666
                HL*1**20*1
                NM1*85*2*HOSPITAL*****XX*1912301953
                N3*1 MAIN STREET
                N4*MIAMI*FL*331110001
                REF*EI*587654321
                HL*2*1*22*0
                SBR*%s*18*******CI
                NM1*IL*1*DOE*ANN****MI*M1
                N3*125 CITY AVENUE
                N4*MIAMI*FL*33111
                DMG*D8*19481111*F
                NM1*PR*2*PRAIRIE HEALTH PLAN*****PI*66666
                CLM*F1*400***13:A:1**A*Y*Y
                DTP*434*RD8*20260225-20260225
                CL1*1*1*01
                HI*ABK:S0101XA
                HI*APR:R51
                HI*ABF:R55
                NM1*71*1*REYES*ANA****XX*1234567893
                %sLX*1
                SV2*0450*HC:99283*300*UN*1
                DTP*472*D8*20260225
                REF*6R*F1-1
                %sLX*2
                SV2*0270**100*UN*4
                REF*6R*F1-2
                %s""".formatted(
                responsibility,
                otherPayer,
                isPrimary ? "" : "SVD*00435*210*HC:99283*0450*1\nCAS*CO*45*40\nCAS*PR*2*50\nDTP*573*D8*20260301\n",
                isPrimary ? "" : "SVD*00435*100**0270*4\nDTP*573*D8*20260301");
    }
}
