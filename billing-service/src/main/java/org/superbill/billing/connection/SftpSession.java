package org.superbill.billing.connection;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.jspecify.annotations.Nullable;

/**
 * One session with an SFTP server, opened when it is needed and again when it broke. Only a server that shows a pinned host key is
 * spoken to: a key that is seen for the first time is not trusted.
 */
final class SftpSession implements AutoCloseable {
    private static final int DEFAULT_PORT = 22;
    /** Timeouts after which a server that says nothing is given up; MINA's own is ten minutes, in which nobody else's files would move. */
    private static final int QUIET = 3;

    private final String connection;
    private final ConnectionConfiguration.One configuration;
    private final Set<String> pinned;
    private @Nullable SshClient client;
    private @Nullable SftpClient sftp;

    SftpSession(String connection, ConnectionConfiguration.One configuration) {
        this.connection = connection;
        this.configuration = configuration;
        this.pinned = configuration.hostKey().stream()
                .flatMap(keys -> Arrays.stream(keys.split(",")))
                .map(String::strip)
                .filter(key -> !key.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        if (pinned.isEmpty()) {
            throw new IllegalStateException(
                    "superbill.connection.%s.host-key is missing: SHA256:… of the server's key".formatted(connection));
        }
    }

    SftpClient open() throws IOException {
        var current = sftp;
        if (current != null && current.isOpen()) {
            return current;
        }
        drop();
        var opened = SftpClientFactory.instance().createSftpClient(authenticated());
        sftp = opened;
        return opened;
    }

    /** The next call opens another. */
    void drop() {
        var current = sftp;
        sftp = null;
        if (current != null) {
            var session = current.getClientSession();
            if (session != null) {
                var unused = session.close(
                        true); // without saying goodbye, for which a server that hangs would be waited for
            }
            closeQuietly(current);
        }
    }

    private static void closeQuietly(AutoCloseable what) {
        try {
            what.close();
        } catch (Exception e) {
            // it is broken anyway
        }
    }

    private ClientSession authenticated() throws IOException {
        var url = configuration.url();
        var port = url.getPort() < 0 ? DEFAULT_PORT : url.getPort();
        var session = started()
                .connect(configuration.user().orElse(""), url.getHost(), port)
                .verify(configuration.timeout())
                .getClientSession();
        configuration.password().ifPresent(session::addPasswordIdentity);
        if (configuration.privateKey().isPresent()) {
            addKey(session, configuration.privateKey().get());
        }
        try {
            session.auth().verify(configuration.timeout());
            return session;
        } catch (IOException e) {
            closeQuietly(session);
            throw e;
        }
    }

    private void addKey(ClientSession session, String text) throws IOException {
        try {
            var in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
            for (var pair : SecurityUtils.loadKeyPairIdentities(
                    session, NamedResource.ofName(connection), in, FilePasswordProvider.EMPTY)) {
                session.addPublicKeyIdentity(pair);
            }
        } catch (GeneralSecurityException e) {
            throw new IOException("The private key of connection %s cannot be read".formatted(connection), e);
        }
    }

    private SshClient started() {
        var known = client;
        if (known != null) {
            return known;
        }
        var fresh = SshClient.setUpDefaultClient();
        fresh.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY); // nothing of the user's own ~/.ssh
        fresh.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        fresh.setServerKeyVerifier(this::isPinned);
        CoreModuleProperties.IDLE_TIMEOUT.set(fresh, configuration.timeout().multipliedBy(QUIET));
        fresh.start();
        client = fresh;
        return fresh;
    }

    private boolean isPinned(ClientSession session, SocketAddress server, PublicKey key) {
        return pinned.contains(KeyUtils.getFingerPrint(key));
    }

    @Override
    public void close() {
        drop();
        var known = client;
        client = null;
        if (known != null) {
            known.stop();
        }
    }
}
