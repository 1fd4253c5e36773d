package org.superbill.coding.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.store.MMapDirectory;
import org.superbill.coding.codesystem.Releases;

/**
 * The opened index of one code system: its descriptions and, where it has them, its other names; the releases that it was made of and its codes in memory. Closed when
 * its last search is over.
 */
record SystemIndex(
        Releases releases,
        Part descriptions,
        Part names,
        IndexReader reader,
        Catalogue catalogue,
        Map<String, Integer> words) {

    /**
     * A folder with an index.
     *
     * @param name what it is the index of
     * @param key what it was made of; empty where there is no such part
     */
    record Part(String name, String key, Path folder) {
        boolean exists() {
            return !key.isEmpty();
        }
    }

    static SystemIndex open(Releases releases, Part descriptions, Part names) throws IOException {
        var readers = new ArrayList<IndexReader>();
        var words = new HashMap<String, Integer>();
        try {
            for (var part : names.exists() ? List.of(descriptions, names) : List.of(descriptions)) {
                readers.add(DirectoryReader.open(new MMapDirectory(part.folder())));
                WordCounts.read(part.folder()).forEach((word, count) -> words.merge(word, count, Integer::sum));
            }
            var reader = new MultiReader(readers.toArray(IndexReader[]::new));
            return new SystemIndex(
                    releases, descriptions, names, reader, Catalogue.read(releases.system(), reader.leaves()), words);
        } catch (IOException | RuntimeException e) {
            for (var reader : readers) {
                reader.close();
            }
            throw e;
        }
    }

    boolean acquire() {
        return reader.tryIncRef();
    }

    void release() throws IOException {
        reader.decRef();
    }
}
