package org.superbill.coding.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** On the tuning half of the queries only; the figure of the other half is {@code ./superbill bench codes}. */
class SearchQualityTest {
    private static final int FIRST_RESULTS = 5;
    private static final double BAR = 0.85;

    private static final ShippedSearch SHIPPED = ShippedSearch.shared();

    @Test
    void theQueriesAreManyAndBothHalvesAreLarge() {
        assertThat(CodeQueries.all()).hasSizeGreaterThan(300);
        assertThat(CodeQueries.all().stream().filter(CodeQueries.CodeQuery::isForTuning))
                .hasSizeBetween(150, 300);
    }

    @Test
    void theWantedCodeIsAmongTheFirstFive() {
        var answered = share(CodeQueries.CodeQuery::isForTuning, Boolean.getBoolean("superbill.measure"));
        assertThat(answered).as("of the tuning half").isGreaterThan(BAR);
    }

    /** @param tell whether to name the queries that are not answered */
    private static double share(Predicate<CodeQueries.CodeQuery> half, boolean tell) {
        var queries = CodeQueries.all().stream().filter(half).toList();
        var answered = 0;
        for (var query : queries) {
            var hits = SHIPPED.find(
                            query.text(),
                            query.system().map(List::of).orElse(SHIPPED.systems()),
                            ShippedSearch.MARCH_2026,
                            FIRST_RESULTS)
                    .hits();
            if (hits.stream().anyMatch(hit -> query.isAnsweredBy(hit.code()))) {
                answered++;
            } else if (tell) {
                System.out.printf("not found: %s, wanted %s%n", query.text(), query.wanted());
                hits.forEach(hit -> System.out.printf(
                        "    %s %.2f %s [%s %s]%n",
                        hit.code(), hit.score(), hit.longDescription(), hit.kind(), hit.name()));
            }
        }
        if (tell) {
            System.out.printf("%d of %d%n", answered, queries.size());
        }
        return (double) answered / queries.size();
    }
}
