package org.superbill.payersimulator.mailbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.superbill.payersimulator.StateDirectory;

/**
 * The folders of the mailboxes over SFTP, {@code ACCOUNT/inbound} and {@code ACCOUNT/outbound}: one login, as a clearinghouse gives it, that sees every account. Off
 * without a password.
 */
@Singleton
class SftpDoor {
    private static final Logger LOG = Logger.getLogger(SftpDoor.class);

    private final StateDirectory state;
    private final int port;
    private final String user;
    private final Optional<String> password;
    private @Nullable SshServer server;

    SftpDoor(
            StateDirectory state,
            @ConfigProperty(name = "superbill.payer.sftp.port") int port,
            @ConfigProperty(name = "superbill.payer.sftp.user") String user,
            @ConfigProperty(name = "superbill.payer.sftp.password") Optional<String> password) {
        this.state = state;
        this.port = port;
        this.user = user;
        this.password = password;
    }

    void start(@Observes StartupEvent started) throws IOException {
        if (password.isEmpty()) {
            return;
        }
        var sshd = SshServer.setUpDefaultServer();
        sshd.setPort(port);
        // the same key after a restart, so that a client can pin it
        var key = new SimpleGeneratorHostKeyProvider(state.folder("sftp").resolve("host-key"));
        key.setAlgorithm("EC");
        sshd.setKeyPairProvider(key);
        sshd.setPasswordAuthenticator((name, given, session) -> user.equals(name) && isPassword(given));
        sshd.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        sshd.setFileSystemFactory(new VirtualFileSystemFactory(state.folder("accounts")));
        sshd.start();
        server = sshd;
        LOG.infof("SFTP is served on port %d", sshd.getPort());
    }

    void stop(@Observes ShutdownEvent stopping) throws IOException {
        if (server != null) {
            server.stop(true);
        }
    }

    /** Where it listens; absent while it is off. */
    @Nullable
    Integer port() {
        return server == null ? null : server.getPort();
    }

    private boolean isPassword(String given) {
        return MessageDigest.isEqual(
                given.getBytes(StandardCharsets.UTF_8), password.orElseThrow().getBytes(StandardCharsets.UTF_8));
    }
}
