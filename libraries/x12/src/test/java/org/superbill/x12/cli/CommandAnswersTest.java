package org.superbill.x12.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.superbill.x12.Files837;
import org.superbill.x12.RandomTransactions;
import org.superbill.x12.guide.Guide;

/** What the command says about files and answers to them: summary, acknowledgment, generated files. */
class CommandAnswersTest {
    private static final String GOOD = Files837.file(Files837.claimBody());
    private static final String WRONG = GOOD.replace("*Y*A*Y*I", "*Y*SECRET*Y*I");

    @TempDir
    private Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("file.x12"), text);
    }

    private static Stream<Guide> guides() {
        return Guide.all().stream();
    }

    @Test
    void summaryTellsAClaimFile() throws IOException {
        var run = Command.on(file(GOOD), "summary");
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains("interchange 000000001 from SUPERBILL to PAYER")
                .contains("837P 0001")
                .contains("from CLINIC")
                .contains("1 lines  20260302  KEY INSURANCE")
                .contains("total: 23 segments, 1 claims, 1 lines; charges 100")
                .doesNotContain("SMITH");
        assertThat(Command.on(file(GOOD), "summary", "--show-values").out()).contains("SMITH, JANE");
        assertThat(Command.on(file(GOOD), "summary", "--no-claims").out()).doesNotContain("KEY INSURANCE");
    }

    @ParameterizedTest
    @MethodSource("guides")
    void summaryTellsEveryKind(Guide guide) {
        var run = Command.piped(new RandomTransactions(guide, 3).file(2), "summary", "-");
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains("    " + guide.id() + " 0001")
                .contains("total: ")
                .doesNotContain("null");
    }

    @Test
    void ackAcceptsAGoodFileAndRejectsABadOne() throws IOException {
        var good = Command.on(file(GOOD), "ack", "--control-number", "7");
        assertThat(good.exit()).isZero();
        assertThat(Files837.errors(good.out())).isEmpty();
        assertThat(good.out())
                .contains(
                        "ISA*00*          *00*          *ZZ*PAYER          *ZZ*SUPERBILL      *260302*0930*^*00501*000000007*0*T*:~")
                .contains("AK2*837*0001*005010X222A1~")
                .contains("AK9*A*1*1*1~");
        var bad = Command.on(file(WRONG), "ack");
        assertThat(Files837.errors(bad.out())).isEmpty();
        assertThat(bad.out()).contains("IK4*7*1359*7*SECRET~").contains("AK9*R*1*1*0~");
    }

    @Test
    void ackSendsATa1WhereItIsWantedOrNeeded() {
        assertThat(Command.piped(GOOD.replace("*0*T*:", "*1*T*:"), "ack", "-").out())
                .contains("TA1*000000001*260302*0930*A*000~");
        assertThat(Command.piped(GOOD.replace("IEA*1*000000001", "IEA*1*000000002"), "ack", "-")
                        .out())
                .contains("TA1*000000001*260302*0930*R*001~");
        var answer = Command.piped(GOOD, "ack", "-").out();
        var nothing = Command.piped(answer, "ack", "-");
        assertThat(nothing.out()).isEmpty();
        assertThat(nothing.err()).contains("nothing to answer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"837p", "837i", "835"})
    void whatIsGeneratedIsValidAndMakesTheRoundTrip(String type) throws IOException {
        var target = folder.resolve("generated");
        var run = Command.run(
                "generate", "--claims", "300", "--type", type, "--seed", "4", "--output", target.toString());
        assertThat(run.exit()).isZero();
        var check = Command.on(target, "check", "--snip", "4");
        assertThat(check.out()).contains(" 300 claims").contains("0 errors, 0 warnings");
        assertThat(check.exit()).isZero();
        assertThat(Command.on(target, "roundtrip").exit()).isZero();
        assertThat(Command.run("generate", "--claims", "300", "--type", type, "--seed", "4")
                        .out())
                .isEqualTo(Files.readString(target));
        assertThat(Command.run("generate", "--claims", "300", "--type", type, "--seed", "5")
                        .out())
                .isNotEqualTo(Files.readString(target));
    }

    @Test
    void aFileWithTooManyErrorsIsNotAnswered() {
        var set = GOOD.substring(GOOD.indexOf("ST*"), GOOD.indexOf("GE*"))
                .replace("HI*ABK", "ZZZ*1~\n".repeat(900) + "HI*ABK");
        var run = Command.piped(GOOD.replace("GE*1", set.repeat(60) + "GE*1"), "ack", "-");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("more than 50000 errors");
        assertThat(run.out()).isEmpty();
    }
}
