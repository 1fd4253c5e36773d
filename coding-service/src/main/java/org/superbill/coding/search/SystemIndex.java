package org.superbill.coding.search;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.MMapDirectory;
import org.superbill.coding.codesystem.Releases;

/** The opened index of one code system and the releases that it was made of. Closed when its last search is over. */
record SystemIndex(String key, Releases releases, DirectoryReader reader, Path folder) {
    static SystemIndex open(String key, Releases releases, Path folder) throws IOException {
        return new SystemIndex(key, releases, DirectoryReader.open(new MMapDirectory(folder)), folder);
    }

    boolean acquire() {
        return reader.tryIncRef();
    }

    void release() throws IOException {
        reader.decRef();
    }
}
