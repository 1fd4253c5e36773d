package org.superbill.coding.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** How often each word is in the names of a system, as written: to know what is spelt right and what a beginning may become. */
final class WordCounts {
    private static final String FILE = "words.tsv";
    private final Map<String, int[]> counts = new HashMap<>();

    void add(String word) {
        counts.computeIfAbsent(word, none -> new int[1])[0]++;
    }

    void write(Path folder) throws IOException {
        var text = new StringBuilder();
        counts.forEach(
                (word, count) -> text.append(word).append('\t').append(count[0]).append('\n'));
        Files.writeString(folder.resolve(FILE), text);
    }

    static Map<String, Integer> read(Path folder) throws IOException {
        var counts = new HashMap<String, Integer>();
        for (var line : Files.readAllLines(folder.resolve(FILE), UTF_8)) {
            var tab = line.indexOf('\t');
            counts.put(line.substring(0, tab), Integer.parseInt(line.substring(tab + 1)));
        }
        return counts;
    }
}
