package org.superbill.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Folders and what is in them. */
final class Directories {
    private Directories() {}

    /** Where what is made once for the running user is kept. */
    static Path ofUser() {
        var named = System.getenv("XDG_CACHE_HOME");
        return (named == null || named.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(named))
                .resolve("superbill");
    }

    /** Makes a folder. */
    interface Maker {
        void make(Path folder) throws IOException;
    }

    /** Makes the folder whole or not at all, if it is not there: once, however many processes want it. */
    static synchronized void makeOnce(Path folder, Maker maker) throws IOException {
        Files.createDirectories(folder.getParent());
        try (var lock = FileChannel.open(
                        folder.resolveSibling(folder.getFileName() + ".lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
                var held = lock.lock()) {
            if (held.isValid() && !Files.exists(folder)) {
                var partial = folder.resolveSibling(folder.getFileName() + ".partial");
                delete(partial);
                maker.make(partial);
                Files.move(partial, folder);
            }
        }
    }

    /** Copies a folder with all that is in it, and who may do what with it. @param to is not there yet */
    static void copy(Path from, Path to) throws IOException {
        try (var paths = Files.walk(from)) {
            for (var path : (Iterable<Path>) paths::iterator) {
                Files.copy(path, to.resolve(from.relativize(path)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    /** Deletes the folder with all that is in it, if it is there; links are deleted, not followed. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw e;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) throws IOException {
                Files.deleteIfExists(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
