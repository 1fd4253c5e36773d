package org.superbill.coderules.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/** Every rule has its page, written from what the rule says of itself; {@code -Dsuperbill.generate=true} writes them. */
class RulePagesTest {
    private static final Path PAGES = Path.of(System.getProperty("superbill.root", "../.."), "docs", "code-rules");

    @TestFactory
    Stream<DynamicTest> everyRuleHasItsPage() {
        return CodeRules.rules().stream()
                .map(rule -> DynamicTest.dynamicTest(rule.id(), () -> {
                    var page = PAGES.resolve(rule.id() + ".md");
                    if (Boolean.getBoolean("superbill.generate")) {
                        Files.createDirectories(PAGES);
                        Files.writeString(page, page(rule));
                    }
                    assertThat(page)
                            .as("run the test with -Dsuperbill.generate=true")
                            .exists();
                    assertThat(Files.readString(page)).isEqualTo(page(rule));
                }));
    }

    @Test
    void noPageIsLeftOfARuleThatIsGone() throws IOException {
        try (var pages = Files.list(PAGES)) {
            assertThat(pages.map(page -> page.getFileName().toString().replace(".md", "")))
                    .containsExactlyInAnyOrderElementsOf(
                            CodeRules.rules().stream().map(Rule::id).toList());
        }
    }

    @Test
    void everyRuleSaysWhatItIsAndWhoSaysSo() {
        assertThat(CodeRules.rules())
                .extracting(Rule::id)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z0-9]+(-[a-z0-9]+)*"));
        assertThat(CodeRules.rules()).allSatisfy(rule -> {
            assertThat(rule.source()).isNotBlank();
            assertThat(rule.title()).isNotBlank().doesNotEndWith(".");
            assertThat(rule.fix()).endsWith(".");
        });
    }

    private static String page(Rule rule) {
        return """
                # %s
                %s.

                | | |
                |---|---|
                | severity | %s: %s |
                | source | %s |
                | what to do | %s |
                """.formatted(
                        rule.id(),
                        rule.title(),
                        rule.severity().name().toLowerCase(Locale.ROOT),
                        rule.severity() == Severity.ERROR
                                ? "the case is not finalized while it is found"
                                : "the case is finalized when a reason is given",
                        rule.source(),
                        rule.fix());
    }
}
