package org.superbill.x12.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.superbill.x12.X12Error;
import org.superbill.x12.X12Reader;
import org.superbill.x12.professional.ProfessionalClaim;
import org.superbill.x12.professional.ProfessionalClaimHandler;

/** docs/x12.md shows what really happens: its code is cut from here, its commands are run. */
class PageTest {
    private static final boolean WRITE = Boolean.getBoolean("superbill.generate");
    private static final Path ROOT = Path.of(System.getProperty("superbill.root", "../.."));
    private static final Path PAGE = ROOT.resolve("docs/x12.md");
    private static final Path EXAMPLES = ROOT.resolve("libraries/x12/src/test/resources/org/superbill/x12/docs");
    private static final Path SOURCE = ROOT.resolve("libraries/x12/src/test/java/org/superbill/x12/cli/PageTest.java");
    private static final Pattern COMMAND = Pattern.compile("(?m)^```\n\\$ x12 (.*)\n((?:(?!```).*\n)*)```$");
    private static final Pattern PART = Pattern.compile("(.*) \\| sed -n (\\d+),(\\d+)p");
    private static final Pattern CODE = Pattern.compile("(?m)^```java\n((?:(?!```).*\n)*)```$");

    @Test
    void claimsAreReadOneByOne() throws IOException {
        try (var in = Files.newInputStream(EXAMPLES.resolve("claim.837"))) {
            assertThat(charges(in)).containsEntry("KEY INSURANCE", new BigDecimal("150"));
        }
    }

    private static TreeMap<String, BigDecimal> charges(InputStream in) throws IOException {
        // page: begin
        var charges = new TreeMap<String, BigDecimal>();
        X12Reader.streaming().checkingElements().read(in, new ProfessionalClaimHandler() {
            @Override
            public void claim(ProfessionalClaim claim) {
                var payer = claim.subscriber().payerName().name().lastOrOrganization();
                charges.merge(payer, claim.claim().chargeAmount(), BigDecimal::add);
            }

            @Override
            public void error(X12Error error) {
                System.err.println(error); // where, what and its code, without the value
            }
        });
        // page: end
        return charges;
    }

    @Test
    void thePageHasTheCodeThatIsTested() throws IOException {
        var source = Files.readString(SOURCE);
        int begin = source.indexOf("// page: begin\n") + "// page: begin\n".length();
        var code = source.substring(begin, source.indexOf("        // page: end", begin))
                .replaceAll("(?m)^ {8}", "");
        var page = Files.readString(PAGE);
        var matcher = CODE.matcher(page);
        assertThat(matcher.find()).isTrue();
        checkedIn(page.substring(0, matcher.start(1)) + code + page.substring(matcher.end(1)));
    }

    @Test
    void thePageHasTheOutputOfItsCommands() throws IOException {
        var page = Files.readString(PAGE);
        var commands = new ArrayList<String>();
        var expected = COMMAND.matcher(page).replaceAll(found -> {
            commands.add(found.group(1));
            return Matcher.quoteReplacement("```\n$ x12 %s\n%s```".formatted(found.group(1), output(found.group(1))));
        });
        assertThat(commands).hasSizeGreaterThan(6);
        checkedIn(expected);
    }

    /** What the command says; of a long output the lines that {@code | sed -n FROM,TOp} leaves. */
    private static String output(String line) {
        var part = PART.matcher(line);
        if (part.matches()) {
            return output(part.group(1))
                    .lines()
                    .skip(Integer.parseInt(part.group(2)) - 1L)
                    .limit(Integer.parseInt(part.group(3)) - Integer.parseInt(part.group(2)) + 1L)
                    .map(shown -> shown + "\n")
                    .collect(Collectors.joining());
        }
        var arguments = new ArrayList<String>();
        for (var word : List.of(line.split(" "))) {
            var example = EXAMPLES.resolve(word);
            arguments.add(Files.isRegularFile(example) ? example.toString() : word);
        }
        var run = Command.run(arguments.toArray(new String[0]));
        var text = (run.out() + run.err()).replace(EXAMPLES + "/", "");
        return run.exit() == 0 ? text : text + "(exit " + run.exit() + ")\n";
    }

    private static void checkedIn(String content) throws IOException {
        if (WRITE) {
            Files.writeString(PAGE, content);
        }
        assertThat(PAGE)
                .as("follows from the code; write it with: mvn -pl libraries/x12 test -Dsuperbill.generate=true")
                .hasContent(content);
    }
}
