package org.superbill.coding.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.jspecify.annotations.Nullable;

/** Keeps for each code the best of its names that match, if the code is wanted at all. */
final class CodeScores extends SimpleCollector {
    private final List<SystemIndex> searched;
    private final Filters filters;
    private final int day;
    private final List<Part> parts = new ArrayList<>();
    private final @Nullable CodeHits[] hits;
    private float factor = 1;
    private int firstName;
    private @Nullable Scorable scorer;
    private @Nullable CodeHits current;

    CodeScores(List<SystemIndex> searched, Filters filters) {
        this.searched = searched;
        this.filters = filters;
        this.day = (int) filters.on().toEpochDay();
        this.hits = new CodeHits[searched.size()];
        for (var place = 0; place < searched.size(); place++) {
            for (var part : searched.get(place).reader().leaves()) {
                parts.add(new Part(place, part.docBase));
            }
        }
    }

    /** A part of an index, in the order of the search: whose it is, and the number of its first name there. */
    private record Part(int place, int firstName) {}

    /** What the scores of the next search are worth beside those of the one before. */
    CodeScores worth(float next) {
        factor = next;
        return this;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext context) {
        var part = parts.get(context.ord);
        firstName = part.firstName();
        current = of(part.place());
    }

    /** A code that is found by its number. */
    void add(int place, int code, float score) {
        of(place).add(code, score, filters, day);
    }

    private CodeHits of(int place) {
        var found = hits[place];
        if (found == null) {
            found = new CodeHits(searched.get(place).catalogue());
            hits[place] = found;
        }
        return found;
    }

    @Override
    public void setScorer(Scorable next) {
        scorer = next;
    }

    @Override
    public void collect(int name) throws IOException {
        var into = current;
        if (into != null && scorer != null) {
            into.add(firstName + name, scorer, factor, filters, day);
        }
    }

    /** All of a search goes into this one: the searcher has no threads of its own. */
    CollectorManager<CodeScores, CodeScores> manager() {
        return new CollectorManager<>() {
            @Override
            public CodeScores newCollector() {
                return CodeScores.this;
            }

            @Override
            public CodeScores reduce(Collection<CodeScores> same) {
                return CodeScores.this;
            }
        };
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE;
    }

    /** One of each index that had a match. */
    List<CodeHits> all() {
        return Arrays.stream(hits).flatMap(Stream::ofNullable).toList();
    }

    int count() {
        return all().stream().mapToInt(CodeHits::count).sum();
    }
}
