package org.superbill.x12.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.superbill.x12.PublishedExamples;
import org.superbill.x12.Segment;

class GuideTest {
    @ParameterizedTest
    @ValueSource(strings = {"837P", "837I", "835", "277CA", "999", "270", "271", "276", "277"})
    void theDescriptionSaysWhatTheFactTableSays(String name) throws IOException {
        var tables = PublishedExamples.shared().resolve("x12-guides");
        assumeTrue(Files.isDirectory(tables), "skipped: the fact tables are not at " + tables);
        try (var in = Guide.class.getResourceAsStream(name + ".guide")) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(GuideTables.describe(name, tables));
        }
    }

    @Test
    void theMeaningsOfCodesAreThoseOfTheTable() throws IOException {
        var tables = PublishedExamples.shared().resolve("x12-guides");
        assumeTrue(Files.isDirectory(tables), "skipped: the fact tables are not at " + tables);
        try (var in = Guide.class.getResourceAsStream("codes.txt")) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(GuideTables.codes(tables));
        }
    }

    @Test
    void aGuideIsFoundByTransactionAndVersion() {
        assertThat(Guide.find("837", "005010X222A1")).isSameAs(Guide.PROFESSIONAL_837);
        assertThat(Guide.find("837", "005010X222A2")).isSameAs(Guide.PROFESSIONAL_837);
        assertThat(Guide.find("837", "004010X098A1")).isNull();
        assertThat(Guide.PROFESSIONAL_837.version()).isEqualTo("005010X222A1");
    }

    @Test
    void theClaimOfASubscriberAndOfAPatientIsOneLoop() {
        var subscriber = Guide.PROFESSIONAL_837.loop("2000B");
        var patient = Guide.PROFESSIONAL_837.loop("2000C");
        var ofSubscriber = use(subscriber, "2300");
        var ofPatient = use(patient, "2300");
        assertThat(ofSubscriber.loop()).isSameAs(ofPatient.loop());
        assertThat(ofSubscriber.usage()).isEqualTo(Usage.SITUATIONAL);
        assertThat(ofPatient.usage()).isEqualTo(Usage.REQUIRED);
    }

    private static LoopUse use(LoopDef loop, String id) {
        return loop.parts().stream()
                .filter(part -> part instanceof LoopUse use && use.loop().id().equals(id))
                .map(LoopUse.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theTwoPwkOfALineAreToldApartByTheirSecondElement() {
        var line = Guide.PROFESSIONAL_837.loop("2400");
        assertThat(line.find(Segment.parse("PWK*CT*AB")).name()).contains("Certificate of Medical Necessity");
        assertThat(line.find(Segment.parse("PWK*CT*BM")).name()).isEqualTo("Line Supplemental Information");
    }

    @Test
    void elementsCarryTheirLimitsAndCodes() {
        var clm = Guide.PROFESSIONAL_837.loop("2300").trigger();
        assertThat(clm.elements().get(0).max()).isEqualTo(20);
        assertThat(clm.elements().get(6).codes()).containsExactlyInAnyOrder("A", "B", "C");
        assertThat(clm.elements().get(2).usage()).isEqualTo(Usage.NOT_USED);
        assertThat(clm.elements().get(4).components().get(0).list()).isEqualTo("place of service (source 237)");
    }
}
