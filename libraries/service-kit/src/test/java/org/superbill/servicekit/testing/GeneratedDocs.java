package org.superbill.servicekit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Pages that follow from the code and are checked in: compared in each build, written with {@code -Dsuperbill.generate=true}. */
public final class GeneratedDocs {
    static final boolean WRITE = Boolean.getBoolean("superbill.generate");

    private GeneratedDocs() {}

    /** @param path from the root of the repository, {@code docs/permissions.md} */
    public static void check(String path, String content) {
        var file = file(path);
        try {
            if (WRITE) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(file)
                .as("%s follows from the code; write it by running this test with -Dsuperbill.generate=true", path)
                .exists()
                .hasContent(content);
    }

    static Path file(String path) {
        return Path.of(System.getProperty("superbill.root"), path);
    }
}
