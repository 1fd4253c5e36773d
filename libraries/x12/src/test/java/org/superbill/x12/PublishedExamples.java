package org.superbill.x12;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The published examples, which lie outside of the project; tests that want them are skipped where they are absent. */
public final class PublishedExamples {
    private PublishedExamples() {}

    /** The folder of shared data. */
    public static Path shared() {
        var root = Path.of(System.getProperty("superbill.root", "../.."));
        return Path.of(System.getProperty(
                "superbill.shared", root.resolve("../shared/data").normalize().toString()));
    }

    public static List<Path> all() {
        var folder = shared().resolve("x12");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
