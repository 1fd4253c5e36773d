package org.superbill.coding.officialcodes;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The official files lie beside the project on machines that have them. */
public final class OfficialFiles {
    public static final Path FOLDER = Path.of(
            System.getProperty("superbill.shared", System.getProperty("superbill.root", "..") + "/../shared/data"));

    private OfficialFiles() {}

    /** The test is skipped where the file is absent. */
    public static Path get(String name) {
        var file = FOLDER.resolve(name);
        assumeTrue(Files.exists(file), () -> "Skipped: no official file " + name + " in " + FOLDER);
        return file;
    }
}
