package org.superbill.payersimulator;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ClaimToPaymentTest.OwnState.class)
class SftpTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @ConfigProperty(name = "superbill.payer.sftp.port")
    int port;

    @Test
    void claimsAreLeftAndAnswersFetched() throws IOException {
        var account = UUID.randomUUID().toString();
        try (var client = SshClient.setUpDefaultClient()) {
            client.start();
            try (var session = session(client, ClaimToPaymentTest.SFTP_PASSWORD);
                    var sftp = SftpClientFactory.instance().createSftpClient(session)) {
                sftp.mkdir(account);
                sftp.mkdir(account + "/inbound");
                sftp.mkdir(account + "/outbound");
                try (var out = sftp.write(account + "/inbound/claims.837.tmp")) {
                    out.write(ClaimToPaymentTest.claim("C1", "W123", "1", "").getBytes(US_ASCII));
                }
                sftp.rename(account + "/inbound/claims.837.tmp", account + "/inbound/claims.837");
                await().atMost(PATIENCE).until(() -> answers(sftp, account) == 2);
            }
        }
    }

    @Test
    void nobodyElseComesIn() throws IOException {
        try (var client = SshClient.setUpDefaultClient()) {
            client.start();
            assertThatThrownBy(() -> session(client, "wrong")).isInstanceOf(IOException.class);
        }
    }

    private static int answers(SftpClient sftp, String account) throws IOException {
        var count = 0;
        for (var entry : sftp.readDir(account + "/outbound")) {
            if (!entry.getFilename().startsWith(".")) {
                count++;
            }
        }
        return count;
    }

    private ClientSession session(SshClient client, String password) throws IOException {
        var session =
                client.connect("superbill", "localhost", port).verify(PATIENCE).getSession();
        session.addPasswordIdentity(password);
        session.auth().verify(PATIENCE);
        return session;
    }
}
