package org.superbill.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;

/**
 * The classes of a service as its JVM had them in memory when it last ended in order (class data sharing): the next start needs
 * half the processor time. It lies beside the built service, is made anew when that is, and belongs to one version of the JVM.
 */
final class ClassArchive {
    private static final String QUIET = "-Xlog:cds=off";
    private static final String QUIET_DYNAMIC = "-Xlog:cds+dynamic=off";

    private final Path jar;
    private final Path file;
    private final Path made;
    private final boolean isMaker;

    /** @param isMaker makes one where there is none, which costs seconds at the end */
    ClassArchive(Path jar, boolean isMaker) {
        this.jar = jar;
        this.isMaker = isMaker;
        var target =
                Objects.requireNonNull(Objects.requireNonNull(jar.getParent()).getParent());
        var version = System.getProperty("java.vm.version", "").replaceAll("[^\\w.+-]", "-");
        this.file = target.resolve("classes-" + version + ".jsa");
        this.made = target.resolve("classes-%s.%d.partial"
                .formatted(version, ProcessHandle.current().pid()));
    }

    /** Where it is kept. */
    Path file() {
        return file;
    }

    /** What the JVM is told: to use the archive, or to make one when it ends. */
    List<String> arguments() {
        if (isCurrent()) {
            return List.of("-XX:SharedArchiveFile=" + file, QUIET, QUIET_DYNAMIC);
        }
        return isMade() ? List.of("-XX:ArchiveClassesAtExit=" + made, QUIET, QUIET_DYNAMIC) : List.of();
    }

    /** Whether the JVM makes one when it ends. */
    boolean isMade() {
        return isMaker && !isCurrent();
    }

    /** After the JVM has ended: from now on it is used, whole. */
    void keep() {
        try {
            if (Files.exists(made)) {
                Files.move(made, file, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            var unused = made.toFile().delete(); // slower next time, and nothing else
        }
    }

    private boolean isCurrent() {
        try {
            return Files.exists(file) && Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(jar)) > 0;
        } catch (IOException e) {
            return false;
        }
    }
}
