package org.superbill.x12;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.professional.ProfessionalClaim;
import org.superbill.x12.professional.ProfessionalClaimHandler;

/** Hostile and broken files: each fault is named, and what can be read is read. */
class BrokenInputTest {
    private static final String GOOD = Files837.file(Files837.claimBody());

    private static final class Claims implements ProfessionalClaimHandler {
        private final List<String> numbers = new ArrayList<>();
        private final List<X12Error> errors = new ArrayList<>();
        private final List<Transaction> transactions = new ArrayList<>();

        @Override
        public void claim(ProfessionalClaim claim) {
            numbers.add(claim.claim().patientControlNumber());
        }

        @Override
        public void error(X12Error error) {
            errors.add(error);
        }

        @Override
        public void endTransaction(Transaction transaction) {
            transactions.add(transaction);
        }
    }

    private static Claims stream(String text) {
        return stream(text, Limits.STREAMING);
    }

    private static Claims stream(String text, Limits limits) {
        var claims = new Claims();
        Files837.read(text, X12Reader.streaming().within(limits), claims);
        return claims;
    }

    @Test
    void aGoodFileHasNoErrors() {
        assertThat(Files837.errors(GOOD)).isEmpty();
        assertThat(stream(GOOD).numbers).containsExactly("C1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n \r\n", "\uFEFF"})
    void anEmptyFileIsNoError(String text) {
        assertThat(Files837.errors(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "<xml/>", "UNA:+.? 'UNB+", "IS", "ISA", "ISA*00*"})
    void whatIsNoInterchangeIsSaidSo(String text) {
        assertThat(Files837.read(text).errors())
                .extracting(error -> error.level())
                .containsExactly(X12Error.Level.INTERCHANGE);
    }

    @Test
    void anIsaOfTheWrongLengthIsRefusedAndTheNextInterchangeIsRead() {
        var claims = stream(GOOD.replace("SUPERBILL      ", "SUPERBILL") + GOOD);
        assertThat(claims.numbers).containsExactly("C1");
        assertThat(Files837.codes(claims.errors)).contains("INTERCHANGE 022 ISA");
    }

    @Test
    void delimitersThatAreNotDistinctAreRefused() {
        assertThat(Files837.errors(GOOD.replace("*T*:~", "*T*~~"))).contains("INTERCHANGE 022 ISA");
        assertThat(Files837.errors(GOOD.replace("*T*:~", "*T*A~"))).contains("INTERCHANGE 022 ISA");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CLM*C1", "HI*ABK", "SE*", "GE*1", "IEA*1"})
    void aFileThatBreaksOffIsReportedAndClosed(String at) {
        var claims = stream(GOOD.substring(0, GOOD.indexOf(at)));
        assertThat(Files837.codes(claims.errors)).contains("INTERCHANGE 023 IEA");
        assertThat(claims.transactions).hasSize(1);
    }

    @Test
    void aFileThatBreaksOffInsideASegmentIsReported() {
        var claims = stream(GOOD.substring(0, GOOD.indexOf("*UN*1")));
        assertThat(Files837.codes(claims.errors)).contains("INTERCHANGE 023 IEA");
    }

    @Test
    void wrongCountsAndControlNumbersAreNamed() {
        assertThat(Files837.errors(GOOD.replace("SE*23*0001", "SE*22*0001"))).containsExactly("TRANSACTION 4 SE01");
        assertThat(Files837.errors(GOOD.replace("SE*23*0001", "SE*XX*0001"))).contains("TRANSACTION 4 SE01");
        assertThat(Files837.errors(GOOD.replace("SE*23*0001", "SE*23*0002"))).containsExactly("TRANSACTION 3 SE02");
        assertThat(Files837.errors(GOOD.replace("GE*1*1", "GE*2*1"))).containsExactly("GROUP 5 GE01");
        assertThat(Files837.errors(GOOD.replace("GE*1*1", "GE*1*2"))).containsExactly("GROUP 4 GE02");
        assertThat(Files837.errors(GOOD.replace("IEA*1*", "IEA*3*"))).containsExactly("INTERCHANGE 021 IEA01");
        assertThat(Files837.errors(GOOD.replace("IEA*1*000000001", "IEA*1*000000002")))
                .containsExactly("INTERCHANGE 001 IEA02");
    }

    @Test
    void missingTrailersAreNamedAndTheirContentIsKept() {
        assertThat(Files837.errors(GOOD.replace("SE*23*0001~\n", ""))).contains("TRANSACTION 2 SE");
        assertThat(Files837.errors(GOOD.replace("GE*1*1~\n", ""))).containsExactly("GROUP 3 GE");
        assertThat(Files837.errors(GOOD.replace("IEA*1*000000001~\n", ""))).containsExactly("INTERCHANGE 023 IEA");
        assertThat(stream(GOOD.replace("SE*23*0001~\n", "")).numbers).containsExactly("C1");
    }

    @Test
    void anInterchangeThatBeginsInsideAnotherIsReadAndTheFirstIsClosed() {
        var claims = stream(GOOD.substring(0, GOOD.indexOf("SE*23")) + GOOD);
        assertThat(claims.numbers).containsExactly("C1", "C1");
        assertThat(Files837.codes(claims.errors)).contains("TRANSACTION 2 SE", "GROUP 3 GE", "INTERCHANGE 022 IEA");
    }

    @Test
    void aControlNumberStandsOnceInItsGroup() {
        var set = GOOD.substring(GOOD.indexOf("ST*"), GOOD.indexOf("GE*"));
        assertThat(Files837.errors(GOOD.replace("GE*1*1", set + "GE*2*1"))).containsExactly("TRANSACTION 23 ST02");
    }

    @Test
    void aTransactionSetWithoutAGuideIsKeptUpToTheLimitOnly() {
        var text = GOOD.replace("005010X222A1", "004010X098A1");
        var file = Files837.read(text, X12Reader.whole().within(new Limits(500, 1000, 10, 10)));
        assertThat(Files837.codes(file.errors()))
                .hasSize(2)
                .element(1)
                .asString()
                .startsWith("SEGMENT 2");
        assertThat(file.transactions().get(0).root().allSegments()).hasSizeLessThan(23);
    }

    @Test
    void aTransactionSetOfUnknownVersionIsReportedAndKeptAsItIs() {
        var text = GOOD.replace("005010X222A1", "004010X098A1");
        var file = Files837.read(text);
        assertThat(Files837.codes(file.errors())).containsExactly("TRANSACTION 1 ST01");
        assertThat(file.transactions().get(0).root().allSegments()).hasSize(23);
        assertThat(stream(text).numbers).isEmpty();
    }

    @Test
    void anElementLongerThanTheLimitCostsItsSegmentOnly() {
        var claims = stream(twoClaims().replace("ABK:J069*ABF:Z23", "ABK:J069" + "9".repeat(5000)));
        assertThat(claims.numbers).containsExactly("C1", "C2");
        assertThat(claims.errors.get(0).message()).contains("4096");
        assertThat(claims.errors.get(0).segment()).isEqualTo(19);
        assertThat(claims.errors.get(0).segmentId()).isEqualTo("HI");
    }

    @Test
    void aSegmentLongerThanTheLimitCostsItselfOnly() {
        var claims = stream(
                twoClaims().replace("SV1*HC:99213*100", "SV1" + "*HC:99213".repeat(100)),
                new Limits(500, 100_000, 10, 10));
        assertThat(claims.numbers).containsExactly("C1", "C2");
        assertThat(claims.errors).extracting(X12Error::message).contains("The segment is longer than 500 characters");
    }

    private static String twoClaims() {
        var body = Files837.claimBody();
        var claim = body.substring(body.indexOf("CLM*C1"));
        return Files837.file(body + claim.replace("CLM*C1", "CLM*C2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"H*ABK:J069", "HIHIHI*ABK", "H\u0001I*ABK", "*ABK:J069", "HI*ABK\u001DX", ":HI*ABK", "HI^*X"})
    void aDamagedSegmentOfAClaimDoesNotEndTheFile(String damaged) {
        var text = twoClaims();
        int at = text.indexOf("HI*ABK:J069");
        var claims = stream(text.substring(0, at) + damaged + text.substring(at + "HI*ABK:J069".length()));
        assertThat(claims.numbers).containsExactly("C1", "C2");
        assertThat(claims.errors.get(0).segment()).isEqualTo(19);
        assertThat(Files837.codes(claims.errors).get(1)).isEqualTo("SEGMENT 3 HI");
        assertThat(claims.errors).hasSize(2);
    }

    @Test
    void bytesThatAreNoTextCostTheirSegmentOnly() throws IOException {
        var bytes = twoClaims().getBytes(StandardCharsets.ISO_8859_1);
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        bytes[text.indexOf("BILLING*TE")] = (byte) 0xC3;
        var claims = new Claims();
        X12Reader.streaming().read(new ByteArrayInputStream(bytes), claims);
        assertThat(claims.numbers).containsExactly("C1", "C2");
        assertThat(claims.errors.get(0).message()).contains("no text");
    }

    @Test
    void tooManyDamagedSegmentsEndTheInterchangeButNotTheFile() {
        var garbage = "A~".repeat(50);
        var claims = stream(GOOD.replace("HI*ABK", garbage + "HI*ABK") + GOOD, new Limits(500, 100_000, 10, 100));
        assertThat(claims.errors).extracting(X12Error::code).contains("024");
        assertThat(claims.numbers).contains("C1");
        assertThat(claims.transactions).hasSize(2);
    }

    @Test
    void moreThanMayBeKeptIsRefused() {
        var many = "REF*G1*1\n".repeat(200);
        var text = Files837.file(Files837.claimBody().replace("HI*ABK", many + "HI*ABK"));
        var claims = stream(text, new Limits(500, 10_000, 10, 1000));
        assertThat(claims.errors)
                .extracting(X12Error::message)
                .contains("More than 10000 characters would have to be kept");
        assertThat(claims.transactions).hasSize(1);
    }

    @Test
    void onlyALimitedNumberOfErrorsIsTold() {
        var many = "ZZZ*1\n".repeat(200);
        var claims = stream(
                Files837.file(Files837.claimBody().replace("HI*ABK", many + "HI*ABK")),
                new Limits(500, 100_000, 10, 50));
        assertThat(claims.errors).hasSize(50);
    }

    @Test
    void segmentsOutsideOfATransactionSetAreReportedOnce() {
        var text = GOOD.replace("GE*1*1", "REF*1*2~REF*1*2~GE*1*1");
        assertThat(Files837.errors(text)).containsExactly("INTERCHANGE 024 REF");
    }

    @Test
    void whatOpensOrClosesAnEnvelopeAtTheWrongPlaceIsReported() {
        assertThat(Files837.errors(GOOD.replace("SE*23*0001~", "SE*23*0001~\nSE*23*0001~")))
                .containsExactly("INTERCHANGE 024 SE");
        assertThat(Files837.errors(GOOD.replace("GE*1*1~", "GE*1*1~\nGE*1*1~"))).containsExactly("INTERCHANGE 024 GE");
        assertThat(Files837.errors(GOOD.replace("GE*1*1~", "GE*1*1~\nST*837*0002~")))
                .containsExactly("INTERCHANGE 024 ST");
        assertThat(Files837.errors(GOOD.replace("ST*837", "TA1*000000001*260302*0930*A*000~\nST*837")))
                .containsExactly("INTERCHANGE 024 TA1");
    }

    @Test
    void aStreamThatFailsIsTheCallersTrouble() {
        var failing = new InputStream() {
            private int at;

            @Override
            public int read() throws IOException {
                if (at >= 300) {
                    throw new IOException("the disk is gone");
                }
                return GOOD.charAt(at++);
            }
        };
        assertThatThrownBy(() -> X12Reader.streaming().read(failing, new Claims()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("the disk is gone");
    }

    @Test
    void theStructureOfAClaimIsHeldAgainstTheGuide() {
        assertThat(errors("HI*ABK:J069*ABF:Z23\n", "")).containsExactly("SEGMENT 3 HI");
        assertThat(errors("DTP*472*D8*20260302\n", "")).containsExactly("SEGMENT 3 DTP");
        assertThat(errors("SBR*P*18*******CI\n", "")).containsExactly("SEGMENT 3 SBR");
        assertThat(errors("LX*1\nSV1*HC:99213*100*UN*1***1\nDTP*472*D8*20260302\n", ""))
                .containsExactly("SEGMENT I7 LX");
        assertThat(errors("HI*ABK", "REF*G1*1\nREF*G1*2\nHI*ABK")).containsExactly("SEGMENT 5 REF");
        assertThat(errors("HI*ABK", "ZZZ*1\nHI*ABK")).containsExactly("SEGMENT 2 ZZZ");
        assertThat(errors("HI*ABK", "REF*ZZ*1\nHI*ABK")).containsExactly("SEGMENT 2 REF");
        assertThat(errors("LX*1", "REF*G1*1\nLX*1")).containsExactly("SEGMENT 7 REF");
        assertThat(errors("HI*ABK", "NM1*82*1*A****XX*1\nNM1*82*1*B\nHI*ABK")).contains("SEGMENT 4 NM1");
    }

    @Test
    void theElementsOfAClaimAreHeldAgainstTheGuide() {
        assertThat(errors("CLM*C1*100*", "CLM**100*")).containsExactly("ELEMENT 1 CLM01");
        assertThat(errors("CLM*C1*", "CLM*C12345678901234567890*")).containsExactly("ELEMENT 5 CLM01");
        assertThat(errors("CLM*C1*100*", "CLM*C1*1OO*")).containsExactly("ELEMENT 6 CLM02");
        assertThat(errors("*Y*A*Y*I", "*Y*Z*Y*I")).containsExactly("ELEMENT 7 CLM07");
        assertThat(errors("11:B:1", "11:B")).containsExactly("ELEMENT 1 CLM05-3");
        assertThat(errors("11:B:1", "11:B:1:X")).containsExactly("ELEMENT 3 CLM05-4");
        assertThat(errors("*100***11", "*100*CI**11")).containsExactly("ELEMENT I10 CLM03");
        assertThat(errors("BATCH1*20260302", "BATCH1*20261302")).containsExactly("ELEMENT 8 BHT04");
        assertThat(errors("*0930*CH", "*2530*CH")).containsExactly("ELEMENT 9 BHT05");
        assertThat(errors("MI*M1", "MI")).contains("ELEMENT 2 NM109");
        assertThat(errors("D8*20260302", "D8*20260302*X")).containsExactly("ELEMENT 3 DTP04");
        assertThat(errors("N4*MIAMI*FL*33111\nDMG", "N4*M*FL*33111\nDMG")).containsExactly("ELEMENT 4 N401");
        assertThat(errors("NM1*IL*1*SMITH", "NM1*IL*1*SMI\u0007TH")).containsExactly("ELEMENT 6 NM103");
        assertThat(errors("CLM*C1*100*", "CLM*C1*100^200*")).containsExactly("ELEMENT 11 CLM02");
    }

    private static List<String> errors(String good, String bad) {
        assertThat(Files837.claimBody()).contains(good);
        return Files837.errors(Files837.file(Files837.claimBody().replace(good, bad)));
    }

    @Test
    void anErrorSaysWhereItIsAndHidesTheValue() {
        var error = Files837.read(Files837.file(Files837.claimBody().replace("*Y*A*Y*I", "*Y*SECRET*Y*I")))
                .errors()
                .get(0);
        assertThat(error.interchange()).isEqualTo(1);
        assertThat(error.group()).isEqualTo(1);
        assertThat(error.transaction()).isEqualTo(1);
        assertThat(error.segment()).isEqualTo(18);
        assertThat(error.loop()).isEqualTo("2300");
        assertThat(error.elementNumber()).isEqualTo("1359");
        assertThat(error.value()).isEqualTo("SECRET");
        assertThat(error.toString()).doesNotContain("SECRET");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void mutatedBytesGiveErrorsAndNothingElse(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 150; round++) {
            var bytes = (twoClaims() + GOOD).getBytes(StandardCharsets.ISO_8859_1);
            for (int count = 1 + random.nextInt(8); count > 0; count--) {
                mutate(bytes, random);
            }
            var reader = random.nextBoolean()
                    ? X12Reader.streaming()
                    : X12Reader.whole().checkingElements();
            Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(10),
                    () -> reader.read(new ByteArrayInputStream(bytes), new X12Handler() {}),
                    "seed " + seed + " round " + round);
        }
    }

    private static void mutate(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(4)) {
            case 0 -> bytes[at] = (byte) random.nextInt(256);
            case 1 -> bytes[at] = (byte) "*:^~\n\u001D\u001FISAGE".charAt(random.nextInt(12));
            case 2 -> {
                int length = Math.min(random.nextInt(40), bytes.length - at);
                int from = random.nextInt(bytes.length - length);
                System.arraycopy(bytes.clone(), from, bytes, at, length);
            }
            default -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        }
    }

    @Test
    void aGroupOfAnUnknownKindIsReported() {
        assertThat(Files837.errors(GOOD.replace("GS*HC", "GS*XX"))).containsExactly("GROUP 1 GS01");
        assertThat(Guide.knowsGroup("HC")).isTrue();
    }
}
