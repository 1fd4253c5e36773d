package org.superbill.billing.edits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every edit has its page, written from what the edit says of itself; {@code -Dsuperbill.generate=true} writes them. */
class EditPagesTest {
    private static final Path PAGES = Path.of(System.getProperty("superbill.root", ".."), "docs", "edits");

    @TestFactory
    Stream<DynamicTest> everyEditHasItsPage() {
        return new Edits()
                .rules().stream()
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
    void idsAreUnique() {
        assertThat(new Edits().rules()).extracting(EditRule::id).doesNotHaveDuplicates();
    }

    @Test
    void noPageIsLeftOfAnEditThatIsGone() throws IOException {
        try (var pages = Files.list(PAGES)) {
            assertThat(pages.map(page -> page.getFileName().toString().replace(".md", "")))
                    .containsExactlyInAnyOrderElementsOf(
                            new Edits().rules().stream().map(EditRule::id).toList());
        }
    }

    private static String page(EditRule rule) {
        return """
                # %s
                %s.

                | | |
                |---|---|
                | severity | %s: %s |
                | version | %d, in force from %s |
                | source | %s |
                | what to do | %s |
                """.formatted(
                        rule.id(),
                        rule.title(),
                        rule.severity().wire(),
                        weight(rule),
                        rule.version(),
                        rule.effectiveFrom(),
                        rule.source(),
                        rule.fix());
    }

    private static String weight(EditRule rule) {
        if (rule.severity() == Severity.ERROR) {
            return "the claim is not sent while it is found";
        }
        return rule.needsReason()
                ? "the claim waits until somebody passes it with a reason"
                : "the claim is sent all the same";
    }
}
