package org.superbill.coding.search;

import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/** Searches by words, and by beginnings of codes among them where codes that begin so have the words. */
final class WordSearch {
    /** With fewer codes than these that match all parts, those that match most are looked for too. */
    private static final int ENOUGH = 5;

    private final CodeScores scores;
    private final Supplier<QueryWriting> writing;
    private final IndexSearcher searcher;

    /** @param writing a new one each time */
    WordSearch(List<SystemIndex> filled, CodeScores scores, Supplier<QueryWriting> writing) throws IOException {
        this.scores = scores;
        this.writing = writing;
        var readers = filled.stream().map(SystemIndex::reader).toArray(IndexReader[]::new);
        searcher = new IndexSearcher(new MultiReader(readers, false));
        searcher.setSimilarity(Ranking.SIMILARITY);
        searcher.setQueryCache(null);
    }

    /**
     * "E11 neuropathy" is led by the code, since codes under E11 have the word. "L5 radiculopathy" and "BMI 42" are not, though codes begin with L5 and with 42.
     *
     * @param found whether a search is not needed any more, only what the text asks for
     */
    Asked find(String text, boolean found) throws IOException {
        var withCodes = writing.get().wordsAndCodes(text);
        if (found) {
            return withCodes;
        }
        if (withCodes.codes().isEmpty()) {
            byParts(withCodes, 1);
            return withCodes;
        }
        byParts(
                withCodes,
                withCodes.surelyCodes()
                        ? Math.min(1, withCodes.needed().size())
                        : withCodes.needed().size());
        if (scores.count() > 0) {
            return withCodes;
        }
        var asked = writing.get().words(text);
        byParts(asked, 1);
        if (scores.count() == 0 && withCodes.surelyCodes()) {
            byParts(withCodes, 0);
        }
        return asked;
    }

    /**
     * All parts must match; where few codes have them all, those follow that have most.
     *
     * @param least how many of the parts have to match at least
     */
    private void byParts(Asked asked, int least) throws IOException {
        var worth = 1f;
        for (var parts = asked.needed().size(); parts >= Math.max(1, least) && scores.count() < ENOUGH; parts--) {
            searcher.search(matching(asked, parts), scores.worth(worth).manager());
            worth *= Ranking.MISSING_PART;
        }
        var others = !asked.welcome().isEmpty() || !asked.codes().isEmpty();
        if (others && (asked.needed().isEmpty() || least == 0 && scores.count() == 0)) {
            searcher.search(matching(asked, 0), scores.manager());
        }
    }

    /** @param parts how many of the needed parts a name has to match */
    private static Query matching(Asked asked, int parts) {
        var query = new BooleanQuery.Builder();
        if (!asked.codes().isEmpty()) {
            query.add(anyOf(asked.codes(), 1), Occur.MUST);
        }
        if (parts > 0) {
            query.add(anyOf(asked.needed(), parts), Occur.MUST);
        }
        asked.welcome().forEach(part -> query.add(part, Occur.SHOULD));
        return query.build();
    }

    private static Query anyOf(List<Query> parts, int least) {
        var query = new BooleanQuery.Builder();
        parts.forEach(part -> query.add(part, Occur.SHOULD));
        return query.setMinimumNumberShouldMatch(least).build();
    }
}
