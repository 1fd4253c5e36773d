package org.superbill.x12.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.superbill.x12.X12Error.Level;
import org.superbill.x12.X12Error.Severity;
import org.superbill.x12.guide.Guide;

/** The page of all errors follows from the code; {@code -Dsuperbill.generate=true} writes it. */
class ErrorReferenceTest {
    private static final Path ROOT = Path.of(System.getProperty("superbill.root", "../.."));
    private static final Path SOURCES = ROOT.resolve("libraries/x12/src/main/java/org/superbill/x12");

    private static final Map<Level, String> ELEMENTS = Map.of(
            Level.INTERCHANGE, "TA105, of the interchange",
            Level.GROUP, "AK905, of the group",
            Level.TRANSACTION, "IK502, of the transaction set",
            Level.SEGMENT, "IK304, of a segment",
            Level.ELEMENT, "IK403, of an element");

    @Test
    void thePageIsWhatTheCodeSays() throws IOException {
        var page = ROOT.resolve("docs/x12-errors.md");
        if (Boolean.getBoolean("superbill.generate")) {
            Files.writeString(page, page());
        }
        assertThat(page)
                .as("follows from the code; write it by running this test with -Dsuperbill.generate=true")
                .exists()
                .hasContent(page());
    }

    /** Reads the codes in the sources of the reader, so that none can be given that has no meaning. */
    @Test
    void eachCodeOfTheReaderHasAMeaning() throws IOException {
        for (var level : Level.values()) {
            var codes = new TreeSet<String>();
            for (var pattern : patterns(level)) {
                var matcher = Pattern.compile(pattern).matcher(sources());
                while (matcher.find()) {
                    codes.add(matcher.group(1));
                }
            }
            assertThat(codes)
                    .as(level.name())
                    .isNotEmpty()
                    .allSatisfy(code -> assertThat(ErrorCodes.meaning(level, code))
                            .as(level + " " + code)
                            .isNotEmpty());
        }
        assertThat(ErrorCodes.meaning(Level.ELEMENT, "999")).isEmpty();
    }

    private static List<String> patterns(Level level) {
        return switch (level) {
            case INTERCHANGE ->
                List.of(
                        "Level\\.INTERCHANGE,\\s*\"(\\w+)\"",
                        "brokenInterchange\\(\"(\\w+)\"",
                        "damage\\.interchange\\(\"(\\w+)\"",
                        "\"(0\\d\\d)\"");
            case GROUP -> List.of("Level\\.GROUP,\\s*\"(\\w+)\"", "brokenGroup\\(\"(\\w+)\"");
            case TRANSACTION -> List.of("Level\\.TRANSACTION,\\s*\"(\\w+)\"", "brokenTransaction\\(\"(\\w+)\"");
            case SEGMENT ->
                List.of("errors\\.segment\\(\\s*\"(\\w+)\"", "isLoop \\? \"(\\w+)\"", "SEGMENT_\\w+ = \"(\\w+)\"");
            case ELEMENT -> List.of("report\\(\\s*\"(\\w+)\"", "(?:ELEMENT_\\w+|MISMATCH|DATE_CODE) = \"(\\w+)\"");
        };
    }

    private static String sources() throws IOException {
        var text = new StringBuilder();
        for (var name : List.of(
                "EnvelopeReader",
                "InterchangeChecker",
                "SegmentReader",
                "GuideWalker",
                "ElementChecker",
                "check/Findings",
                "check/CommonRules")) {
            text.append(Files.readString(SOURCES.resolve(name + ".java")));
        }
        return text.toString();
    }

    private static String page() {
        var page = new StringBuilder("""
                # What is wrong with an X12 file

                Written from the code by `ErrorReferenceTest` (`-Dsuperbill.generate=true`). An error tells where it stands (interchange, group,
                transaction set, segment, loop, element, each counted from 1), the code that the acknowledgment (TA1, 999) has for it, its SNIP level,
                and the rule when it is one of those below. Warnings are told and never reject.

                ## Codes
                """);
        for (var level : Level.values()) {
            page.append("\n### %s (%s)\n\n| code | meaning |\n|---|---|\n"
                    .formatted(level.name().toLowerCase(Locale.ROOT), ELEMENTS.get(level)));
            ErrorCodes.all()
                    .get(level)
                    .forEach((code, meaning) -> page.append("| %s | %s |\n".formatted(code, meaning)));
        }
        page.append("""

                ## Rules

                What the guides demand beyond their tables of loops, segments, elements and codes. Level 2 is the guide's situations, 3 are sums, 4 is what
                segments say of each other; level 5 asks `ExternalCodes` for each code of a list that is kept outside of the guide
                (`code-is-in-its-list`).
                """);
        var common = CommonRules.list().stream().map(Rule::name).toList();
        var claims = ClaimRules.list().stream().map(Rule::name).toList();
        append(page, "all transactions", CommonRules.list().stream());
        append(page, "837P and 837I", ClaimRules.list().stream());
        RuleBook.all()
                .forEach((guide, rules) -> append(
                        page,
                        guide.id(),
                        rules.stream()
                                .filter(rule -> !common.contains(rule.name()))
                                .filter(rule -> !isClaim(guide) || !claims.contains(rule.name()))));
        return page.toString();
    }

    private static boolean isClaim(Guide guide) {
        return guide.transactionCode().equals("837");
    }

    private static void append(StringBuilder page, String title, Stream<Rule> rules) {
        page.append("\n### ")
                .append(title)
                .append("\n\n| rule | level | what is wrong | source |\n|---|---|---|---|\n");
        rules.forEach(rule -> page.append("| `%s` | %d%s | %s | %s |\n"
                .formatted(
                        rule.name(),
                        rule.level().number(),
                        rule.severity() == Severity.WARNING ? ", warning" : "",
                        rule.sentence(),
                        rule.source())));
    }
}
