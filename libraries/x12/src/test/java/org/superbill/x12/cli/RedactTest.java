package org.superbill.x12.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.superbill.x12.Files837;
import org.superbill.x12.PublishedExamples;
import org.superbill.x12.RandomTransactions;
import org.superbill.x12.generate.GeneratedClaims;
import org.superbill.x12.generate.GeneratedFile;
import org.superbill.x12.generate.GeneratedInstitutionalClaims;
import org.superbill.x12.generate.GeneratedRemittances;
import org.superbill.x12.guide.Guide;

class RedactTest {
    private static Stream<Guide> guides() {
        return Guide.all().stream();
    }

    private static Stream<GeneratedFile> files() {
        return Stream.of(new GeneratedClaims(1), new GeneratedInstitutionalClaims(1), new GeneratedRemittances(1));
    }

    private static String redacted(String text) {
        var run = Command.piped(text, "redact", "-", "--seed", "1");
        assertThat(run.exit()).as(run.err()).isZero();
        return run.out();
    }

    @Test
    void thePatientIsGoneAndTheClaimStays() {
        var good = Files837.file(Files837.claimBody()
                .replace("HI*ABK", "NTE*ADD*JANE FELL\nHI*ABK")
                .replace("CLM*C1*", "CLM*JANE123*"));
        var text = redacted(good);
        assertThat(text).doesNotContain("SMITH", "JANE", "2 MAIN STREET", "MIAMI*FL*33111~", "19730501", "*M1~");
        assertThat(text)
                .contains(
                        "NM1*85*2*CLINIC*****XX*1912301953~",
                        "NM1*PR*2*KEY INSURANCE*****PI*999996666~",
                        "REF*EI*587654321~")
                .contains(
                        "SV1*HC:99213*100*UN*1***1~",
                        "DTP*472*D8*20260302~",
                        "HI*ABK:J069*ABF:Z23~",
                        "NTE*ADD*TEXT REMOVED~")
                .contains("*FL*33101~");
        assertThat(Files837.errors(text)).isEmpty();
        assertThat(Files837.segments(text)).hasSameSizeAs(Files837.segments(good));
    }

    @Test
    void aNumberIsReplacedByTheSameInEveryTransaction() {
        var claim = redacted(Files837.file(Files837.claimBody().replace("CLM*C1*", "CLM*ACCT-12345*")));
        var payment = redacted(Files837.file(Guide.REMITTANCE_835, """
                BPR*I*100*C*CHK************20260302
                TRN*1*1*1512345678
                DTM*405*20260302
                N1*PR*PAYER
                N3*1 ROAD
                N4*MIAMI*FL*331110001
                PER*BL*X*TE*5550100001
                N1*PE*CLINIC*XX*1912301953
                LX*1
                CLP*ACCT-12345*1*100*100**12*P1
                NM1*QC*1*SMITH*JANE****MI*M1
                SVC*HC:99213*100*100
                DTM*472*20260302
                """));
        var number = claim.substring(claim.indexOf("CLM*") + 4, claim.indexOf("*100***11"));
        assertThat(number).matches("[A-Z]{4}-[0-9]{5}").isNotEqualTo("ACCT-12345");
        assertThat(payment).contains("CLP*" + number + "*1*100*100");
        var name = claim.substring(claim.indexOf("NM1*IL*1*") + 9, claim.indexOf("****MI*"));
        assertThat(payment).contains("NM1*QC*1*" + name + "****MI*");
    }

    @Test
    void withoutASeedEachRunReplacesDifferently() {
        var text = Files837.file(Files837.claimBody().replace("CLM*C1*", "CLM*ACCT-12345*"));
        assertThat(Command.piped(text, "redact", "-").out())
                .isNotEqualTo(Command.piped(text, "redact", "-").out());
    }

    @ParameterizedTest
    @MethodSource("files")
    void whatWasValidAndBalancedStaysSo(GeneratedFile file) throws IOException {
        var out = new ByteArrayOutputStream();
        file.write(out, 100, 0);
        var text = redacted(out.toString(StandardCharsets.UTF_8));
        var check = Command.piped(text, "check", "-", "--snip", "4");
        assertThat(check.out()).contains("0 errors");
        assertThat(Command.piped(text, "roundtrip", "-").exit()).isZero();
    }

    @ParameterizedTest
    @MethodSource("guides")
    void noPersonsNameOrNumberIsLeftInAnyKind(Guide guide) {
        for (long seed = 1; seed <= 6; seed++) {
            var before = Files837.segments(new RandomTransactions(guide, seed).file(1));
            var after = Files837.segments(redacted(String.join("~\n", before) + "~\n"));
            assertThat(after).hasSameSizeAs(before);
            for (int at = 0; at < before.size(); at++) {
                var was = before.get(at).split("\\*", -1);
                var is = after.get(at).split("\\*", -1);
                assertThat(is[0]).isEqualTo(was[0]);
                if (was[0].equals("NM1")
                        && List.of("IL", "QC", "03", "74").contains(was[1])
                        && was.length > 9
                        && !was[9].isEmpty()
                        && !was[8].equals("XX")) {
                    assertThat(is[9])
                            .as("guide %s seed %d", guide.id(), seed)
                            .isNotEqualTo(was[9])
                            .hasSameSizeAs(was[9]);
                    assertThat(is[3]).isNotEqualTo(was[3].isEmpty() ? "x" : was[3]);
                }
                if (was[0].equals("CLM") || was[0].equals("CLP")) {
                    assertThat(is[1]).isNotEqualTo(was[1]);
                }
                if (was[0].equals("DMG") && was.length > 2 && was[2].matches("(19|20)[0-9]{6}")) {
                    assertThat(is[2]).isLessThan(was[2]);
                }
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> thePublishedExamplesStayAsValidAsTheyWere() {
        var all = PublishedExamples.all();
        assumeTrue(!all.isEmpty(), "skipped: the published examples are not at " + PublishedExamples.shared());
        return all.stream()
                .filter(file -> !file.toString().matches(".*(278|820|224A2).*"))
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    var text = Files.readString(file);
                    assertThat(Files837.errors(redacted(text))).isEqualTo(Files837.errors(text));
                }));
    }

    @Test
    void whatIsNotSupportedIsNotWritten() {
        var run = Command.piped(
                Files837.file(Files837.claimBody()).replace("005010X222A1", "004010X098A1"), "redact", "-");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("cannot be redacted");
        assertThat(run.out()).doesNotContain("SMITH");
    }

    @Test
    void identifiersKeepTheirShapeAndStayDistinct() {
        var pseudonyms = new Pseudonyms(new byte[16]);
        var seen = new HashSet<String>();
        for (int number = 0; number < 10_000; number++) {
            var replaced = pseudonyms.id("%04d".formatted(number));
            assertThat(replaced).matches("[0-9]{4}");
            seen.add(replaced);
        }
        assertThat(seen).hasSize(10_000);
        assertThat(pseudonyms.id("Ab-12 x")).matches("[A-Z][a-z]-[0-9]{2} [a-z]");
        assertThat(pseudonyms.birth("20000101")).isBetween("19990101", "19991231");
        assertThat(pseudonyms.birth("nonsense")).isEqualTo("19000101");
    }

    @Test
    void anotherKeyGivesOtherReplacements() {
        var key = new byte[16];
        var before = new Pseudonyms(key).id("MEMBER0001");
        assertThat(new Pseudonyms(key).id("MEMBER0001")).isEqualTo(before);
        key[15]++;
        assertThat(new Pseudonyms(key).id("MEMBER0001")).isNotEqualTo(before);
    }
}
