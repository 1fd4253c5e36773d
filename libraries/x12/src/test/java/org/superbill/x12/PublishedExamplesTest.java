package org.superbill.x12;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.superbill.x12.acknowledgment.AcknowledgmentCode;
import org.superbill.x12.acknowledgment.FunctionalAcknowledgment;
import org.superbill.x12.remittance.RemittanceAdvice;
import org.superbill.x12.remittance.RemittanceBalance;

/** Reads what the standard's authors published. */
class PublishedExamplesTest {
    /** Where the examples themselves are wrong, by the README of the guides' tables. */
    private static final Map<String, List<String>> WARTS = Map.ofEntries(
            Map.entry("demo.ambulance.example5.837", List.of("ELEMENT 1 CLM05-2")),
            Map.entry("demo.cob.example3.A.837", List.of("SEGMENT I7 NM1")),
            Map.entry("demo.example1.837", List.of()),
            Map.entry("demo.example2.837", List.of()),
            Map.entry("institutional-claim.837i", List.of("ELEMENT I10 CLM06", "ELEMENT 7 DTP02")),
            Map.entry("managed-care.835", List.of("ELEMENT 8 BPR16", "SEGMENT 3 PER")),
            Map.entry(
                    "medicare-part-a.835",
                    List.of(
                            "SEGMENT 3 PER",
                            "ELEMENT I10 TS309",
                            "ELEMENT I10 TS311",
                            "ELEMENT I10 TS309",
                            "ELEMENT I10 TS311")),
            Map.entry("response-to-functional-group-containing-3-837s.999", List.of()),
            Map.entry("dependent-health-benefit-check.270", List.of()),
            Map.entry("subscriber-health-benefit-check.270", List.of()),
            Map.entry("dependent-health-benefit-check.271", List.of()),
            Map.entry("subscriber-health-benefit-check.271", List.of()),
            Map.entry("claim-level-status.276", List.of()),
            Map.entry("claim-level-status.277", List.of()));

    @BeforeEach
    void theExamplesAreThere() {
        assumeTrue(
                Files.isDirectory(PublishedExamples.shared().resolve("x12")),
                "skipped: the published examples are not at " + PublishedExamples.shared());
    }

    @TestFactory
    Stream<DynamicTest> eachIsWrittenAsItWasRead() {
        return PublishedExamples.all().stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    var text = Files.readString(file);
                    var written = new ByteArrayOutputStream();
                    Files837.read(text).write(written);
                    assertThat(Files837.segments(written.toString(StandardCharsets.UTF_8)))
                            .isEqualTo(Files837.segments(text));
                }));
    }

    @Test
    void exactlyTheKnownFaultsOfTheExamplesAreFound() throws IOException {
        var found = new HashMap<String, List<String>>();
        for (Path file : PublishedExamples.all()) {
            var name = file.getFileName().toString();
            if (WARTS.containsKey(name)) {
                found.put(name, Files837.errors(Files.readString(file)));
            }
        }
        assertThat(found).isEqualTo(WARTS);
    }

    @Test
    void theRemittancesBalance() throws IOException {
        for (var name : List.of("managed-care.835", "medicare-part-a.835")) {
            var file =
                    PublishedExamples.shared().resolve("x12/835_005010X221A1").resolve(name);
            var remittance = RemittanceAdvice.of(
                    Files837.read(Files.readString(file)).transactions().get(0));
            assertThat(remittance.claims()).hasSize(2);
            assertThat(RemittanceBalance.check(remittance)).as(name).isEmpty();
        }
    }

    @Test
    void theAcknowledgmentTellsWhichTransactionSetsWereTaken() throws IOException {
        var file = PublishedExamples.shared()
                .resolve("x12/999_005010X231A1/response-to-functional-group-containing-3-837s.999");
        var acknowledgment = FunctionalAcknowledgment.of(
                Files837.read(Files.readString(file)).transactions().get(0));
        assertThat(acknowledgment.code()).isEqualTo(AcknowledgmentCode.PARTIALLY_ACCEPTED);
        assertThat(acknowledgment.functionalGroupResponseTrailer().numberOfAcceptedTransactionSets())
                .isEqualTo(1);
        assertThat(acknowledgment.transactionResponse())
                .extracting(response -> response.controlNumber() + response.code())
                .containsExactly("0001A", "0002R", "0003R");
        var error = acknowledgment
                .transactionResponse()
                .get(1)
                .errorIdentification()
                .get(0);
        assertThat(error.segmentId()).isEqualTo("CLM");
        assertThat(error.position()).isEqualTo(22);
        assertThat(error.patientControlNumber()).isEqualTo("123456789");
        assertThat(error.dataElementNote().get(0).code()).isEqualTo("1");
    }
}
