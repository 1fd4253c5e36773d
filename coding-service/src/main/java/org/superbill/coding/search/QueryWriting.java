package org.superbill.coding.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/**
 * Makes queries of what a person typed: words in any order and number, the same thing under another name, the beginning of the last word, and, for a word that no
 * name has, words that are nearly it. One object per search.
 */
final class QueryWriting {
    private static final int MOST_WORDS = 16;
    private static final int MOST_BEGINNINGS = 20;
    private static final int MOST_CORRECTIONS = 3;
    private static final int SHORTEST_BEGINNING = 2;
    private static final int SHORTEST_HALF = 3;
    /** A word of so many letters that no name has, but that some begin with, is cut short rather than misspelt. */
    private static final int SHORTEST_CUT = 4;

    private static final Pattern AMOUNT = Pattern.compile("([0-9]+)([a-z]+)");
    private static final Pattern DIGIT = Pattern.compile("[0-9]");
    private static final float CODE = 20;
    private static final float TIE = 0.05f;
    private static final List<String> WITHOUT = List.of("without");
    private static final Set<String> LATER_ENCOUNTER = Set.of(
            "subsequent",
            "sequela",
            "sequelae",
            "healing",
            "aftercare",
            "nonunion",
            "malunion",
            "late",
            "delayed",
            "follow",
            "followup",
            "old");

    private final Vocabulary vocabulary;
    private final Dictionary dictionary;
    private final Predicate<String> isCode;
    private final Words words = new Words();
    private final List<Query> codes = new ArrayList<>();
    private final List<Query> needed = new ArrayList<>();
    private final List<Query> welcome = new ArrayList<>();
    private final Set<String> stems = new HashSet<>();
    /** Further words that a misspelt one may be, by the one that was taken for it. */
    private final Map<String, List<String>> further = new LinkedHashMap<>();

    private boolean corrected;
    private boolean surelyCodes;
    /** Whether the phrase that is being written is of what is not there. */
    private boolean denied;

    /** @param isCode whether a system that is searched has this code, in stored form */
    QueryWriting(Vocabulary vocabulary, Dictionary dictionary, Predicate<String> isCode) {
        this.vocabulary = vocabulary;
        this.dictionary = dictionary;
        this.isCode = isCode;
    }

    /** As words, all of it. */
    Asked words(String text) {
        return write(Words.telling(text));
    }

    /** What looks like the beginning of a code as such, the others as words. */
    Asked wordsAndCodes(String text) {
        var telling = new ArrayList<String>();
        for (var token : CodeNumber.tokens(text)) {
            if (isNumber(token)) {
                var stored = CodeNumber.stored(token);
                codes.add(boosted(new ConstantScoreQuery(new PrefixQuery(new Term(Fields.CODE, stored))), CODE));
                surelyCodes |= CodeNumber.isCategory(stored) || CodeNumber.isLong(stored);
            } else {
                telling.addAll(Words.telling(token));
            }
        }
        return write(telling);
    }

    private Asked write(List<String> typed) {
        var telling = spelt(typed.subList(0, Math.min(MOST_WORDS, typed.size())));
        for (var i = 0; i < telling.size(); ) {
            var phrase = telling.subList(i, i + phraseLength(telling, i));
            i += phrase.size();
            if (isDenial(phrase) && i < telling.size()) {
                denied = true;
            } else {
                add(phrase, i == telling.size());
                denied = false;
            }
        }
        return new Asked(
                codes,
                surelyCodes,
                needed,
                welcome,
                stems,
                corrected ? String.join(" ", telling) : null,
                telling.stream().anyMatch(LATER_ENCOUNTER::contains));
    }

    /** Without, no, w/o. */
    private boolean isDenial(List<String> phrase) {
        return phrase.size() == 1 && Words.denies(phrase.get(0))
                || vocabulary.alternatives(words.stems(phrase)).contains(WITHOUT);
    }

    /** B12 is a vitamin before it is a table of ICD-10-PCS. */
    private boolean isNumber(String token) {
        return CodeNumber.isLike(token)
                && !vocabulary.knows(words.stems(Words.telling(token)))
                && isCode.test(CodeNumber.stored(token));
    }

    /** The words with those that no name has replaced by what they may be. */
    private List<String> spelt(List<String> telling) {
        var spelt = new ArrayList<String>();
        for (var i = 0; i < telling.size(); i++) {
            var word = telling.get(i);
            var last = i == telling.size() - 1;
            var amount = AMOUNT.matcher(word);
            if (isRight(word) || (last || word.length() >= SHORTEST_CUT) && isBeginning(word)) {
                spelt.add(word);
            } else if (amount.matches()) {
                spelt.addAll(List.of(amount.group(1), amount.group(2)));
            } else if (!last && isRight(word + telling.get(i + 1))) {
                spelt.add(word + telling.get(++i));
            } else {
                spelt.addAll(correct(word));
            }
        }
        return spelt;
    }

    private boolean isRight(String word) {
        return dictionary.hasStem(words.stem(word));
    }

    private boolean isBeginning(String word) {
        return !dictionary.beginningWith(word, 1).isEmpty();
    }

    /** A figure is none of the words: a dose that no name has is not another dose. */
    private List<String> correct(String word) {
        if (DIGIT.matcher(word).find()) {
            return List.of(word);
        }
        var likely = dictionary.like(word, MOST_CORRECTIONS);
        if (!likely.isEmpty()) {
            corrected = true;
            further.put(likely.get(0), likely.subList(1, likely.size()));
            return List.of(likely.get(0));
        }
        for (var half = SHORTEST_HALF; half <= word.length() - SHORTEST_HALF; half++) {
            var halves = List.of(word.substring(0, half), word.substring(half));
            if (halves.stream().allMatch(this::isRight)) {
                corrected = true;
                return halves;
            }
        }
        return List.of(word);
    }

    private int phraseLength(List<String> telling, int from) {
        for (var length = Math.min(vocabulary.longestPhrase(), telling.size() - from); length > 1; length--) {
            if (vocabulary.knows(words.stems(telling.subList(from, from + length)))) {
                return length;
            }
        }
        return 1;
    }

    private void add(List<String> phrase, boolean last) {
        var phraseStems = words.stems(phrase);
        if (vocabulary.isFiller(phraseStems)) {
            return;
        }
        var alternatives = vocabulary.alternatives(phraseStems);
        var ways = new ArrayList<Query>();
        ways.add(asWritten(phrase, last));
        if (phrase.size() == 2) {
            var joined = words.stem(phrase.get(0) + phrase.get(1));
            if (dictionary.hasStem(joined)) {
                ways.add(all(List.of(joined)));
            }
        }
        for (var alternative : alternatives) {
            ways.add(boosted(all(alternative), Ranking.SYNONYM));
        }
        var part = ways.size() == 1 ? ways.get(0) : new DisjunctionMaxQuery(ways, TIE);
        if (phrase.size() == 1 && Words.saysLittle(phrase.get(0))) {
            welcome.add(boosted(part, Ranking.SAYS_LITTLE));
        } else {
            needed.add(part);
        }
    }

    private Query asWritten(List<String> phrase, boolean last) {
        if (phrase.size() == 1) {
            return word(phrase.get(0), last);
        }
        var query = new BooleanQuery.Builder();
        for (var i = 0; i < phrase.size(); i++) {
            var ways = new ArrayList<Query>();
            ways.add(word(phrase.get(i), last && i == phrase.size() - 1));
            for (var alternative : vocabulary.alternatives(List.of(words.stem(phrase.get(i))))) {
                ways.add(boosted(all(alternative), Ranking.SYNONYM));
            }
            query.add(new DisjunctionMaxQuery(ways, TIE), occur(phrase.get(i)));
        }
        return query.build();
    }

    private Query word(String word, boolean last) {
        var stem = words.stem(word);
        var weights = new LinkedHashMap<String, Float>();
        weights.put(stem, 1f);
        further.getOrDefault(word, List.of())
                .forEach(other -> weights.putIfAbsent(words.stem(other), Ranking.CORRECTED));
        if (last && word.length() >= SHORTEST_BEGINNING || word.length() >= SHORTEST_CUT && !isRight(word)) {
            var weight = isRight(word) ? Ranking.BEGINNING_OF_KNOWN : Ranking.BEGINNING_OF_UNKNOWN;
            dictionary
                    .beginningWith(word, MOST_BEGINNINGS)
                    .forEach(longer -> weights.putIfAbsent(words.stem(longer), weight));
        }
        stems.addAll(weights.keySet());
        return new DisjunctionMaxQuery(List.of(inName(weights, denied), aside(stem)), TIE);
    }

    private Query stem(String stem, boolean isDenied) {
        return new DisjunctionMaxQuery(List.of(inName(Map.of(stem, 1f), isDenied), aside(stem)), TIE);
    }

    /** What is there where it is wanted, what is not there where it is not; the other way round is worth little. */
    private Query inName(Map<String, Float> weights, boolean isDenied) {
        var query = new SynonymQuery.Builder(Fields.NAME);
        weights.forEach((stem, weight) -> {
            query.addTerm(new BytesRef(stem), isDenied ? weight * Ranking.CONTRARY : weight);
            if (dictionary.isDenied(stem)) {
                query.addTerm(new BytesRef(Words.DENIED + stem), isDenied ? weight : weight * Ranking.CONTRARY);
            }
        });
        return query.build();
    }

    private static Query aside(String stem) {
        return boosted(new ConstantScoreQuery(new TermQuery(new Term(Fields.ASIDE, stem))), Ranking.ASIDE);
    }

    private Query all(List<String> alternative) {
        stems.addAll(alternative);
        if (alternative.size() == 1) {
            return stem(alternative.get(0), denied);
        }
        var query = new BooleanQuery.Builder();
        var without = denied;
        for (var stem : alternative) {
            query.add(stem(stem, without), occur(stem));
            without = denied || Words.denies(stem);
        }
        return query.build();
    }

    private static Occur occur(String word) {
        return Words.saysLittle(word) ? Occur.SHOULD : Occur.MUST;
    }

    private static Query boosted(Query query, float boost) {
        return new BoostQuery(query, boost);
    }
}
