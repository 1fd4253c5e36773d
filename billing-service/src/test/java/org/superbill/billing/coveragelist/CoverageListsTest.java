package org.superbill.billing.coveragelist;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.superbill.servicekit.problem.Problem;

class CoverageListsTest {
    private static final UUID PAYER = UUID.randomUUID();

    private static CoverageList list(String csv, @Nullable UUID payer, String from, @Nullable String to) {
        return new CoverageList(
                UUID.randomUUID(),
                "L1",
                "source",
                payer,
                LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to),
                CoverageCsv.read(csv.getBytes(UTF_8)));
    }

    private static CoverageList list(String csv) {
        return list(csv, null, "2026-01-01", null);
    }

    @Test
    void oneCoveredDiagnosisIsEnough() {
        var list = list("procedure,diagnosis\n11400,D22.5\n11400,L57\n11400,E08-E13\n");
        assertThat(list.covers("11400", List.of("Z000", "D225"))).isTrue();
        assertThat(list.covers("11400", List.of("L570"))).isTrue(); // under the category
        assertThat(list.covers("11400", List.of("E1370"))).isTrue(); // under the end of the range
        assertThat(list.covers("11400", List.of("E140"))).isFalse();
        assertThat(list.covers("11400", List.of("D2251"))).isTrue();
        assertThat(list.covers("11400", List.of())).isFalse();
        assertThat(list.covers("99213", List.of())).isTrue(); // it says nothing of it
    }

    @Test
    void oneExcludedDiagnosisIsTooMuch() {
        var list = list("procedure,diagnosis,effect\n82607,Z00-Z13,not-covered\n");
        assertThat(list.covers("82607", List.of("D510"))).isTrue();
        assertThat(list.covers("82607", List.of("D510", "Z0000"))).isFalse();
    }

    @Test
    void aListHoldsOnItsDaysForItsPayer() {
        var lists = new CoverageLists(
                List.of(list("procedure,diagnosis\n11400,D22.5\n", PAYER, "2026-01-01", "2026-06-30")));
        assertThat(lists.of("11400", PAYER, LocalDate.parse("2025-12-31"))).isEmpty();
        assertThat(lists.of("11400", PAYER, LocalDate.parse("2026-01-01"))).hasSize(1);
        assertThat(lists.of("11400", PAYER, LocalDate.parse("2026-06-30"))).hasSize(1);
        assertThat(lists.of("11400", PAYER, LocalDate.parse("2026-07-01"))).isEmpty();
        assertThat(lists.of("11400", UUID.randomUUID(), LocalDate.parse("2026-03-01")))
                .isEmpty();
    }

    @Test
    void theNextListOfANumberEndsTheOneBefore() {
        var old = list("procedure,diagnosis\n11400,D22.5\n", PAYER, "2026-01-01", null);
        var next = list("procedure,diagnosis\n11400,L57.0\n", PAYER, "2026-04-01", null);
        var lists = new CoverageLists(List.of(next, old));
        assertThat(lists.of("11400", PAYER, LocalDate.parse("2026-03-31")))
                .extracting(CoverageList::id)
                .containsExactly(old.id());
        assertThat(lists.of("11400", PAYER, LocalDate.parse("2026-04-01")))
                .extracting(CoverageList::id)
                .containsExactly(next.id());
    }

    @Test
    void everyBadRowIsNamedByItsLine() {
        assertThatThrownBy(() -> list("procedure,diagnosis,effect\n1140,D22.5,\n11400,22,\n11400,D22,maybe\n"))
                .asInstanceOf(InstanceOfAssertFactories.type(Problem.class))
                .extracting(problem ->
                        problem.errors().stream().map(error -> error.pointer()).toList())
                .isEqualTo(List.of("/2", "/3", "/4"));
        assertThatThrownBy(() -> list("a,b\n1,2\n")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> list("procedure,diagnosis\n")).isInstanceOf(Problem.class);
    }
}
