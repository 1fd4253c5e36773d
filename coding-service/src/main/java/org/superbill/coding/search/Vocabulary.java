package org.superbill.coding.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The words of people beside those of code descriptions: groups of synonyms, and everyday names of single codes. */
final class Vocabulary {
    private static final String SYNONYMS = "/search/synonyms.txt";
    private static final String EVERYDAY = "/search/everyday.tsv";
    private static final int EVERYDAY_FIELDS = 3;

    private final Map<String, List<String>> alternatives = new HashMap<>();
    private final Map<String, String> everyday = new HashMap<>();
    private final int longestPhrase;
    private final String text;

    Vocabulary() {
        text = read(SYNONYMS) + read(EVERYDAY);
        lines(read(SYNONYMS)).forEach(this::group);
        lines(read(EVERYDAY)).forEach(this::name);
        longestPhrase = alternatives.keySet().stream()
                .mapToInt(phrase -> phrase.split(" ").length)
                .max()
                .orElse(1);
    }

    /** What else the phrase may be called; empty for most. @param phrase lower case, words parted by one blank */
    List<String> alternatives(String phrase) {
        return alternatives.getOrDefault(phrase, List.of());
    }

    /** In words. */
    int longestPhrase() {
        return longestPhrase;
    }

    /** Everyday names of a code, or an empty text. @param system as {@code CodeSystem#id()} */
    String everyday(String system, String code) {
        return everyday.getOrDefault(system + " " + code, "");
    }

    /** All of it, to see whether an index was built with the same words. */
    String text() {
        return text;
    }

    private void group(String line) {
        var phrases = Arrays.stream(line.split(",")).map(String::strip).toList();
        for (var phrase : phrases) {
            var others = phrases.stream().filter(other -> !other.equals(phrase)).toList();
            alternatives.merge(
                    phrase,
                    others,
                    (a, b) -> Stream.concat(a.stream(), b.stream()).distinct().toList());
        }
    }

    private void name(String line) {
        var fields = line.split("\t");
        if (fields.length != EVERYDAY_FIELDS) {
            throw new IllegalStateException("A line of %s has %d fields".formatted(EVERYDAY, fields.length));
        }
        everyday.put(fields[0] + " " + fields[1], fields[2]);
    }

    private static Stream<String> lines(String content) {
        return content.lines().filter(line -> !line.isBlank() && !line.startsWith("#"));
    }

    private static String read(String resource) {
        try (var stream = Vocabulary.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("This build lacks its resource " + resource);
            }
            return new BufferedReader(new InputStreamReader(stream, UTF_8))
                    .lines()
                    .reduce("", (a, b) -> a + b + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
