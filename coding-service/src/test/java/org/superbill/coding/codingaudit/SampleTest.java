package org.superbill.coding.codingaudit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SampleTest {
    private static final List<Sample.Member> POPULATION = IntStream.range(0, 100)
            .mapToObj(i -> new Sample.Member(new UUID(0, i), 1, i % 4 == 0 ? "ann" : "bob"))
            .toList();

    @Test
    void theSameSeedDrawsTheSameCasesWhateverTheirOrder() {
        var shuffled = new ArrayList<>(POPULATION);
        Collections.reverse(shuffled);
        assertThat(Sample.draw(shuffled, 7, 10)).isEqualTo(Sample.draw(POPULATION, 7, 10));
        assertThat(Sample.draw(POPULATION, 8, 10)).isNotEqualTo(Sample.draw(POPULATION, 7, 10));
    }

    @Test
    void eachStratumGivesAsManyAndAllThatItHasWhenFewer() {
        var drawn = Sample.draw(POPULATION, 7, 30);
        assertThat(drawn).hasSize(25 + 30).doesNotHaveDuplicates();
        assertThat(drawn.subList(0, 25)).allMatch(member -> member.stratum().equals("ann"));
    }

    @Test
    void everyCaseHasTheSameChance() {
        var counts = new int[POPULATION.size()];
        for (var seed = 0; seed < 4_000; seed++) {
            Sample.draw(POPULATION.stream().map(SampleTest::ofOneStratum).toList(), seed, 10)
                    .forEach(member -> counts[(int) member.caseId().getLeastSignificantBits()]++);
        }
        assertThat(Arrays.stream(counts).boxed())
                .allSatisfy(count -> assertThat(count).isBetween(300, 500)); // 400 expected, deviation 19
    }

    private static Sample.Member ofOneStratum(Sample.Member member) {
        return new Sample.Member(member.caseId(), 1, "");
    }
}
