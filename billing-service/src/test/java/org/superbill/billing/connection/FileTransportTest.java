package org.superbill.billing.connection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.superbill.billing.testing.PartnerFolders;

/** A file comes to a partner whole and once, over a drop folder and over a real SFTP server. */
class FileTransportTest {
    private static final byte[] FILE = "ISA*00*~".getBytes(UTF_8);
    private static final String NAME = "837_000000001_abc.x12";

    @TempDir
    Path folder;

    @TempDir
    Path keys;

    private final UUID organization = UUID.randomUUID();
    private SshServer server;
    private @Nullable FileTransport transport;

    @BeforeEach
    void serve() throws IOException {
        server = PartnerFolders.serve(folder, keys.resolve("host.key"));
        Files.createDirectories(folder(""));
        Files.createDirectories(inbound());
        Files.createDirectories(outbound());
    }

    @AfterEach
    void stop() throws IOException {
        if (transport != null) {
            transport.close();
        }
        server.stop(true);
    }

    private Path folder(String name) {
        return folder.resolve(organization.toString()).resolve(name);
    }

    private Path inbound() {
        return folder("inbound");
    }

    private Path outbound() {
        return folder("outbound");
    }

    private FileTransport open(String kind) {
        var opened = kind.equals("sftp")
                ? new SftpFolder("partner", sftp(PartnerFolders.fingerprint(server)))
                : new DropFolder("partner", new Configured(folder.toUri(), null));
        transport = opened;
        return opened;
    }

    private Configured sftp(String hostKey) {
        return new Configured(URI.create("sftp://localhost:%d/".formatted(server.getPort())), hostKey);
    }

    private List<String> names(Path of) throws IOException {
        try (var files = Files.list(of)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop", "sftp"})
    void aFileIsSeenOnlyWhenItIsWhole(String kind) throws IOException {
        var partner = open(kind);
        partner.stage(organization, NAME, FILE);
        assertThat(names(inbound())).containsExactly(NAME + ".tmp");
        partner.release(organization, NAME, FILE);
        assertThat(names(inbound())).containsExactly(NAME);
        assertThat(inbound().resolve(NAME)).hasBinaryContent(FILE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop", "sftp"})
    void eachStepMayBeDoneAgain(String kind) throws IOException {
        var partner = open(kind);
        Files.writeString(inbound().resolve(NAME + ".tmp"), "a half of something that was longer than the whole");
        partner.stage(organization, NAME, FILE);
        partner.stage(organization, NAME, FILE);
        partner.release(organization, NAME, FILE);
        Files.delete(inbound().resolve(NAME)); // the partner has taken it
        partner.release(organization, NAME, FILE);
        assertThat(names(inbound())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop", "sftp"})
    void whatThePartnerStillWritesIsLeftAlone(String kind) throws IOException {
        var partner = open(kind);
        Files.writeString(outbound().resolve("a.835"), "one");
        Files.writeString(outbound().resolve("b.835.tmp"), "unfinished");
        assertThat(partner.list(organization)).as("first seen").isEmpty();
        Files.writeString(outbound().resolve("a.835"), "one and more");
        assertThat(partner.list(organization)).as("it has grown").isEmpty();
        assertThat(partner.list(organization)).extracting(MailboxFile::id).containsExactly("a.835");
        assertThat(partner.fetch(organization, "a.835", 12)).isEqualTo("one and more".getBytes(UTF_8));
        partner.remove(organization, "a.835");
        partner.remove(organization, "a.835");
        assertThat(names(outbound())).containsExactly("b.835.tmp");
        assertThat(partner.list(UUID.randomUUID())).as("nobody's folder").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop", "sftp"})
    void aFileOverTheLimitIsNotRead(String kind) throws IOException {
        var partner = open(kind);
        Files.writeString(outbound().resolve("a.835"), "x".repeat(100_001));
        assertThat(partner.fetch(organization, "a.835", 100_001)).hasSize(100_001);
        assertThatThrownBy(() -> partner.fetch(organization, "a.835", 100_000))
                .isInstanceOfSatisfying(
                        TooLarge.class, file -> assertThat(file.beginning()).hasSize(65_536));
    }

    @Test
    void aServerThatHangsIsGivenUp() throws IOException {
        var over = new CountDownLatch(1);
        ((SftpSubsystemFactory) server.getSubsystemFactories().get(0)).addSftpEventListener(new SftpEventListener() {
            @Override
            public void reading(
                    ServerSession session,
                    String handle,
                    FileHandle file,
                    long offset,
                    byte[] data,
                    int dataOffset,
                    int length) {
                try {
                    over.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        });
        var partner = open("sftp");
        Files.writeString(outbound().resolve("a.835"), "one");
        try {
            assertTimeoutPreemptively(
                    Duration.ofSeconds(120),
                    () -> assertThatThrownBy(() -> partner.fetch(organization, "a.835", 12))
                            .isInstanceOf(Unreachable.class));
        } finally {
            over.countDown();
        }
    }

    @Test
    void aServerThatBreaksOffWithOneFileIsNotAway() throws IOException {
        ((SftpSubsystemFactory) server.getSubsystemFactories().get(0)).addSftpEventListener(new SftpEventListener() {
            @Override
            public void reading(
                    ServerSession session,
                    String handle,
                    FileHandle file,
                    long offset,
                    byte[] data,
                    int dataOffset,
                    int length) {
                session.close(true);
            }
        });
        var partner = open("sftp");
        Files.writeString(outbound().resolve("a.835"), "one");
        assertThatThrownBy(() -> partner.fetch(organization, "a.835", 12))
                .isInstanceOf(Unreachable.class)
                .isNotInstanceOf(Away.class);
        assertThat(partner.list(organization)).as("spoken to again").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop", "sftp"})
    void aNameThatLeavesTheFolderIsRefused(String kind) {
        var partner = open(kind);
        assertThatThrownBy(() -> partner.fetch(organization, "../inbound/x", 12))
                .isInstanceOf(Unreachable.class);
    }

    @Test
    void aServerWithAnotherHostKeyGetsNothing() throws IOException {
        transport = new SftpFolder("partner", sftp("SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"));
        assertThatThrownBy(() -> transport.stage(organization, NAME, FILE)).isInstanceOf(Away.class);
        assertThat(names(inbound())).isEmpty();
    }

    @Test
    void aServerThatChangesItsHostKeyGetsNothing() throws IOException {
        var partner = open("sftp");
        partner.stage(organization, NAME, FILE);
        var port = server.getPort();
        server.stop(true);
        server = PartnerFolders.serve(folder, keys.resolve("another.key"), port);
        assertThatThrownBy(() -> partner.release(organization, NAME, FILE)).isInstanceOf(Away.class);
        assertThat(names(inbound())).containsExactly(NAME + ".tmp");
    }

    @Test
    void aServerThatBreaksOffInTheMiddleGetsTheWholeFileTheNextTime() throws IOException {
        var broken = new AtomicBoolean();
        ((SftpSubsystemFactory) server.getSubsystemFactories().get(0)).addSftpEventListener(new SftpEventListener() {
            @Override
            public void written(
                    ServerSession session,
                    String handle,
                    FileHandle file,
                    long offset,
                    byte[] data,
                    int dataOffset,
                    int length,
                    @Nullable Throwable thrown) {
                if (broken.compareAndSet(false, true)) {
                    session.close(true);
                }
            }
        });
        var large = "ISA*00*~".repeat(50_000).getBytes(UTF_8);
        var partner = open("sftp");
        assertThatThrownBy(() -> partner.stage(organization, NAME, large)).isInstanceOf(Unreachable.class);
        assertThat(names(inbound())).doesNotContain(NAME);
        partner.stage(organization, NAME, large);
        partner.release(organization, NAME, large);
        assertThat(names(inbound())).containsExactly(NAME);
        assertThat(inbound().resolve(NAME)).hasBinaryContent(large);
    }

    @Test
    void aLinkInADropFolderIsNoFile() throws IOException {
        var partner = open("drop");
        var secret = Files.writeString(folder.resolve("secret"), "not for us");
        Files.createSymbolicLink(outbound().resolve("a.835"), secret);
        assertThat(partner.list(organization)).isEmpty();
        assertThat(partner.list(organization)).isEmpty();
        assertThatThrownBy(() -> partner.fetch(organization, "a.835", 12)).isInstanceOf(Unreachable.class);
    }

    @Test
    void aServerWithoutAPinnedKeyIsNotConfigured() {
        assertThatThrownBy(() -> new SftpFolder("partner", new Configured(URI.create("sftp://localhost/"), null)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("host-key");
    }

    @Test
    void aServerThatComesBackIsSpokenToAgain() throws IOException {
        var partner = open("sftp");
        partner.stage(organization, NAME, FILE);
        var port = server.getPort();
        server.stop(true);
        assertThatThrownBy(() -> partner.release(organization, NAME, FILE)).isInstanceOf(Away.class);
        server = PartnerFolders.serve(folder, keys.resolve("host.key"), port);
        partner.release(organization, NAME, FILE);
        assertThat(names(inbound())).containsExactly(NAME);
    }

    record Configured(URI url, @Nullable String key) implements ConnectionConfiguration.One {
        @Override
        public Duration timeout() {
            return Duration.ofSeconds(url.getScheme().equals("http") ? 1 : 4);
        }

        @Override
        public Optional<Duration> fetchEvery() {
            return Optional.empty();
        }

        @Override
        public Optional<String> usage() {
            return Optional.empty();
        }

        @Override
        public Optional<UUID> organization() {
            return Optional.empty();
        }

        @Override
        public String sendFolder() {
            return "inbound";
        }

        @Override
        public String fetchFolder() {
            return "outbound";
        }

        @Override
        public Optional<String> user() {
            return Optional.of(PartnerFolders.USER);
        }

        @Override
        public Optional<String> password() {
            return Optional.of(PartnerFolders.PASSWORD);
        }

        @Override
        public Optional<String> privateKey() {
            return Optional.empty();
        }

        @Override
        public Optional<String> hostKey() {
            return Optional.ofNullable(key);
        }
    }
}
