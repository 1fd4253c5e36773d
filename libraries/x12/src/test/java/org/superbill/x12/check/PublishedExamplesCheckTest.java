package org.superbill.x12.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.superbill.x12.PublishedExamples;

/** Up to level 4 the published examples have the warts that are known of them, and no other. */
class PublishedExamplesCheckTest {
    private static final Map<String, List<String>> WARTS = Map.of(
            "demo.ambulance.example5.837", List.of("ELEMENT 1 CLM05-2"),
            "demo.cob.example3.A.837", List.of("SEGMENT I7 NM1"),
            "institutional-claim.837i", List.of("ELEMENT I12 N403", "ELEMENT I10 CLM06", "ELEMENT 7 DTP02"),
            "managed-care.835", List.of("ELEMENT 8 BPR16", "SEGMENT 3 PER"),
            "medicare-part-a.835",
                    List.of(
                            "SEGMENT 3 PER",
                            "ELEMENT I10 TS309",
                            "ELEMENT I10 TS311",
                            "ELEMENT I10 TS309",
                            "ELEMENT I10 TS311"));

    /** Identifiers that were made up, and two habits that the guide's words advise against and its examples have. */
    private static final Map<String, List<String>> WARNINGS = Map.of(
            "claim-level-status.276", List.of("ELEMENT I12 NM109", "ELEMENT I12 NM109"),
            "claim-level-status.277", List.of("ELEMENT I12 NM109", "ELEMENT I12 NM109"),
            "demo.ambulance.example5.837", List.of("ELEMENT I12 NM109"),
            "demo.cob.example3.A.837",
                    List.of(
                            "ELEMENT I12 NM109",
                            "ELEMENT I12 N403",
                            "ELEMENT I12 NM109",
                            "SEGMENT I9 NM1",
                            "ELEMENT I12 NM109"),
            "demo.example2.837", List.of("ELEMENT I12 NM109", "ELEMENT I12 N403", "ELEMENT I12 NM109"),
            "institutional-claim.837i", List.of("ELEMENT I12 NM109"),
            "managed-care.835", List.of("ELEMENT I12 N104"));

    private static Map<String, List<String>> told(boolean warnings) throws IOException {
        assumeTrue(
                Files.isDirectory(PublishedExamples.shared().resolve("x12")),
                "skipped: the published examples are not at " + PublishedExamples.shared());
        var told = new TreeMap<String, List<String>>();
        for (var file : PublishedExamples.all()) {
            var name = file.getFileName().toString();
            if (!name.endsWith(".278") && !name.endsWith(".820") && !name.endsWith(".837d")) {
                var errors = new ArrayList<>(Examples.check(Files.readString(file), SnipLevel.SITUATION));
                errors.removeIf(error -> error.isWarning() != warnings);
                if (!errors.isEmpty()) {
                    told.put(
                            name,
                            Examples.told(errors).stream()
                                    .map(text -> text.replace("warning ", ""))
                                    .toList());
                }
            }
        }
        return told;
    }

    @Test
    void theirErrorsAreTheKnownWarts() throws IOException {
        assertThat(told(false)).isEqualTo(WARTS);
    }

    @Test
    void theirWarningsAreFew() throws IOException {
        assertThat(told(true)).isEqualTo(WARNINGS);
    }
}
