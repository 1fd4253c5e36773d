package org.superbill.billing.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.superbill.billing.ledger.Cents;
import org.superbill.billing.testing.PayerFiles;

class SegmentFinderTest {
    private final String file = PayerFiles.file(
            PayerFiles.remittance("T0")
                    .claim("SB9V1", "1", "10", "10", "0", "P9")
                    .patient(),
            PayerFiles.remittance("T1")
                    .claim("SB1V1", "22", "-175", "-120", "0", "P1")
                    .patient()
                    .claim("SB1V1", "1", "175", "115", "20", "P1")
                    .with("CAS*OA*23*5")
                    .patient()
                    .line("99213", "150", "100", "SB1V1L1", "CO*45*30**253*5", "PR*3*20")
                    .line("87070", "25", "20", "SB1V1L2", "CO*45*5")
                    .providerAdjustment("WO", "7"));
    private final SegmentFinder finder = new SegmentFinder(file.getBytes(StandardCharsets.UTF_8));

    private List<String> found(Integer claim, List<Integer> services, String reason, long amount) {
        return finder.inRemittance(2, claim, services, reason, Cents.of(amount)).stream()
                .map(SegmentFinder.Segment::text)
                .toList();
    }

    @Test
    void aPaymentOfALineComesFromItsClaimAndItsLine() {
        assertThat(found(2, List.of(2), null, 20_00))
                .containsExactly("CLP*SB1V1*1*175*115*20*CI*P1*11*1", "SVC*HC:87070*25*20");
    }

    @Test
    void anAdjustmentComesFromItsSegmentWhicheverOfItsCodesItIs() {
        assertThat(found(2, List.of(1), "CO-253", 5_00)).last().isEqualTo("CAS*CO*45*30**253*5");
        assertThat(found(2, List.of(1), "PR-3", 20_00)).last().isEqualTo("CAS*PR*3*20");
        assertThat(found(2, List.of(), "OA-23", 5_00))
                .containsExactly("CLP*SB1V1*1*175*115*20*CI*P1*11*1", "CAS*OA*23*5");
    }

    /** Two SVC about one line of ours: each amount is of the one that says it; what neither says is of both. */
    @Test
    void aPartOfALineThatWasSplitIsTheOneWithTheAmount() {
        var both = List.of(1, 2);
        assertThat(found(2, both, null, 100_00)).last().isEqualTo("SVC*HC:99213*150*100");
        assertThat(found(2, both, null, -20_00)).last().isEqualTo("SVC*HC:87070*25*20");
        assertThat(found(2, both, "CO-45", 5_00))
                .containsExactly("CLP*SB1V1*1*175*115*20*CI*P1*11*1", "SVC*HC:87070*25*20", "CAS*CO*45*5");
        assertThat(found(2, both, "CO-45", 35_00))
                .containsExactly(
                        "CLP*SB1V1*1*175*115*20*CI*P1*11*1",
                        "SVC*HC:99213*150*100",
                        "CAS*CO*45*30**253*5",
                        "SVC*HC:87070*25*20",
                        "CAS*CO*45*5");
    }

    @Test
    void aReversalHasAClaimOfItsOwn() {
        assertThat(found(1, List.of(1), null, 100_00)).containsExactly("CLP*SB1V1*22*-175*-120*0*CI*P1*11*1");
    }

    @Test
    void whatIsNoClaimsComesFromThePaymentOrTheProviderAdjustment() {
        assertThat(found(null, List.of(), "PLB-WO", 7_00)).containsExactly("PLB*1234567893*20261231*WO:REF*7");
        assertThat(found(null, List.of(), null, 120_00))
                .extracting(text -> text.substring(0, 3))
                .containsExactly("BPR", "TRN");
    }

    @Test
    void theNumberOfASegmentIsItsLineInTheFile() {
        var payment = finder.inRemittance(2, null, List.of(), null, Cents.ZERO).get(0);
        assertThat(file.lines().toList().get(payment.number() - 1)).startsWith("BPR*");
    }

    @Test
    void aClaimFileIsOpenedByClaimNumberAndLine() {
        var sent =
                "ISA*00*          *00*          *ZZ*RIVERSIDE      *ZZ*KEY            *260302*0900*^*00501*000000001*0*T*:~"
                        + "ST*837*0001~CLM*SB1V1*175~LX*1~SV1*HC:99213*150*UN*1~LX*2~SV1*HC:87070*25*UN*1~CLM*SB2V1*10~LX*2~SV1*HC:1*10~SE*1*1~";
        var segments = new SegmentFinder(sent.getBytes(StandardCharsets.UTF_8)).inClaimFile("SB1V1", 2);
        assertThat(segments)
                .extracting(SegmentFinder.Segment::text)
                .containsExactly("CLM*SB1V1*175", "SV1*HC:87070*25*UN*1");
    }
}
