package org.superbill.coding.codecheck;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.superbill.coderules.Terminology;
import org.superbill.coding.codefact.ShippedFacts;

/** Excludes1 by the notes and releases that ship: real pairs, in both orders, and pairs that stand beside them and are allowed. */
class Excludes1PairsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private record Pair(String one, String other, boolean excluded, String why) {}

    @TestFactory
    Stream<DynamicTest> pairs() {
        return read().stream()
                .map(pair ->
                        DynamicTest.dynamicTest("%s and %s: %s".formatted(pair.one(), pair.other(), pair.why()), () -> {
                            assertThat(Excludes1.found(pair.one(), pair.other(), DAY)
                                            .isPresent())
                                    .isEqualTo(pair.excluded());
                            assertThat(Excludes1.found(pair.other(), pair.one(), DAY)
                                            .isPresent())
                                    .isEqualTo(pair.excluded());
                        }));
    }

    @Test
    void thePairsAreManyAndTheirCodesValid() {
        assertThat(read()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(read()).filteredOn(Pair::excluded).hasSizeGreaterThanOrEqualTo(40);
        assertThat(read()).allSatisfy(pair -> {
            for (var code : List.of(pair.one(), pair.other())) {
                var fact = ShippedFacts.get().find(Terminology.ICD_10_CM, Terminology.ICD_10_CM.stored(code), DAY);
                assertThat(fact).as(code).isNotNull();
                assertThat(fact.valid() && fact.billable()).as(code).isTrue();
            }
        });
    }

    private static List<Pair> read() {
        var stream =
                Objects.requireNonNull(Excludes1PairsTest.class.getResourceAsStream("/codecheck/excludes1-pairs.tsv"));
        return new BufferedReader(new InputStreamReader(stream, UTF_8))
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t"))
                .map(fields -> new Pair(fields[0], fields[1], fields[2].equals("excluded"), fields[3]))
                .toList();
    }
}
