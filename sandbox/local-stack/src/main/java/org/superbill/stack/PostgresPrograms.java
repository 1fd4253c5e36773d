package org.superbill.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * PostgreSQL's programs, unpacked once per user and version. They refuse to run as root: then they run in a user namespace of
 * their own, where that user is nobody, and where that is forbidden as the machine's user nobody.
 */
final class PostgresPrograms {
    private static final String VERSION = "17.5.0";
    private static final String NOBODY = "65534";

    private final Path home;
    private final Identity identity;

    private PostgresPrograms(Path home, Identity identity) {
        this.home = home;
        this.identity = identity;
    }

    private enum Identity {
        OWN(List.of()),
        NAMESPACE(List.of("unshare", "-U")),
        NOBODY_USER(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));

        final List<String> prefix;

        Identity(List<String> prefix) {
            this.prefix = prefix;
        }
    }

    /** @throws StackException when there is no PostgreSQL for this machine or it cannot be unpacked */
    static PostgresPrograms unpacked() {
        try {
            var identity = identity();
            var home = cache(identity).resolve("postgresql-" + VERSION);
            Directories.makeOnce(home, PostgresPrograms::unpack);
            return new PostgresPrograms(home, identity);
        } catch (IOException e) {
            throw new StackException("PostgreSQL cannot be unpacked: " + e.getMessage(), e);
        }
    }

    /** A folder of this user and version, to keep what is made with the programs. */
    Path kept(String name) {
        return home.resolveSibling(home.getFileName() + "-" + name);
    }

    /** The command line that runs a program such as {@code postgres} with these arguments. */
    List<String> command(String program, List<String> arguments) {
        var command = new java.util.ArrayList<>(identity.prefix);
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        return command;
    }

    /** Lets the user as whom the programs run own the folder. */
    void handOver(Path folder) {
        if (identity == Identity.NOBODY_USER
                && !succeeds(List.of("chown", "-R", NOBODY + ":" + NOBODY, folder.toString()))) {
            throw new StackException(
                    "PostgreSQL refuses to run as root, and %s cannot be given to another user".formatted(folder));
        }
    }

    private static Identity identity() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return Identity.OWN;
        }
        return succeeds(List.of("unshare", "-U", "true")) ? Identity.NAMESPACE : Identity.NOBODY_USER;
    }

    private static boolean succeeds(List<String> command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Path cache(Identity identity) {
        var open = Path.of("/var/cache/superbill"); // root's own folders are closed to nobody
        return identity == Identity.NOBODY_USER ? open : Directories.ofUser();
    }

    private static void unpack(Path into) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(Resources.open("/" + archive())))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var target = into.resolve(entry.getName()).normalize();
                if (!target.startsWith(into)) {
                    throw new IOException("An archive entry leaves its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else if (entry.isSymbolicLink()) {
                    Files.createDirectories(target.getParent());
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(tar, target);
                    Files.setPosixFilePermissions(
                            target,
                            PosixFilePermissions.fromString((entry.getMode() & 0100) != 0 ? "rwxr-xr-x" : "rw-r--r--"));
                }
            }
        }
    }

    private static String archive() {
        var machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        var arm = machine.equals("aarch64") || machine.equals("arm64");
        if (System.getProperty("os.name").startsWith("Mac")) {
            return arm ? "postgres-darwin-arm_64.txz" : "postgres-darwin-x86_64.txz";
        }
        return arm ? "postgres-linux-arm_64.txz" : "postgres-linux-x86_64.txz";
    }
}
