package org.superbill.coding.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.MMapDirectory;
import org.superbill.coding.codesystem.Releases;

/** The opened index of one code system, the releases that it was made of and its codes in memory. Closed when its last search is over. */
record SystemIndex(
        String key, Releases releases, DirectoryReader reader, Catalogue catalogue, Map<String, Integer> words) {

    static SystemIndex open(String key, Releases releases, Path folder) throws IOException {
        var reader = DirectoryReader.open(new MMapDirectory(folder));
        try {
            var catalogue = reader.leaves().isEmpty()
                    ? Catalogue.empty(releases.system())
                    : Catalogue.read(releases.system(), reader.leaves().get(0));
            return new SystemIndex(key, releases, reader, catalogue, WordCounts.read(folder));
        } catch (IOException | RuntimeException e) {
            reader.close();
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
