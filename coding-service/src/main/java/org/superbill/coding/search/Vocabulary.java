package org.superbill.coding.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of people beside those of code descriptions: rules of synonyms, and everyday names of single codes. */
final class Vocabulary {
    static final String SYNONYMS = "/search/synonyms.txt";
    static final String EVERYDAY = "/search/everyday.tsv";
    private static final int EVERYDAY_FIELDS = 3;
    private static final String MEANS = "=>";

    private final Words words = new Words();
    /** Stems of a phrase, parted by blanks, to the stems of what else it may be called. */
    private final Map<String, List<List<String>>> alternatives = new HashMap<>();

    private final Map<String, List<String>> everyday = new HashMap<>();
    private final Set<String> fillers = new HashSet<>();
    private final Set<String> written = new HashSet<>();
    private final int longestPhrase;
    private final String names = read(EVERYDAY);

    Vocabulary() {
        lines(read(SYNONYMS)).forEach(this::rule);
        lines(names).forEach(this::name);
        longestPhrase = alternatives.keySet().stream()
                .mapToInt(phrase -> phrase.split(" ").length)
                .max()
                .orElse(1);
    }

    /** Whether the phrase is one of ours, to be looked for as a whole. @param stems of its telling words */
    boolean knows(List<String> stems) {
        return alternatives.containsKey(String.join(" ", stems));
    }

    /** Whether the phrase only fills and need not be found. */
    boolean isFiller(List<String> stems) {
        return fillers.contains(String.join(" ", stems));
    }

    /** What else the phrase may be called, in stems; empty for most. */
    List<List<String>> alternatives(List<String> stems) {
        return alternatives.getOrDefault(String.join(" ", stems), List.of());
    }

    /** In telling words. */
    int longestPhrase() {
        return longestPhrase;
    }

    /** Everyday names of a code; none for most. @param system as {@code CodeSystem#id()} */
    List<String> everyday(String system, String code) {
        return everyday.getOrDefault(system + " " + code, List.of());
    }

    /** Every word of every rule's left side, which is spelt right therefore. */
    Set<String> written() {
        return Set.copyOf(written);
    }

    /** The everyday names as they are written, to see whether an index was built with them; synonyms are not in an index. */
    String names() {
        return names;
    }

    private void rule(String line) {
        var sides = line.split(MEANS, -1);
        var left = phrases(sides[0]);
        left.forEach(phrase -> written.addAll(Words.telling(phrase)));
        var meanings = sides.length > 1 ? phrases(sides[1]) : left;
        for (var phrase : left) {
            add(stems(phrase), meanings.stream().map(this::stems).toList());
            if (meanings.isEmpty()) {
                fillers.add(String.join(" ", stems(phrase)));
            }
        }
    }

    private void add(List<String> phrase, List<List<String>> meanings) {
        var known = alternatives.computeIfAbsent(String.join(" ", phrase), none -> new ArrayList<>());
        meanings.stream()
                .filter(meaning -> !meaning.equals(phrase) && !known.contains(meaning))
                .forEach(known::add);
    }

    private void name(String line) {
        var fields = line.split("\t");
        if (fields.length != EVERYDAY_FIELDS) {
            throw new IllegalStateException("A line of %s has %d fields".formatted(EVERYDAY, fields.length));
        }
        everyday.put(
                fields[0] + " " + fields[1],
                Arrays.stream(fields[2].split(";")).map(String::strip).toList());
    }

    private List<String> stems(String phrase) {
        return words.stems(Words.telling(phrase));
    }

    private static List<String> phrases(String side) {
        return Arrays.stream(side.split(","))
                .map(String::strip)
                .filter(phrase -> !phrase.isEmpty())
                .toList();
    }

    static Stream<String> lines(String content) {
        return content.lines().filter(line -> !line.isBlank() && !line.startsWith("#"));
    }

    static String read(String resource) {
        try (var stream = Vocabulary.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("This build lacks its resource " + resource);
            }
            return new BufferedReader(new InputStreamReader(stream, UTF_8))
                    .lines()
                    .collect(Collectors.joining("\n", "", "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
