package org.superbill.coding.codecheck;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.superbill.coderules.CodeSet;
import org.superbill.coderules.Encounter;
import org.superbill.coderules.Finding;
import org.superbill.coderules.Patient;
import org.superbill.coderules.Sex;
import org.superbill.coderules.Terminology;
import org.superbill.coderules.rule.CodeRules;
import org.superbill.coding.codefact.ShippedFacts;

/** Whole sets as coders build them, over all that ships: what has to be found, and above all what must not be. */
class RealSetsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    /** CPT does not ship, and ICD-10-PCS is left out here: their codes are unknown. */
    private static final Set<String> NOT_SHIPPED = Set.of("procedure-unknown", "release-missing");

    @TestFactory
    Stream<DynamicTest> sets() {
        var stream = Objects.requireNonNull(RealSetsTest.class.getResourceAsStream("/codecheck/sets.tsv"));
        return new BufferedReader(new InputStreamReader(stream, UTF_8))
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t"))
                .map(fields -> DynamicTest.dynamicTest(fields[0], () -> {
                    var found = CodeRules.check(set(fields), ShippedFacts.get()).stream()
                            .filter(finding -> !NOT_SHIPPED.contains(finding.rule()))
                            .toList();
                    assertThat(found)
                            .as(found.toString())
                            .extracting(Finding::rule)
                            .containsExactlyInAnyOrder(fields.length < 8 ? new String[0] : fields[7].split(" "));
                }));
    }

    private static CodeSet set(String[] fields) {
        var encounter = fields[1].equals("inpatient")
                ? Encounter.inpatient(DAY.minusDays(3), DAY)
                : Encounter.professional(DAY);
        var patient = new Patient(fields[2].equals("F") ? Sex.FEMALE : Sex.MALE, null, Integer.valueOf(fields[3]));
        var lines = words(fields[5]);
        return new CodeSet(
                encounter.of(patient),
                null,
                words(fields[4]).stream().map(RealSetsTest::diagnosis).toList(),
                IntStream.range(0, lines.size())
                        .mapToObj(i -> line(i + 1, lines.get(i)))
                        .toList(),
                words(fields[6]).stream()
                        .map(code -> new CodeSet.Procedure(code, null))
                        .toList(),
                List.of());
    }

    private static CodeSet.Diagnosis diagnosis(String text) {
        var parts = text.split("/");
        return new CodeSet.Diagnosis(
                Terminology.ICD_10_CM,
                Terminology.ICD_10_CM.stored(parts[0]),
                parts.length < 2 || parts[1].equals("-") ? null : parts[1],
                null);
    }

    private static CodeSet.Line line(int number, String text) {
        var units = text.split("\\*");
        var parts = units[0].split("-");
        return new CodeSet.Line(
                number,
                parts[0],
                Arrays.asList(parts).subList(1, parts.length),
                units.length < 2 ? BigDecimal.ONE : new BigDecimal(units[1]),
                null,
                List.of(1));
    }

    private static List<String> words(String text) {
        return text.equals("-") ? List.of() : List.of(text.split(" "));
    }
}
