package org.superbill.coding.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * Makes a query of what a person wrote: code numbers with or without dot and their beginnings, words in any order and number, the same thing under another name,
 * and, for a word that no description has, words that are nearly it or begin with it.
 */
final class QueryWriting {
    /** At least one digit: words have none, codes have. */
    private static final Pattern LIKE_A_CODE = Pattern.compile("(?=.*[0-9])[0-9A-Za-z]{2,7}");

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private static final float EXACT_CODE = 100;
    private static final float CODE_PREFIX = 20;
    private static final float EVERYDAY = 3;
    private static final float SYNONYM = 0.8f;
    private static final float NEARLY = 0.5f;
    private static final float BILLABLE = 0.5f;
    /** An injury has a code for each kind of encounter; these kinds come after the initial one. */
    private static final List<String> LATER_ENCOUNTER = List.of("subsequent", "sequela");

    private static final float FIRST_ENCOUNTER = 2;
    private static final float TIE = 0.1f;
    private static final int SHORTEST_PREFIX = 3;
    private static final int SHORTEST_FUZZY = 4;
    private static final int TWO_TYPOS_FROM = 8;
    private static final int MOST_WORDS = 16;

    private final IndexReader reader;
    private final Vocabulary vocabulary;

    QueryWriting(IndexReader reader, Vocabulary vocabulary) {
        this.reader = reader;
        this.vocabulary = vocabulary;
    }

    /** The parts of what was written: each a query, which the best results match all of. */
    List<Query> parts(String text) throws IOException {
        var tokens = tokens(text);
        var parts = new ArrayList<Query>();
        for (var i = 0; i < tokens.size(); ) {
            var length = phraseLength(tokens, i);
            var part = part(tokens.subList(i, i + length), i + length == tokens.size());
            if (part != null) {
                parts.add(part);
            }
            i += length;
        }
        return parts;
    }

    /** @param atLeast how many of the parts a result has to match */
    static Query combine(List<Query> parts, int atLeast) {
        var query = new BooleanQuery.Builder();
        parts.forEach(part -> query.add(part, Occur.SHOULD));
        query.setMinimumNumberShouldMatch(atLeast);
        return new BooleanQuery.Builder()
                .add(query.build(), Occur.MUST)
                .add(
                        boosted(new ConstantScoreQuery(new TermQuery(new Term(Fields.BILLABLE, "true"))), BILLABLE),
                        Occur.SHOULD)
                .add(boosted(new ConstantScoreQuery(notALaterEncounter()), FIRST_ENCOUNTER), Occur.SHOULD)
                .build();
    }

    private static Query notALaterEncounter() {
        var query = new BooleanQuery.Builder().add(new MatchAllDocsQuery(), Occur.MUST);
        LATER_ENCOUNTER.forEach(word -> query.add(new TermQuery(new Term(Fields.WORDS, word)), Occur.MUST_NOT));
        return query.build();
    }

    /** The code numbers that may be meant, in stored form. */
    static List<String> codes(String text) {
        return tokens(text).stream()
                .map(QueryWriting::stored)
                .filter(token -> LIKE_A_CODE.matcher(token).matches())
                .toList();
    }

    private static List<String> tokens(String text) {
        return BLANKS.splitAsStream(text.strip())
                .filter(token -> !token.isEmpty())
                .limit(MOST_WORDS)
                .toList();
    }

    private int phraseLength(List<String> tokens, int from) {
        for (var length = Math.min(vocabulary.longestPhrase(), tokens.size() - from); length > 1; length--) {
            if (!vocabulary
                    .alternatives(phrase(tokens.subList(from, from + length)))
                    .isEmpty()) {
                return length;
            }
        }
        return 1;
    }

    private @Nullable Query part(List<String> tokens, boolean last) throws IOException {
        var written = phrase(tokens);
        var ways = new ArrayList<Query>();
        addCode(ways, tokens);
        addWords(ways, written, 1);
        for (var alternative : vocabulary.alternatives(written)) {
            addWords(ways, alternative, SYNONYM);
        }
        if (!ways.isEmpty() && tokens.size() == 1 && (last || isUnknown(written))) {
            addNearly(ways, written, isUnknown(written));
        }
        return ways.isEmpty() ? null : new DisjunctionMaxQuery(ways, TIE);
    }

    private static void addCode(List<Query> ways, List<String> tokens) {
        var code = stored(tokens.get(0));
        if (tokens.size() == 1 && LIKE_A_CODE.matcher(code).matches()) {
            ways.add(boosted(new ConstantScoreQuery(new TermQuery(new Term(Fields.CODE, code))), EXACT_CODE));
            ways.add(boosted(new PrefixQuery(new Term(Fields.CODE, code)), CODE_PREFIX));
        }
    }

    private static void addWords(List<Query> ways, String phrase, float boost) {
        var stems = Analyzers.terms(Analyzers.STEMS, phrase);
        if (!stems.isEmpty()) {
            ways.add(boosted(all(Fields.TEXT, stems), boost));
            ways.add(boosted(all(Fields.EVERYDAY, stems), boost * EVERYDAY));
        }
    }

    private static void addNearly(List<Query> ways, String written, boolean unknown) {
        for (var word : Analyzers.terms(Analyzers.WORDS, written)) {
            if (word.length() >= SHORTEST_PREFIX) {
                ways.add(boosted(new PrefixQuery(new Term(Fields.WORDS, word)), NEARLY));
            }
            if (unknown && word.length() >= SHORTEST_FUZZY) {
                var typos = word.length() >= TWO_TYPOS_FROM ? 2 : 1;
                ways.add(boosted(new FuzzyQuery(new Term(Fields.WORDS, word), typos, 1), NEARLY));
            }
        }
    }

    private boolean isUnknown(String word) throws IOException {
        for (var stem : Analyzers.terms(Analyzers.STEMS, word)) {
            if (reader.docFreq(new Term(Fields.TEXT, stem)) == 0
                    && reader.docFreq(new Term(Fields.EVERYDAY, stem)) == 0) {
                return true;
            }
        }
        return false;
    }

    private static Query all(String field, List<String> stems) {
        var query = new BooleanQuery.Builder();
        stems.forEach(stem -> query.add(new TermQuery(new Term(field, stem)), Occur.MUST));
        return query.build();
    }

    private static Query boosted(Query query, float boost) {
        return new BoostQuery(query, boost);
    }

    private static String phrase(List<String> tokens) {
        return String.join(" ", tokens).toLowerCase(Locale.ROOT);
    }

    private static String stored(String token) {
        return token.replace(".", "").toUpperCase(Locale.ROOT);
    }
}
