package org.superbill.x12.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.superbill.x12.check.ExternalCodes.Answer;

/** Whatever a file has, rules report or are silent; they neither throw nor take time without end. */
class HostileInputTest {
    private static final int MUTATIONS = 75;
    private static final Checker ALL = Checker.upTo(SnipLevel.CODES).with((list, code, on) -> Answer.INVALID);

    @ParameterizedTest
    @ValueSource(longs = {1, 2026, 837})
    void mutatedFilesAreReadToTheirEnd(long seed) {
        System.out.println("HostileInputTest seed " + seed);
        var random = new Random(seed);
        for (var example : Examples.all()) {
            var name = example.getFileName().toString();
            var good = Examples.file(name, Examples.read(name)).getBytes(StandardCharsets.US_ASCII);
            for (int round = 0; round < MUTATIONS; round++) {
                var bytes = good.clone();
                for (int count = 1 + random.nextInt(5); count > 0; count--) {
                    mutate(bytes, random);
                }
                var text = new String(bytes, StandardCharsets.ISO_8859_1);
                Assertions.assertDoesNotThrow(() -> Examples.check(text, ALL), () -> name + " with seed " + seed);
            }
        }
    }

    /** Behind the ISA, so that there is something to read. */
    private static void mutate(byte[] bytes, Random random) {
        int at = 107 + random.nextInt(bytes.length - 107);
        switch (random.nextInt(4)) {
            case 0 -> bytes[at] = (byte) "*:~^-.0Z\n".charAt(random.nextInt(9));
            case 1 -> bytes[at] = (byte) random.nextInt(128);
            case 2 -> {
                int from = 107 + random.nextInt(bytes.length - 107);
                int length = Math.min(random.nextInt(40), bytes.length - Math.max(at, from));
                System.arraycopy(bytes.clone(), from, bytes, at, length);
            }
            default -> bytes[at] ^= (byte) (1 << random.nextInt(7));
        }
    }

    @Test
    void aClaimOfManyPayersAndLinesTakesNoTimeWithoutEnd() {
        var visit = Examples.read("office-visit.837P");
        var head = visit.substring(0, visit.indexOf("LX*1"));
        var payer = """
                SBR*P*18*******CI
                CAS*CO*45*1
                AMT*D*1
                OI***Y***Y
                NM1*IL*1*SMITH*JANE****MI*M1
                NM1*PR*2*KEY INSURANCE*****PI*P1
                """;
        var line = """
                LX*1
                SV1*HC:99213*100*UN*1***1
                DTP*472*D8*20260302
                REF*6R*L1
                SVD*P1*1*HC:99213**1
                DTP*573*D8*20260302
                """;
        var text = Examples.file("x.837P", head + payer.repeat(15_000) + line.repeat(15_000));
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> assertThat(Examples.check(text, ALL)).isNotEmpty());
    }

    @Test
    void manySegmentsThatAreAllWrongTakeNoTimeWithoutEnd() {
        var visit = Examples.read("office-visit.837P");
        var text = Examples.file(
                "x.837P", visit.replace("N4*MIAMI*FL*33111\n", "N4*MIAMI*XX*3-3-1-1-1\n".repeat(100_000)));
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> assertThat(Examples.check(text, ALL)).isNotEmpty());
        var remittance = Examples.read("payment.835");
        var line = "SVC*HC:90471*50*31\nDTM*472*20260302\n";
        var lines = Examples.file("x.835", remittance.replace("PLB*", line.repeat(60_000) + "PLB*"));
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> assertThat(Examples.check(lines, ALL)).isNotEmpty());
    }
}
