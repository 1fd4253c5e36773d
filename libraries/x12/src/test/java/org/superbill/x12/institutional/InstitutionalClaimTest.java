package org.superbill.x12.institutional;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.superbill.x12.Files837;
import org.superbill.x12.Unit;
import org.superbill.x12.X12Reader;
import org.superbill.x12.guide.Guide;

/** Institutional claims, read and written one at a time. */
class InstitutionalClaimTest {
    private static final String SUBSCRIBER = """
            BHT*0019*00*BATCH1*20260302*0930*CH
            NM1*41*2*HOSPITAL*****46*SB1
            PER*IC*BILLING*TE*5550100
            NM1*40*2*PAYER*****46*P1
            HL*1**20*1
            NM1*85*2*HOSPITAL*****XX*1912301953
            N3*1 MAIN STREET
            N4*MIAMI*FL*331110000
            REF*EI*587654321
            HL*2*1*22*0
            SBR*P*18*******MA
            NM1*IL*1*SMITH*JANE****MI*M1
            N3*2 MAIN STREET
            N4*MIAMI*FL*33111
            DMG*D8*19430501*F
            NM1*PR*2*KEY INSURANCE*****PI*999996666
            """;
    private static final String OTHER = """
            HL*3*1*22*1
            SBR*P********MA
            NM1*IL*1*JONES*JIM****MI*M2
            NM1*PR*2*KEY INSURANCE*****PI*999996666
            HL*4*3*23*0
            PAT*19
            NM1*QC*1*JONES*TIM
            N3*3 MAIN STREET
            N4*MIAMI*FL*33111
            DMG*D8*20100501*M
            """;

    private static String claim(String number) {
        return """
                CLM*%s*100***13:A:1**A*Y*Y
                DTP*434*RD8*20260301-20260301
                CL1*3**01
                HI*ABK:J069
                LX*1
                SV2*0450*HC:99283*100*UN*1
                DTP*472*D8*20260301
                """.formatted(number);
    }

    private static final class Taken implements InstitutionalClaimHandler {
        private final List<InstitutionalClaim> claims = new ArrayList<>();
        private final List<Unit> orphans = new ArrayList<>();

        @Override
        public void claim(InstitutionalClaim claim) {
            claims.add(claim);
        }

        @Override
        public void orphan(Unit unit) {
            orphans.add(unit);
        }
    }

    private static Taken read(String text) {
        var taken = new Taken();
        Files837.read(text, X12Reader.streaming().checkingElements(), taken);
        return taken;
    }

    private static String file() {
        return Files837.file(Guide.INSTITUTIONAL_837, SUBSCRIBER + claim("A1") + claim("A2") + OTHER + claim("B1"));
    }

    @Test
    void claimsComeOneAtATimeWithWhatSurroundsThem() {
        var claims = read(file()).claims;
        assertThat(claims)
                .extracting(claim -> claim.claim().claimInformation().patientControlNumber())
                .containsExactly("A1", "A2", "B1");
        assertThat(claims).allSatisfy(claim -> {
            assertThat(claim.errors()).isEmpty();
            assertThat(claim.beginning().batchNumber()).isEqualTo("BATCH1");
            assertThat(claim.billingProvider().billingProviderName().npi()).isEqualTo("1912301953");
        });
        assertThat(claims.get(0).patient()).isNull();
        assertThat(claims.get(2).patient().patientName().name().first()).isEqualTo("TIM");
        assertThat(claims.get(2).subscriber().subscriberName().name().id()).isEqualTo("M2");
    }

    @Test
    void claimsWrittenOneAtATimeAreTheFileTheyWereReadFrom() {
        var claims = read(file()).claims;
        var first = claims.get(0);
        var written = Files837.written(Guide.INSTITUTIONAL_837, writer -> {
            var set = new InstitutionalClaimWriter(writer);
            set.start("0001", first.beginning(), first.submitter(), first.receiver());
            for (var claim : claims) {
                set.claim(claim);
            }
            set.end();
        });
        assertThat(transactionSet(written)).isEqualTo(transactionSet(file()));
    }

    private static List<String> transactionSet(String text) {
        var segments = Files837.segments(text);
        return segments.subList(2, segments.size());
    }

    @Test
    void aBrokenClaimDoesNotEndTheFile() {
        var text = Files837.file(
                Guide.INSTITUTIONAL_837,
                SUBSCRIBER
                        + claim("A1").replace("CL1*3**01\n", "")
                        + claim("A2").replace("*100***", "*ABC***")
                        + claim("A3"));
        var claims = read(text).claims;
        assertThat(claims).hasSize(3);
        assertThat(Files837.codes(claims.get(0).errors())).containsExactly("SEGMENT 3 CL1");
        assertThat(Files837.codes(claims.get(1).errors())).containsExactly("ELEMENT 6 CLM02");
        assertThat(claims.get(2).errors()).isEmpty();
    }

    @Test
    void aClaimWithoutItsSubmitterIsAnOrphanAndAProfessionalClaimIsNotTaken() {
        var orphan = read(Files837.file(
                Guide.INSTITUTIONAL_837, SUBSCRIBER.replace("NM1*41*2*HOSPITAL*****46*SB1\n", "") + claim("A1")));
        assertThat(orphan.claims).isEmpty();
        assertThat(orphan.orphans).hasSize(1);
        assertThat(read(Files837.file(Files837.claimBody())).claims).isEmpty();
    }
}
