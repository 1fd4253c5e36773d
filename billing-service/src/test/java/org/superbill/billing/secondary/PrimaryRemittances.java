package org.superbill.billing.secondary;

import static org.superbill.billing.testing.PayerFiles.remittance;

import java.util.stream.Stream;
import org.superbill.billing.testing.PayerFiles;

/** What a first payer may say of the claim of $175: 99213 for $150, 87070 for $25. */
final class PrimaryRemittances {
    static final String NUMBER = "SB1V1";
    static final String L1 = NUMBER + "L1";
    static final String L2 = NUMBER + "L2";

    private PrimaryRemittances() {}

    record Scenario(String name, String file) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Scenario scenario(String name, PayerFiles.Remittance... payments) {
        return new Scenario(name, PayerFiles.file(payments));
    }

    static PayerFiles.Remittance paid(String paid, String patient) {
        return remittance("T1").claim(NUMBER, "1", "175", paid, patient, "PCN1").patient();
    }

    static Stream<Scenario> scenarios() {
        return Stream.of(
                scenario(
                        "paid with a write-off and a coinsurance",
                        paid("100", "20")
                                .line("99213", "150", "85", L1, "CO*45*45", "PR*2*20")
                                .line("87070", "25", "15", L2, "CO*45*10")),
                scenario(
                        "all of it the deductible",
                        paid("0", "130")
                                .line("99213", "150", "0", L1, "CO*45*40", "PR*1*110")
                                .line("87070", "25", "0", L2, "CO*45*5", "PR*1*20")),
                scenario(
                        "copay and coinsurance in one group",
                        paid("90", "40")
                                .line("99213", "150", "75", L1, "CO*45*35", "PR*3*25**2*15")
                                .line("87070", "25", "15", L2, "CO*45*10")),
                scenario(
                        "sequestration apart",
                        paid("98", "20")
                                .line("99213", "150", "83.30", L1, "CO*45*45**253*1.70", "PR*2*20")
                                .line("87070", "25", "14.70", L2, "CO*45*10**253*.30")),
                scenario(
                        "a line denied with the group of the patient",
                        paid("85", "45")
                                .line("99213", "150", "85", L1, "CO*45*45", "PR*2*20")
                                .line("87070", "25", "0", L2, "PR*96*25")),
                scenario(
                        "a line denied with the group of the contract",
                        paid("85", "20")
                                .line("99213", "150", "85", L1, "CO*45*45", "PR*2*20")
                                .line("87070", "25", "0", L2, "CO*97*25")),
                scenario(
                        "denied as a whole",
                        remittance("T1")
                                .claim(NUMBER, "4", "175", "0", "0", "PCN1")
                                .patient()
                                .line("99213", "150", "0", L1, "CO*50*150")
                                .line("87070", "25", "0", L2, "CO*50*25")),
                scenario(
                        "an adjustment of the claim and of its lines",
                        paid("95", "20")
                                .with("CAS*CO*A2*5")
                                .line("99213", "150", "85", L1, "CO*45*45", "PR*2*20")
                                .line("87070", "25", "15", L2, "CO*45*10")),
                scenario(
                        "decided as a whole",
                        paid("100", "20").with("CAS*CO*45*55").with("CAS*PR*2*20")),
                scenario(
                        "an interest on the claim posts nothing",
                        paid("100", "20")
                                .with("AMT*I*3.21")
                                .line("99213", "150", "85", L1, "CO*45*45", "PR*2*20")
                                .line("87070", "25", "15", L2, "CO*45*10")),
                scenario(
                        "a line paid as two procedures",
                        paid("100", "20")
                                .with("SVC*HC:99212*100*60**1*HC:99213")
                                .with("DTM*472*20260302")
                                .with("CAS*CO*45*20")
                                .with("CAS*PR*2*20")
                                .with("REF*6R*" + L1)
                                .with("SVC*HC:99000*50*25**1*HC:99213")
                                .with("DTM*472*20260302")
                                .with("CAS*CO*45*25")
                                .with("REF*6R*" + L1)
                                .line("87070", "25", "15", L2, "CO*45*10")),
                scenario(
                        "two lines bundled into one",
                        paid("110", "0")
                                .with("SVC*HC:99214*150*110**1*HC:99213")
                                .with("DTM*472*20260302")
                                .with("CAS*CO*45*40")
                                .with("REF*6R*" + L1)
                                .with("SVC*HC:99214*25*0**0*HC:87070")
                                .with("DTM*472*20260302")
                                .with("CAS*CO*97*25")
                                .with("REF*6R*" + L2)),
                scenario(
                        "another code than what was sent",
                        paid("70", "20")
                                .with("SVC*HC:99212*150*55**1*HC:99213*1")
                                .with("DTM*472*20260302")
                                .with("CAS*CO*45*75")
                                .with("CAS*PR*2*20")
                                .with("REF*6R*" + L1)
                                .line("87070", "25", "15", L2, "CO*45*10")),
                scenario(
                        "without our line numbers",
                        paid("100", "20")
                                .line("87070", "25", "15", "", "CO*45*10")
                                .line("99213", "150", "85", "", "CO*45*45", "PR*2*20")),
                scenario(
                        "payer initiated and other adjustments",
                        paid("80", "20")
                                .line("99213", "150", "65", L1, "PI*45*45", "OA*94*20", "PR*2*20")
                                .line("87070", "25", "15", L2, "CO*45*10")),
                scenario(
                        "an adjustment below zero",
                        paid("160", "0")
                                .line("99213", "150", "145", L1, "CO*45*10**94*-5")
                                .line("87070", "25", "15", L2, "CO*45*10")),
                scenario(
                        "units adjusted",
                        paid("100", "20")
                                .line("99213", "150", "85", L1, "CO*151*45*1", "PR*2*20")
                                .line("87070", "25", "15", L2, "CO*45*10")),
                scenario(
                        "seven adjustments of one group",
                        paid("100", "20")
                                .line(
                                        "99213",
                                        "150",
                                        "85",
                                        L1,
                                        "CO*45*10**59*5**24*5**131*5**132*5**137*5",
                                        "CO*144*10",
                                        "PR*2*20")
                                .line("87070", "25", "15", L2, "CO*45*10")),
                scenario(
                        "with outpatient remarks",
                        paid("100", "20")
                                .with("MOA***MA01*MA07")
                                .line("99213", "150", "85", L1, "CO*45*45", "PR*2*20")
                                .line("87070", "25", "15", L2, "CO*45*10")),
                scenario(
                        "a qualified Medicare beneficiary",
                        paid("100", "20")
                                .line("99213", "150", "85", L1, "CO*45*45", "PR*2*20")
                                .with("LQ*HE*N782")
                                .line("87070", "25", "15", L2, "CO*45*10")),
                scenario(
                        "paid, reversed and corrected",
                        paid("100", "20")
                                .line("99213", "150", "85", L1, "CO*45*45", "PR*2*20")
                                .line("87070", "25", "15", L2, "CO*45*10"),
                        remittance("T2")
                                .claim(NUMBER, "22", "-175", "-100", "0", "PCN1")
                                .patient()
                                .line("99213", "-150", "-85", L1, "CO*45*-45", "PR*2*-20")
                                .line("87070", "-25", "-15", L2, "CO*45*-10")
                                .claim(NUMBER, "1", "175", "110", "10", "PCN2")
                                .patient()
                                .line("99213", "150", "95", L1, "CO*45*45", "PR*2*10")
                                .line("87070", "25", "15", L2, "CO*45*10")),
                scenario(
                        "denied first and paid later without a reversal",
                        remittance("T1")
                                .claim(NUMBER, "4", "175", "0", "0", "PCN1")
                                .patient()
                                .line("99213", "150", "0", L1, "CO*16*150")
                                .line("87070", "25", "0", L2, "CO*16*25"),
                        remittance("T2")
                                .claim(NUMBER, "1", "175", "100", "20", "PCN1")
                                .patient()
                                .line("99213", "150", "85", L1, "CO*45*45", "PR*2*20")
                                .line("87070", "25", "15", L2, "CO*45*10")),
                scenario(
                        "decided line by line in two payments",
                        remittance("T1")
                                .claim(NUMBER, "1", "150", "85", "20", "PCN1")
                                .patient()
                                .line("99213", "150", "85", L1, "CO*45*45", "PR*2*20"),
                        remittance("T2")
                                .claim(NUMBER, "1", "25", "15", "0", "PCN1")
                                .patient()
                                .line("87070", "25", "15", L2, "CO*45*10")),
                scenario(
                        "forwarded, and the next payer stayed silent",
                        remittance("T1")
                                .claim(NUMBER, "19", "175", "100", "20", "PCN1")
                                .patient()
                                .line("99213", "150", "85", L1, "CO*45*45", "PR*2*20")
                                .line("87070", "25", "15", L2, "CO*45*10")));
    }
}
