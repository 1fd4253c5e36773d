package org.superbill.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that follow from the code and are checked in: compared in each build, written with {@code -Dsuperbill.generate=true}. */
final class Generated {
    private static final boolean WRITE = Boolean.getBoolean("superbill.generate");

    private Generated() {}

    /** @param path from the root of the repository */
    static void check(String path, String content) throws IOException {
        var file = Path.of(System.getProperty("superbill.root"), path);
        if (WRITE) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        }
        assertThat(file)
                .as("follows from the code; write it with: mvn -pl libraries/events test -Dsuperbill.generate=true")
                .exists()
                .hasContent(content);
    }
}
