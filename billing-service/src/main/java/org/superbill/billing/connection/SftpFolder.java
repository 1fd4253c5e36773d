package org.superbill.billing.connection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.jspecify.annotations.Nullable;

/**
 * Folders of an SFTP server: {@code FOLDER/ORGANIZATION/inbound} and {@code outbound}. A file is uploaded under another name and
 * renamed when it is whole. Calls come from two jobs and go one after the other, for servers allow few sessions.
 */
final class SftpFolder implements FileTransport {
    private static final String STAGED = ".tmp";

    private final String connection;
    private final ConnectionConfiguration.One configuration;
    private final String base;
    private final SftpSession session;
    private final CompleteFiles complete = new CompleteFiles();

    SftpFolder(String connection, ConnectionConfiguration.One configuration) {
        this.connection = connection;
        this.configuration = configuration;
        this.base = configuration.url().getPath().replaceAll("/+$", "");
        this.session = new SftpSession(connection, configuration);
    }

    @Override
    public void stage(UUID organization, String name, byte[] file) {
        attempt(sftp -> {
            var staged = folder(organization, configuration.sendFolder()) + "/" + name + STAGED;
            try (var out = sftp.write(staged, OpenMode.Create, OpenMode.Truncate, OpenMode.Write)) {
                out.write(file);
            }
            var size = sftp.stat(staged).getSize();
            if (size != file.length) {
                throw new Unreachable("Connection %s has %d of %d bytes".formatted(connection, size, file.length));
            }
            return true;
        });
    }

    @Override
    public @Nullable String release(UUID organization, String name, byte[] file) {
        attempt(sftp -> {
            var released = folder(organization, configuration.sendFolder()) + "/" + name;
            if (exists(sftp, released + STAGED)) { // staged no more: it was released before
                sftp.rename(released + STAGED, released);
            }
            return true;
        });
        return null;
    }

    @Override
    public List<MailboxFile> list(UUID organization) {
        return attempt(sftp -> {
            var seen = new ArrayList<CompleteFiles.Seen>();
            try (var opened = sftp.openDir(folder(organization, configuration.fetchFolder()))) {
                for (var entries = sftp.readDir(opened); entries != null; entries = sftp.readDir(opened)) {
                    for (var entry : entries) {
                        var attributes = entry.getAttributes();
                        if (attributes.isRegularFile()) {
                            var modified = attributes.getModifyTime();
                            seen.add(new CompleteFiles.Seen(
                                    entry.getFilename(),
                                    attributes.getSize(),
                                    modified == null ? 0 : modified.toMillis()));
                        }
                    }
                }
            } catch (SftpException e) {
                if (e.getStatus() != SftpConstants.SSH_FX_NO_SUCH_FILE) {
                    throw e;
                }
            }
            return complete.of(organization, seen);
        });
    }

    @Override
    public byte[] fetch(UUID organization, String fileId, int mostBytes) {
        return attempt(
                sftp -> {
                    var file = file(organization, fileId);
                    var size = sftp.stat(file).getSize();
                    try (var in = sftp.read(file)) {
                        return PartnerFile.read(in, size, mostBytes);
                    }
                },
                Unreachable::new);
    }

    @Override
    public void remove(UUID organization, String fileId) {
        attempt(
                sftp -> {
                    var file = file(organization, fileId);
                    if (exists(sftp, file)) {
                        sftp.remove(file);
                    }
                    return true;
                },
                Unreachable::new);
    }

    @Override
    public void close() {
        session.close();
    }

    private static boolean exists(SftpClient sftp, String path) throws IOException {
        try {
            sftp.stat(path);
            return true;
        } catch (SftpException e) {
            if (e.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE) {
                return false;
            }
            throw e;
        }
    }

    private String file(UUID organization, String name) {
        if (name.contains("/") || name.equals("..")) {
            throw new Unreachable("Connection %s names a file outside of its folder".formatted(connection));
        }
        return folder(organization, configuration.fetchFolder()) + "/" + name;
    }

    private String folder(UUID organization, String folder) {
        return configuration.organization().isPresent()
                ? base + "/" + folder
                : "%s/%s/%s".formatted(base, organization, folder);
    }

    private interface Work<T> {
        T run(SftpClient sftp) throws IOException;
    }

    private <T> T attempt(Work<T> work) {
        return attempt(work, Away::new);
    }

    /** @param broken what it means that the session breaks in the middle of the work */
    private synchronized <T> T attempt(Work<T> work, Function<String, Unreachable> broken) {
        var sftp = opened();
        try {
            return work.run(sftp);
        } catch (UncheckedIOException e) {
            session.drop();
            throw broken.apply("Connection %s breaks off".formatted(connection));
        } catch (SftpException e) {
            throw new Unreachable(
                    "Connection %s refuses: %s".formatted(connection, SftpConstants.getStatusName(e.getStatus())));
        } catch (IOException e) {
            session.drop();
            throw broken.apply("Connection %s breaks off: %s"
                    .formatted(connection, e.getClass().getSimpleName()));
        }
    }

    private SftpClient opened() {
        try {
            return session.open();
        } catch (IOException | UncheckedIOException e) {
            session.drop();
            throw new Away("Connection %s does not answer: %s"
                    .formatted(connection, e.getClass().getSimpleName()));
        }
    }
}
