package org.superbill.billing.connection;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Folders that another program carries on from. What is written is on the disk before it is seen. */
final class DropFolder implements FileTransport {
    private static final String STAGED = ".tmp";

    private final String connection;
    private final ConnectionConfiguration.One configuration;
    private final Path base;
    private final CompleteFiles complete = new CompleteFiles();

    DropFolder(String connection, ConnectionConfiguration.One configuration) {
        this.connection = connection;
        this.configuration = configuration;
        this.base = Path.of(configuration.url());
    }

    @Override
    public void stage(UUID organization, String name, byte[] file) {
        attempt(() -> {
            var folder = Files.createDirectories(folder(organization, configuration.sendFolder()));
            try (var channel = FileChannel.open(folder.resolve(name + STAGED), CREATE, WRITE, TRUNCATE_EXISTING)) {
                var bytes = ByteBuffer.wrap(file);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            force(folder);
            return true;
        });
    }

    @Override
    public @Nullable String release(UUID organization, String name, byte[] file) {
        attempt(() -> {
            var folder = folder(organization, configuration.sendFolder());
            if (!Files.isDirectory(folder)) {
                throw new Unreachable("Connection %s has lost its folder".formatted(connection));
            }
            try {
                Files.move(folder.resolve(name + STAGED), folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            } catch (NoSuchFileException e) {
                return false; // staged no more: it was released before
            }
            force(folder);
            return true;
        });
        return null;
    }

    @Override
    public List<MailboxFile> list(UUID organization) {
        return attempt(() -> {
            var folder = folder(organization, configuration.fetchFolder());
            if (!Files.isDirectory(base)) {
                throw new Away("Connection %s has no folder".formatted(connection));
            }
            var seen = new ArrayList<CompleteFiles.Seen>();
            if (Files.isDirectory(folder)) {
                try (var files = Files.list(folder)) {
                    for (var file : files.filter(DropFolder::isFile).toList()) {
                        seen.add(new CompleteFiles.Seen(
                                String.valueOf(file.getFileName()),
                                Files.size(file),
                                Files.getLastModifiedTime(file).toMillis()));
                    }
                }
            }
            return complete.of(organization, seen);
        });
    }

    /** A link would show what lies outside of the folder. */
    private static boolean isFile(Path path) {
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public byte[] fetch(UUID organization, String fileId, int mostBytes) {
        return attempt(() -> {
            var file = file(organization, fileId);
            if (!isFile(file)) {
                throw new Unreachable("Connection %s has no such file".formatted(connection));
            }
            try (var in = Files.newInputStream(file)) {
                return PartnerFile.read(in, Files.size(file), mostBytes);
            }
        });
    }

    @Override
    public void remove(UUID organization, String fileId) {
        attempt(() -> Files.deleteIfExists(file(organization, fileId)));
    }

    private Path file(UUID organization, String name) {
        var folder = folder(organization, configuration.fetchFolder());
        var file = folder.resolve(name).normalize();
        if (!folder.equals(file.getParent())) {
            throw new Unreachable("Connection %s names a file outside of its folder".formatted(connection));
        }
        return file;
    }

    private Path folder(UUID organization, String folder) {
        var account = configuration.organization().isPresent() ? base : base.resolve(organization.toString());
        return account.resolve(folder).normalize();
    }

    /** A name is on the disk when its folder is. */
    private static void force(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, READ)) {
            channel.force(true);
        }
    }

    private interface Work<T> {
        T run() throws IOException;
    }

    private <T> T attempt(Work<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw new Unreachable(
                    "Connection %s fails: %s".formatted(connection, e.getClass().getSimpleName()));
        }
    }
}
