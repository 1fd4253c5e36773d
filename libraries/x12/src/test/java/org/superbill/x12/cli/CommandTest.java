package org.superbill.x12.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.superbill.x12.Files837;
import org.superbill.x12.Mutations;
import org.superbill.x12.PublishedExamples;
import org.superbill.x12.RandomTransactions;
import org.superbill.x12.guide.Guide;

/** The command as it is called: check, round trip, JSON, and what it says of wrong calls and wrong input. */
class CommandTest {
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
    void checkSaysThatAFileIsValid() throws IOException {
        var run = Command.on(file(GOOD), "check");
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains("valid; 1 interchanges, 1 groups, 1 transaction sets, 1 claims")
                .contains("0 errors");
        assertThat(run.err()).isEmpty();
        assertThat(Command.piped(GOOD, "check", "-").exit()).isZero();
    }

    @Test
    void checkNamesEachErrorAndHidesItsValue() throws IOException {
        var run = Command.on(file(WRONG), "check");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out())
                .contains(
                        "error  1.1.1.18  IK403 7  loop 2300  CLM07: The value is not one of the guide's codes [******]")
                .contains("invalid")
                .doesNotContain("SECRET");
        assertThat(Command.on(file(WRONG), "check", "--show-values").out()).contains("[SECRET]");
    }

    @Test
    void checkGoesAsDeepAsItIsTold() throws IOException {
        var ofGuide = GOOD.replace("*Y*A*Y*I", "*Y*Z*Y*I");
        assertThat(Command.on(file(ofGuide), "check", "--snip", "1").exit()).isZero();
        assertThat(Command.on(file(ofGuide), "check", "--snip", "2").exit()).isEqualTo(1);
        assertThat(Command.on(file(WRONG), "check", "--snip", "9").exit()).isEqualTo(2);
    }

    @Test
    void checkWritesJson() throws IOException {
        var run = Command.on(file(WRONG), "check", "--format", "json");
        var report = new ObjectMapper().readTree(run.out());
        assertThat(run.exit()).isEqualTo(1);
        assertThat(report.get("result").asText()).isEqualTo("invalid");
        assertThat(report.get("errorCount").asInt()).isEqualTo(2);
        assertThat(report.at("/errors/0/place").asText()).isEqualTo("CLM07");
        assertThat(report.at("/errors/0/value").asText()).isEqualTo("******");
    }

    @TestFactory
    Stream<DynamicTest> everyPublishedExampleMakesTheRoundTrip() {
        var all = PublishedExamples.all();
        assumeTrue(!all.isEmpty(), "skipped: the published examples are not at " + PublishedExamples.shared());
        return all.stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    var direct = Command.on(file, "roundtrip");
                    assertThat(direct.out()).contains("equal, ");
                    assertThat(direct.exit()).isZero();
                    assertThat(Command.on(file, "roundtrip", "--json").exit()).isZero();
                    assertThat(Command.on(file, "summary").exit()).isZero();
                }));
    }

    @Test
    void aRoundTripSaysWhereTheFirstDifferenceIs() throws IOException {
        var damaged = file(GOOD.replace("HI*ABK:J069", "H*ABK:SECRET"));
        var run = Command.on(damaged, "roundtrip");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out())
                .contains("different at segment 21 of the file")
                .contains("read    H,")
                .contains("written LX,")
                .doesNotContain("SECRET");
        assertThat(Command.on(damaged, "roundtrip", "--show-values").out()).contains("SECRET");
        assertThat(Command.on(damaged, "roundtrip", "--json").exit()).isEqualTo(1);
        assertThat(Command.on(file(GOOD + "HELLO~"), "roundtrip").out())
                .contains("different at segment 28")
                .contains("nothing more");
    }

    @Test
    void aRoundTripTakesLineEndsAndBlanksAsTheyAre() {
        assertThat(Command.piped(GOOD.replace("\n", "\r\n"), "roundtrip", "-").exit())
                .isZero();
        assertThat(Command.piped("\uFEFF" + GOOD.replace("\n", "") + "  \n", "roundtrip", "-")
                        .exit())
                .isZero();
        assertThat(Command.piped(GOOD.replace("~\n", "\n"), "roundtrip", "-").exit())
                .isZero();
    }

    @Test
    void jsonAndBackIsTheSame() throws IOException {
        var json = Command.on(file(GOOD), "json");
        assertThat(json.exit()).isZero();
        assertThat(json.out()).contains("\"patientControlNumber\" : \"C1\"");
        var target = folder.resolve("file.json");
        assertThat(Command.on(file(GOOD), "json", "--compact", "--output", target.toString())
                        .out())
                .isEmpty();
        var x12 = Command.on(target, "x12");
        assertThat(x12.exit()).isZero();
        assertThat(x12.out()).isEqualTo(GOOD);
        assertThat(Command.piped(json.out(), "x12", "-", "--one-line").out()).isEqualTo(GOOD.replace("\n", ""));
    }

    @Test
    void jsonSaysWhatIsLeftOut() throws IOException {
        var run = Command.on(file(GOOD.replace("HI*ABK", "H*ABK")), "json");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("left out, first at 1.1.1.19: The segment cannot be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "json", "roundtrip", "summary", "ack", "redact"})
    void whatIsNoX12IsUnreadable(String name) throws IOException {
        var garbage = new byte[20_000];
        new Random(5).nextBytes(garbage);
        for (var content : List.of(new byte[0], "hello\n".getBytes(StandardCharsets.UTF_8), garbage)) {
            var run = Command.on(Files.write(folder.resolve("garbage"), content), name);
            assertThat(run.exit()).as(name).isEqualTo(2);
            assertThat(run.out() + run.err())
                    .contains("there is no interchange")
                    .doesNotContain("Exception");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "json", "x12", "roundtrip", "summary", "ack", "redact"})
    void aFileThatCannotBeOpenedIsUnreadable(String name) {
        var missing = Command.on(folder.resolve("none"), name);
        assertThat(missing.exit()).isEqualTo(2);
        assertThat(missing.err()).contains("There is no file ").doesNotContain("Exception");
        var directory = Command.on(folder, name);
        assertThat(directory.exit()).isEqualTo(2);
        assertThat(directory.err()).contains("is a directory").doesNotContain("Exception");
    }

    @Test
    void jsonThatIsNotOursIsRefused() {
        for (var json : List.of("", "{}", "[1,2]", "{\"a\":{\"b\":[]}}", "ISA*00*", "\u0000\u0001")) {
            var run = Command.piped(json, "x12", "-");
            assertThat(run.exit()).as(json).isEqualTo(2);
            assertThat(run.err()).startsWith("x12: Line 1, column ").doesNotContain("Exception");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "check",
                "check a b",
                "generate",
                "generate --claims 0",
                "generate --claims x",
                "generate --claims 1 --type 834",
                "check - --snip x",
                "check - --charset none"
            })
    void aWrongCommandLineIsExplained(String line) {
        var run = Command.run(line.isEmpty() ? new String[0] : line.split(" "));
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).isNotBlank().doesNotContain("Exception", "\tat ");
    }

    @Test
    void helpNamesEveryCommand() {
        var run = Command.run("--help");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("check", "json", "x12", "roundtrip", "summary", "ack", "redact", "generate");
    }

    @Test
    void aStreamThatFailsIsReported() {
        var failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the disk is gone");
            }
        };
        for (var name : List.of("check", "json", "x12", "roundtrip", "summary", "ack", "redact")) {
            var run = Command.piped(failing, name, "-");
            assertThat(run.exit()).as(name).isEqualTo(2);
            assertThat(run.err()).contains("the disk is gone").doesNotContain("Exception");
        }
        assertThat(Command.piped(failing, "roundtrip", "-", "--json").exit()).isEqualTo(2);
    }

    @Test
    void anOutputAppearsOnlyWhenItIsComplete() throws IOException {
        var target = Files.writeString(folder.resolve("out"), "before");
        var run = Command.on(folder.resolve("none"), "json", "--output", target.toString());
        assertThat(run.exit()).isEqualTo(2);
        assertThat(target).hasContent("before");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
        assertThat(Command.on(file(GOOD), "json", "--output", folder.toString()).exit())
                .isEqualTo(2);
    }

    @Test
    void aFileMayHaveAnotherEncoding() {
        var latin = GOOD.replace("SMITH", "M\u00DCLLER").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Command.piped(latin, "roundtrip", "-", "--charset", "ISO-8859-1")
                        .exit())
                .isZero();
        assertThat(Command.piped(latin, "roundtrip", "-", "--charset", "ISO-8859-1", "--json")
                        .exit())
                .isZero();
        assertThat(Command.piped(latin, "roundtrip", "-").exit()).isEqualTo(1);
        assertThat(Command.piped(latin, "json", "-", "--charset", "ISO-8859-1").out())
                .contains("M\u00DCLLER");
    }

    @Test
    void progressIsSaidWhenItTakesLong() {
        var slow = new InputStream() {
            private int at;

            @Override
            public int read() throws IOException {
                var one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0];
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                if (at == 500) {
                    LockSupport.parkNanos(2_200_000_000L);
                }
                int count = Math.min(length, Math.min(500, GOOD.length() - at));
                System.arraycopy(GOOD.getBytes(StandardCharsets.US_ASCII), at, bytes, offset, count);
                at += count;
                return count == 0 ? -1 : count;
            }
        };
        assertThat(Command.piped(slow, "check", "-").err()).matches("(?s)(x12: 0\\.0 MB\\R?)+");
    }

    @Test
    void theCommandRunsAsAProcessWithStandardInput() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "check",
                        "-")
                .redirectErrorStream(true)
                .start();
        try (var in = process.getOutputStream()) {
            in.write(WRONG.getBytes(StandardCharsets.UTF_8));
        }
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(output).contains("standard input: invalid; 1 interchanges");
    }

    @ParameterizedTest
    @MethodSource("guides")
    void hostileInputGivesReportedErrorsWhateverTheCommand(Guide guide) {
        for (long seed = 1; seed <= 10; seed++) {
            var good = (new RandomTransactions(guide, seed).file(1) + GOOD).getBytes(StandardCharsets.UTF_8);
            var bytes = Mutations.spoil(good, new Random(seed));
            for (var name : commands()) {
                var run = Command.piped(bytes, name);
                assertThat(run.exit())
                        .as("guide %s seed %d: %s %s", guide.id(), seed, String.join(" ", name), run.err())
                        .isBetween(0, 2);
                assertThat(run.err()).doesNotContain("Exception");
            }
        }
    }

    private static List<String[]> commands() {
        var all = new ArrayList<String[]>();
        for (var name : List.of("check", "json", "x12", "roundtrip", "summary", "ack", "redact")) {
            all.add(new String[] {name, "-"});
        }
        all.add(new String[] {"roundtrip", "-", "--json"});
        return all;
    }
}
