package org.superbill.systemtests.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.superbill.systemtests.role.Facts;

class PublishedExampleFileTest {

    /** Our expected file differs from the published one only where the journey says so: dates of service and ICD-10. */
    @Test
    void theExpectedFileIsThePublishedExample() throws IOException {
        var published = Path.of(System.getProperty(
                        "superbill.shared", System.getProperty("superbill.root") + "/../shared/data"))
                .resolve("x12/837_005010X222A2/demo.example1.837");
        Assumptions.assumeTrue(
                Files.exists(published), "skipped: the published example is not at " + published.getFileName());
        var example = Files.readString(published, StandardCharsets.UTF_8)
                .replace("*D8*20061003~", "*D8*20260303~")
                .replace("*D8*20061010~", "*D8*20260310~")
                .replace("HI*BK:0340*BF:V7389~", "HI*ABK:J020*ABF:Z1159~");
        assertThat(X12Text.comparable(Facts.resource("j02-expected.837"))).isEqualTo(X12Text.comparable(example));
    }
}
