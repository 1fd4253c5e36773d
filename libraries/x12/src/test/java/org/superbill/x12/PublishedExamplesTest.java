package org.superbill.x12;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Reads what the standard's authors published. */
class PublishedExamplesTest {
    @BeforeEach
    void theExamplesAreThere() {
        assumeTrue(
                Files.isDirectory(PublishedExamples.shared().resolve("x12")),
                "skipped: the published examples are not at " + PublishedExamples.shared());
    }

    @TestFactory
    Stream<DynamicTest> eachIsWrittenAsItWasRead() {
        return PublishedExamples.all().stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> roundTrips(file)));
    }

    private static void roundTrips(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        var read = X12File.read(new ByteArrayInputStream(bytes));
        var written = new ByteArrayOutputStream();
        read.write(written);
        assertThat(segments(written.toByteArray())).isEqualTo(segments(bytes));
        assertThat(read.errors()).isEmpty();
    }

    /** Split by hand, so that the library is not measured by itself. */
    private static List<String> segments(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8).replace("\uFEFF", "");
        return Arrays.stream(text.split("~", -1))
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .toList();
    }
}
