package org.superbill.coding.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.superbill.coding.codesystem.CodeSystem;

/** Searches the indexes; knows no HTTP and no database. */
final class CodeSearch {
    private final SearchIndexes indexes;
    private final Vocabulary vocabulary;

    CodeSearch(SearchIndexes indexes, Vocabulary vocabulary) {
        this.indexes = indexes;
        this.vocabulary = vocabulary;
    }

    /**
     * What was found.
     *
     * @param hits best first; those that are not valid on the day come only when their very number was asked for
     * @param warnings about the releases searched
     */
    record Found(List<Hit> hits, List<SystemIndex> searched, List<String> warnings) {}

    Found find(String text, Collection<CodeSystem> systems, LocalDate on, int limit) {
        var searched = indexes.acquire(systems);
        try {
            var readers = searched.stream().map(SystemIndex::reader).toArray(IndexReader[]::new);
            var searcher = new IndexSearcher(new MultiReader(readers, false));
            var hits = flagged(searcher, text, on);
            hits.addAll(valid(searcher, text, on, limit));
            var warnings = searched.stream()
                    .flatMap(index -> index.releases().warnings(on).stream())
                    .toList();
            return new Found(hits.stream().limit(limit).toList(), searched, warnings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            SearchIndexes.release(searched);
        }
    }

    /** All parts must match; when nothing has them all, most; when nothing has most, any. */
    private List<Hit> valid(IndexSearcher searcher, String text, LocalDate on, int limit) throws IOException {
        var parts = new QueryWriting(searcher.getIndexReader(), vocabulary).parts(text);
        for (var atLeast : new int[] {parts.size(), (parts.size() + 1) / 2, 1}) {
            var hits =
                    parts.isEmpty() ? List.<Hit>of() : run(searcher, QueryWriting.combine(parts, atLeast), on, limit);
            if (!hits.isEmpty()) {
                return hits;
            }
        }
        return List.of();
    }

    private static List<Hit> run(IndexSearcher searcher, Query query, LocalDate on, int limit) throws IOException {
        var filtered = new BooleanQuery.Builder()
                .add(query, Occur.MUST)
                .add(IndexWriting.validOn(on), Occur.FILTER)
                .build();
        return hits(searcher, filtered, limit);
    }

    /** Codes whose very number was asked for and which exist, but not on this day: their last span. */
    private static List<Hit> flagged(IndexSearcher searcher, String text, LocalDate on) throws IOException {
        var flagged = new ArrayList<Hit>();
        for (var code : QueryWriting.codes(text)) {
            var spans = hits(searcher, new TermQuery(new Term(Fields.CODE, code)), 10);
            if (!spans.isEmpty() && spans.stream().noneMatch(span -> span.validOn(on))) {
                flagged.add(spans.get(spans.size() - 1));
            }
        }
        return flagged;
    }

    private static List<Hit> hits(IndexSearcher searcher, Query query, int limit) throws IOException {
        var top = searcher.search(query, limit);
        var stored = searcher.storedFields();
        var hits = new ArrayList<Hit>();
        for (var doc : top.scoreDocs) {
            hits.add(hit(stored.document(doc.doc), doc.score));
        }
        return hits;
    }

    private static Hit hit(Document document, float score) {
        var to = document.get(Fields.TO);
        return new Hit(
                CodeSystem.of(document.get(Fields.SYSTEM)).orElseThrow(),
                document.get(Fields.CODE),
                Boolean.parseBoolean(document.get(Fields.BILLABLE)),
                document.get(Fields.DISPLAY),
                document.get(Fields.LONG_DESCRIPTION),
                LocalDate.parse(document.get(Fields.FROM)),
                to.isEmpty() ? null : LocalDate.parse(to),
                score);
    }
}
