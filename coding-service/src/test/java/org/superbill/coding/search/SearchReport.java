package org.superbill.coding.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.superbill.coding.codesystem.CodeSystem;

/** Tells on the console which queries of the tuning half are not answered, and what was found instead; of the other half only the share. */
final class SearchReport {
    private static final int FIRST_RESULTS = 5;

    private SearchReport() {}

    /** @param args a folder for the index, and {@code reporting} for the share of the reporting half, or another file of queries, or one query to be answered */
    public static void main(String[] args) throws IOException {
        try (var shipped = new ShippedSearch(Path.of(args[0]))) {
            var wish = args.length > 1 ? args[1] : "tuning";
            var reporting = wish.equals("reporting");
            if (wish.endsWith(".tsv")) {
                report(shipped, CodeQueries.read(Path.of(wish)), true);
            } else if (reporting || wish.equals("tuning")) {
                report(
                        shipped,
                        CodeQueries.all().stream()
                                .filter(query -> query.isForTuning() != reporting)
                                .toList(),
                        !reporting);
            } else {
                tell(shipped, wish, shipped.systems());
            }
        }
    }

    private static void report(ShippedSearch shipped, List<CodeQueries.CodeQuery> queries, boolean tell) {
        var answered = 0;
        for (var query : queries) {
            var systems = query.system().map(List::of).orElse(shipped.systems());
            var hits = shipped.find(query.text(), systems, ShippedSearch.MARCH_2026, FIRST_RESULTS)
                    .hits();
            if (hits.stream().anyMatch(hit -> query.isAnsweredBy(hit.code()))) {
                answered++;
            } else if (tell) {
                System.out.printf("%s, wanted %s%n", query.text(), query.wanted());
                tell(shipped, query.text(), systems);
            }
        }
        System.out.printf("%d of %d%n", answered, queries.size());
    }

    private static void tell(ShippedSearch shipped, String text, List<CodeSystem> in) {
        var start = System.nanoTime();
        var found = shipped.find(text, in, ShippedSearch.MARCH_2026, FIRST_RESULTS);
        found.hits()
                .forEach(hit -> System.out.printf(
                        "    %s %.2f %s [%s %s]%n",
                        hit.code(), hit.score(), hit.longDescription(), hit.kind(), hit.name()));
        System.out.printf("    corrected: %s, %.1f ms%n", found.corrected(), (System.nanoTime() - start) / 1e6);
    }
}
