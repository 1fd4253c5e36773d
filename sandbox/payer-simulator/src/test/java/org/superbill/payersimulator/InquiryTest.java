package org.superbill.payersimulator;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.superbill.x12.Loop;
import org.superbill.x12.Segment;
import org.superbill.x12.Transaction;
import org.superbill.x12.claimstatus.ClaimAcknowledgment;
import org.superbill.x12.remittance.RemittanceAdvice;

/** Questions of a claim's status (276) and of eligibility (270), and their answers (277, 271). */
@QuarkusTest
@TestProfile(ClaimToPaymentTest.OwnState.class)
class InquiryTest {
    private final Desk desk = new Desk();

    @AfterEach
    void forgetMembers() {
        benefits("{\"members\": {}, \"fees\": {}}");
    }

    @Test
    void aClaimIsInProcessThenPaidWithItsTrace() {
        desk.leave(ClaimToPaymentTest.claim("C1", "W123", "1", ""));
        ask("W123", "C1");
        assertThat(desk.kinds()).containsExactly("999", "277CA", "999", "277");
        assertThat(status(desk.newest("277")).component(1, 1)).isEqualTo("P1");

        Desk.pass(1);
        ask("W123", "C1");
        var answer = desk.newest("277");
        var paid = status(answer);
        assertThat(paid.element(1)).isEqualTo(Segment.composite("F1", "65"));
        assertThat(paid.decimal(4)).isEqualByComparingTo("150");
        assertThat(paid.decimal(5)).isEqualByComparingTo("100");
        assertThat(paid.element(9))
                .isEqualTo(RemittanceAdvice.of(desk.newest("835")).traceNumber());
        var claim = claims(answer.root()).get(0);
        assertThat(claim.required("TRN").element(2)).isEqualTo("T-C1");
        assertThat(claim.segment("REF", "1K").element(2))
                .isEqualTo(ClaimAcknowledgment.of(desk.newest("277CA"))
                        .claims()
                        .get(0)
                        .reference("1K"));
    }

    @Test
    void eachStandingHasItsStatus() {
        for (var standing : List.of(
                List.of("W1D29", "F2", "1"),
                List.of("W1PD1", "F1", "104"),
                List.of("W1RVO", "F3", "101"),
                List.of("W1LAT", "P1", "20"),
                List.of("W1R21", "A4", "35"),
                List.of("W1XL2", "A4", "35"))) {
            desk.leave(ClaimToPaymentTest.claim("C" + standing.get(0), standing.get(0), "1", ""));
            Desk.pass(7);
            ask(standing.get(0), "C" + standing.get(0));
            assertThat(status(desk.newest("277")).element(1))
                    .as(standing.get(0))
                    .isEqualTo(Segment.composite(standing.get(1), standing.get(2)));
        }
        desk.leave(ClaimToPaymentTest.claim("CXOV", "W1XOV", "1", ""));
        Desk.pass(1);
        ask("W1XOV", "CXOV");
        assertThat(status(desk.newest("277")).element(10)).isEqualTo(Segment.composite("F3F", "16", "TT"));
    }

    @Test
    void anothersClaimIsNotFound() {
        desk.leave(ClaimToPaymentTest.claim("C1", "W123", "1", ""));
        ask("W124", "C1");
        assertThat(status(desk.newest("277")).element(1)).isEqualTo(Segment.composite("A4", "35"));
        var stranger = new Desk();
        ask(stranger, "W123", "C1");
        assertThat(status(stranger.newest("277")).element(1)).isEqualTo(Segment.composite("A4", "35"));
    }

    @Test
    void withoutANumberEachClaimOfThePatientOnThoseDaysIsAnsweredUnderOneTrace() {
        desk.leave(ClaimToPaymentTest.claim("C1", "W123", "1", ""));
        desk.leave(ClaimToPaymentTest.claim("C2", "W123", "1", "").replace("*150*", "*90*"));
        desk.leave(ClaimToPaymentTest.claim("C3", "W123", "1", "").replace("472*D8*20260302", "472*D8*20260220"));
        desk.leave(ClaimToPaymentTest.claim("C4", "W124", "1", ""));
        search("W123", "RD8*20260301-20260302", "");
        var found = claims(desk.newest("277").root());
        assertThat(found)
                .extracting(claim -> claim.segment("REF", "EJ").element(2))
                .containsExactlyInAnyOrder("C1", "C2");
        assertThat(found).extracting(claim -> claim.required("TRN").element(2)).containsOnly("T-SEARCH");
        search("W123", "D8*20260302", "AMT*T3*90\n");
        assertThat(claims(desk.newest("277").root()))
                .extracting(claim -> claim.segment("REF", "EJ").element(2))
                .containsExactly("C2");
        search("W123", "D8*20260303", "");
        assertThat(status(desk.newest("277")).element(1)).isEqualTo(Segment.composite("A4", "35"));
    }

    @Test
    void aLineHasItsOwnStatusOnceItIsDecidedOrWhereItIsAskedAbout() {
        var twoLines = ClaimToPaymentTest.claim("C1", "W1BUN", "1", "")
                .replace("CLM*C1*150*", "CLM*C1*175*")
                .replace("SE*24*", "LX*2~SV1*HC:87070*25*UN*1***1~DTP*472*D8*20260302~REF*6R*C1-2~SE*28*");
        desk.leave(twoLines);
        ask("W1BUN", "C1");
        assertThat(lines(desk.newest("277"))).isEmpty();
        askLine("W1BUN", "C1", "C1-2");
        assertThat(lines(desk.newest("277"))).containsExactly("C1-2 25 0 P1 20");
        Desk.pass(1);
        ask("W1BUN", "C1"); // the visit of 150: 120 allowed, 20 copay; the test is bundled into it
        assertThat(lines(desk.newest("277"))).containsExactly("C1-1 150 100 F1 65", "C1-2 25 0 F2 1");
        askLine("W1BUN", "C1", "C1-1");
        assertThat(lines(desk.newest("277"))).containsExactly("C1-1 150 100 F1 65");
    }

    @Test
    void aDependentsClaimIsAnsweredAtTheDependentsLevel() {
        desk.leave("HR", "005010X212", "276", "20260305", """
                %s
                HL*4*3*22*1
                NM1*IL*1*DOE*JON****MI*M2
                HL*5*4*23
                DMG*D8*20150501*M
                NM1*QC*1*DOE*TIM
                TRN*1*T2
                REF*EJ*C2
                DTP*472*D8*20260302""".formatted(ASKER));
        var levels = desk.newest("277").root();
        assertThat(claims(levels)).extracting(Loop::id).containsExactly("2200E");
    }

    @Test
    void aMemberIsToldItsCoverageAndShares() {
        benefits("""
                {"members": {"M7": {"coverageFrom": "2026-01-01", "coverageTo": "2026-03-31", "copay": 5, "coinsuranceShare": 0.1}}, "fees": {}}
                """);
        askBenefits("M7", "20260331");
        assertThat(desk.kinds()).containsExactly("999", "271");
        assertThat(benefits(desk.newest("271"))).containsExactly("1 30", "A 30 0.1", "B 98 5");
        askBenefits("M7", "20260401");
        assertThat(benefits(desk.newest("271"))).containsExactly("6 30");
        askBenefits("W1", "20260401");
        assertThat(benefits(desk.newest("271"))).containsExactly("1 30", "A 30 0.20", "B 98 20.00");
    }

    @Test
    void eachServiceTypeThatIsAskedHasItsOwnBenefits() {
        benefits("""
                {"members": {"M7": {"coverageFrom": "2026-01-01", "copay": 5, "coinsuranceShare": 0.1}}, "fees": {}}
                """);
        askBenefits("M7", "20260302", "98^33");
        assertThat(benefits(desk.newest("271"))).containsExactly("1 98", "B 98 5", "1 33", "A 33 0.1");
        askBenefits("M7", "20251231", "98^33");
        assertThat(benefits(desk.newest("271"))).containsExactly("6 98", "6 33");
        askBenefits("M7", "20260302", "30^98");
        assertThat(benefits(desk.newest("271"))).containsExactly("1 30", "A 30 0.1", "1 98", "B 98 5");
    }

    @Test
    void eligibilityIsWhatTheScenarioOfTheMemberWouldSayOfAClaim() {
        askBenefits("W1D27", "20260302");
        assertThat(benefits(desk.newest("271"))).containsExactly("6 30");
        askBenefits("W1R21", "20260302");
        var answer = desk.newest("271").root();
        assertThat(answer.allSegments())
                .filteredOn(segment -> segment.is("AAA"))
                .extracting(aaa -> aaa.element(3))
                .containsExactly("75");
    }

    private static final String ASKER = """
            BHT*0010*13*ST1*20260302*0930
            HL*1**20*1
            NM1*PR*2*PRAIRIE HEALTH PLAN*****PI*66666
            HL*2*1*21*1
            NM1*41*2*RIVERSIDE*****46*RFM001
            HL*3*2*19*1
            NM1*1P*2*RIVERSIDE*****XX*1234567893""";

    private int asked;

    private void ask(String memberId, String claimNumber) {
        ask(desk, memberId, claimNumber);
    }

    /** Each file differs, for the same bytes are taken once. */
    private void ask(Desk from, String memberId, String claimNumber) {
        from.leave("HR", "005010X212", "276", "20260305", """
                %s
                HL*4*3*22*0
                DMG*D8*19840712*F
                NM1*IL*1*LOPEZ*MARIA****MI*%s
                TRN*1*T-%s
                REF*EJ*%s
                AMT*T3*150
                DTP*472*D8*20260302""".formatted(
                        ASKER.replace("ST1", "ST" + ++asked), memberId, claimNumber, claimNumber));
    }

    private void askLine(String memberId, String claimNumber, String line) {
        desk.leave("HR", "005010X212", "276", "20260305", """
                %s
                HL*4*3*22*0
                DMG*D8*19840712*F
                NM1*IL*1*LOPEZ*MARIA****MI*%s
                TRN*1*T-%s
                REF*EJ*%s
                SVC*HC:99999*1****1
                REF*FJ*%s
                DTP*472*D8*20260302""".formatted(
                        ASKER.replace("ST1", "ST" + ++asked), memberId, claimNumber, claimNumber, line));
    }

    private void search(String memberId, String days, String charge) {
        desk.leave("HR", "005010X212", "276", "20260305", """
                %s
                HL*4*3*22*0
                DMG*D8*19840712*F
                NM1*IL*1*LOPEZ*MARIA****MI*%s
                TRN*1*T-SEARCH
                %sDTP*472*%s""".formatted(
                        ASKER.replace("ST1", "ST" + ++asked), memberId, charge, days));
    }

    private void askBenefits(String memberId, String day) {
        askBenefits(memberId, day, "30");
    }

    private void askBenefits(String memberId, String day, String serviceTypes) {
        desk.leave("HS", "005010X279A1", "270", "20260305", """
                BHT*0022*13*REQ1*20260302*0930
                HL*1**20*1
                NM1*PR*2*PRAIRIE HEALTH PLAN*****PI*66666
                HL*2*1*21*1
                NM1*1P*2*RIVERSIDE*****XX*1234567893
                HL*3*2*22*0
                TRN*1*T1*9SUPERBILL
                NM1*IL*1*LOPEZ*MARIA****MI*%s
                DMG*D8*19840712
                DTP*291*D8*%s
                EQ*%s""".formatted(memberId, day, serviceTypes));
    }

    private static void benefits(String json) {
        given().contentType("application/json")
                .body(json)
                .put("/benefits")
                .then()
                .statusCode(200);
    }

    private static Segment status(Transaction answer) {
        return claims(answer.root()).get(0).required("STC");
    }

    private static List<Loop> claims(Loop loop) {
        return loop.parts().stream()
                .filter(Loop.class::isInstance)
                .map(Loop.class::cast)
                .flatMap(child -> child.id().startsWith("2200") && child.segment("STC") != null
                        ? List.of(child).stream()
                        : claims(child).stream())
                .toList();
    }

    /** Number, charge, payment and status of each line. */
    private static List<String> lines(Transaction answer) {
        return claims(answer.root()).get(0).loops("2220D", loop -> loop).stream()
                .map(line -> "%s %s %s %s"
                        .formatted(
                                line.segment("REF", "FJ").element(2),
                                line.required("SVC")
                                        .decimal(2)
                                        .stripTrailingZeros()
                                        .toPlainString(),
                                line.required("SVC")
                                        .decimal(3)
                                        .stripTrailingZeros()
                                        .toPlainString(),
                                line.required("STC").component(1, 1) + " "
                                        + line.required("STC").component(1, 2)))
                .toList();
    }

    private static List<String> benefits(Transaction answer) {
        return answer.root().allSegments().stream()
                .filter(segment -> segment.is("EB"))
                .map(eb -> (eb.element(1) + " " + eb.element(3) + " " + eb.element(7) + eb.element(8)).strip())
                .toList();
    }
}
