package org.superbill.payersimulator;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.superbill.payersimulator.claims.PayerClaims;
import org.superbill.payersimulator.clock.PayerClock;
import org.superbill.payersimulator.intake.Intake;
import org.superbill.payersimulator.payment.TestPayments;

/** A night of a payer: many claims in, all of them paid, and what the heap holds at its beginning and end: {@code ./superbill bench payer}. Its name keeps it out of the tests. */
@QuarkusTest
@TestProfile(ClaimToPaymentTest.OwnState.class)
class PayerBench {
    private static final int CLAIMS = Integer.getInteger("claims", 1_000_000);
    private static final int OF_A_FILE = 5_000;
    private static final String ACCOUNT = "bench";

    @Inject
    Intake intake;

    @Inject
    PayerClock clock;

    @Inject
    PayerClaims claims;

    @Inject
    TestPayments payments;

    @Test
    void measure() {
        var start = System.nanoTime();
        for (var first = 0; first < CLAIMS; first += OF_A_FILE) {
            intake.take(ACCOUNT, file(first).getBytes(StandardCharsets.US_ASCII));
            if (first == CLAIMS / 10) {
                print("payer.heap_mb_at_a_tenth", heapMegabytes(), "MB");
            }
        }
        clock.moveTo(clock.today().plusDays(1));
        payments.run();
        print("payer.claims_per_s", CLAIMS / ((System.nanoTime() - start) / 1e9), "1/s");
        print("payer.heap_mb_at_the_end", heapMegabytes(), "MB");
        if (claims.books(ACCOUNT).claims() != CLAIMS) {
            throw new IllegalStateException(
                    "Paid %d claims of %d".formatted(claims.books(ACCOUNT).claims(), CLAIMS));
        }
    }

    /** What is left after a collection. */
    private static double heapMegabytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
    }

    private static void print(String name, double value, String unit) {
        System.out.println("bench " + name + " " + String.format(Locale.ROOT, "%.3f", value) + " " + unit);
    }

    private static String file(int first) {
        var file = new StringBuilder("""
                ISA*00*          *00*          *ZZ*RFM001         *ZZ*66666          *260302*1200*^*00501*%09d*0*T*:~
                GS*HC*RFM001*66666*20260302*1200*1*X*005010X222A1~
                ST*837*0001*005010X222A1~
                BHT*0019*00*B1*20260302*1200*CH~
                NM1*41*2*RIVERSIDE*****46*RFM001~
                PER*IC*PAT LEDGER*TE*2175550100~
                NM1*40*2*PRAIRIE HEALTH PLAN*****46*66666~
                HL*1**20*1~
                NM1*85*2*RIVERSIDE*****XX*1234567893~
                N3*10 RIVER ROAD~
                N4*SPRINGFIELD*IL*627010001~
                REF*EI*123456789~
                """.formatted(first / OF_A_FILE + 1));
        for (var i = 0; i < OF_A_FILE; i++) {
            file.append("""
                    HL*%d*1*22*0~
                    SBR*P*18*******CI~
                    NM1*IL*1*LOPEZ*MARIA****MI*W%d~
                    N3*7 ELM STREET~
                    N4*SPRINGFIELD*IL*62701~
                    DMG*D8*19840712*F~
                    NM1*PR*2*PRAIRIE HEALTH PLAN*****PI*66666~
                    CLM*C%d*150***11:B:1*Y*A*Y*Y~
                    HI*ABK:J029~
                    LX*1~
                    SV1*HC:99213*150*UN*1***1~
                    DTP*472*D8*20260302~
                    """.formatted(i + 2, first + i, first + i));
        }
        return file.append("SE*%d*0001~GE*1*1~IEA*1*%09d~".formatted(11 + 12 * OF_A_FILE, first / OF_A_FILE + 1))
                .toString()
                .replace("\n", "");
    }
}
