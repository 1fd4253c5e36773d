package org.superbill.billing.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** Partners with folders: {@code drop}, {@code production} (takes ISA15 P only), and {@code sftp}, a real Apache MINA SSHD server. */
public final class PartnerFolders {
    public static final String USER = "riverside";
    public static final String PASSWORD = "secret";

    private static Path root = Path.of("target");

    private PartnerFolders() {}

    /** The organization's account at a partner, as the partner sees it. */
    public static Path account(String connection, UUID organization) {
        try {
            var account = root.resolve(connection).resolve(organization.toString());
            Files.createDirectories(account.resolve("inbound"));
            Files.createDirectories(account.resolve("outbound"));
            return account;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes away what has come in for an organization and is complete, as partners do. */
    public static List<String> collect(String connection, UUID organization) {
        try (var files = Files.list(account(connection, organization).resolve("inbound"))) {
            var complete = files.filter(file -> !file.toString().endsWith(".tmp"))
                    .sorted()
                    .toList();
            return complete.stream().map(PartnerFolders::take).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String take(Path file) {
        try {
            var text = Files.readString(file);
            Files.delete(file);
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lays a file out to be fetched, in place, as careless partners do. */
    public static void put(String connection, UUID organization, String name, String text) {
        try {
            Files.writeString(
                    account(connection, organization).resolve("outbound").resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A server over a folder, on a free port; its host key is made anew. */
    public static SshServer serve(Path folder, Path hostKey) throws IOException {
        return serve(folder, hostKey, 0);
    }

    /** A server over a folder; 0 for a free port. */
    public static SshServer serve(Path folder, Path hostKey, int port) throws IOException {
        var server = SshServer.setUpDefaultServer();
        server.setHost("localhost");
        server.setPort(port);
        server.setKeyPairProvider(new SimpleGeneratorHostKeyProvider(hostKey));
        server.setPasswordAuthenticator((user, password, session) -> user.equals(USER) && password.equals(PASSWORD));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        server.setFileSystemFactory(new VirtualFileSystemFactory(folder));
        server.start();
        return server;
    }

    public static String fingerprint(SshServer server) {
        try {
            var keys = server.getKeyPairProvider().loadKeys(null);
            return KeyUtils.getFingerPrint(keys.iterator().next().getPublic());
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts them for the tests and tells billing where they are. */
    public static class Resource implements QuarkusTestResourceLifecycleManager {
        private SshServer server;

        @Override
        public Map<String, String> start() {
            try {
                root = Files.createTempDirectory("superbill-partners");
                for (var partner : List.of("drop", "production", "sftp")) {
                    Files.createDirectories(root.resolve(partner));
                }
                server = serve(root.resolve("sftp"), root.resolve("host.key"));
                return Map.of(
                        "superbill.connection.drop.url",
                        root.resolve("drop").toUri().toString(),
                        "superbill.connection.drop.fetch-every",
                        "0.3S",
                        "superbill.connection.production.url",
                        root.resolve("production").toUri().toString(),
                        "superbill.connection.production.fetch-every",
                        "1H",
                        "superbill.connection.production.usage",
                        "P",
                        "superbill.connection.sftp.url",
                        "sftp://localhost:%d/".formatted(server.getPort()),
                        "superbill.connection.sftp.fetch-every",
                        "0.3S",
                        "superbill.connection.sftp.user",
                        USER,
                        "superbill.connection.sftp.password",
                        PASSWORD,
                        "superbill.connection.sftp.host-key",
                        fingerprint(server));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void stop() {
            try {
                server.stop(true);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
