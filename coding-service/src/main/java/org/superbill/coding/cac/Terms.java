package org.superbill.coding.cac;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts the terms of all sources together for one release. */
final class Terms {
    private Terms() {}

    static Dictionary of(CodeBook book, Reader reader, OfficialTerms terms) {
        var builder = new Dictionary.Builder();
        phrases(builder, book, "cac/terms.tsv", Source.EVERYDAY, reader);
        phrases(builder, book, "cac/statuses.tsv", Source.STATUS, reader);
        var official = new Dictionary.Builder();
        new TitleTerms(reader).addTo(official, book);
        for (var row : terms.inclusionTerms()) {
            inclusion(official, book, reader, row);
        }
        new IndexTerms(reader, book, terms.index()).addTo(official);
        builder.addAll(official, notAlone(reader));
        return builder.build();
    }

    private static void phrases(Dictionary.Builder builder, CodeBook book, String file, Source source, Reader reader) {
        for (var row : DataFile.rows(file)) {
            var targets = Arrays.stream(row[0].replace(".", "").split("\\+"))
                    .map(code -> Predecessors.in(book, code))
                    .collect(Collectors.joining("+"));
            for (var phrase : row[1].split(";")) {
                builder.add(reader.phraseWords(phrase.strip()), targets, source, phrase.strip());
            }
        }
    }

    private static void inclusion(Dictionary.Builder builder, CodeBook book, Reader reader, String[] row) {
        if (book.find(row[0]).isEmpty() || !TitleTerms.isForTerms(row[0])) {
            return; // the inclusion terms may be older: a code that is no more has none
        }
        var bare = row[1].replaceAll("\\[[^]]*]|\\([^)]*\\)", " ").replaceAll("\\b(NOS|NEC)\\b", " ");
        for (var variant : TitleTerms.alternatives(bare)) {
            builder.add(reader.termWords(variant), row[0], Source.INCLUSION, row[1]);
        }
    }

    private static Set<String> notAlone(Reader reader) {
        var words = new HashSet<String>();
        for (var row : DataFile.rows("cac/alone.txt")) {
            Arrays.stream(row[0].split(" ")).map(reader::word).forEach(words::add);
        }
        return words;
    }

    /** Ordinary words, which are never a misspelt clinical one. */
    static Set<String> ordinaryWords() {
        var words = new HashSet<String>();
        for (var row : DataFile.rows("cac/alone.txt")) {
            words.addAll(Arrays.asList(row[0].split(" ")));
        }
        return words;
    }
}
