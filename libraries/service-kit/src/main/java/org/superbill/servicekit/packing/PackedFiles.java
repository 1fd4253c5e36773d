package org.superbill.servicekit.packing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How files are packed, by their first bytes. */
public final class PackedFiles {
    /** More are in no archive that a publisher gives. */
    public static final int MOST_ENTRIES = 500;

    private PackedFiles() {}

    public static boolean isGzip(Path file) throws IOException {
        return beginsWith(file, 0x1f, 0x8b);
    }

    public static boolean isZip(Path file) throws IOException {
        return beginsWith(file, 'P', 'K', 3, 4);
    }

    private static boolean beginsWith(Path file, int... bytes) throws IOException {
        try (var content = Files.newInputStream(file)) {
            for (var expected : bytes) {
                if (content.read() != expected) {
                    return false;
                }
            }
            return true;
        }
    }
}
