package org.superbill.billing.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one file of a partner does is not what the partner does; a partner's answer has a size and a time. */
class HttpMailboxTest {
    private static final int CHUNKED = 0;

    private final UUID organization = UUID.randomUUID();
    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private HttpMailbox mailbox;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
        var address = URI.create("http://localhost:" + server.getAddress().getPort());
        mailbox = new HttpMailbox("partner", new FileTransportTest.Configured(address, null), new ObjectMapper());
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
        threads.shutdown();
    }

    private void answers(HttpHandler handler) {
        server.createContext("/", handler);
    }

    private static HttpHandler bytes(int count, long declared) {
        return exchange -> {
            exchange.sendResponseHeaders(200, declared);
            exchange.getResponseBody().write(new byte[count]);
            exchange.close();
        };
    }

    @Test
    void aFileAtTheLimitIsTaken() {
        answers(bytes(100_000, 100_000));
        assertThat(mailbox.fetch(organization, "a", 100_000)).hasSize(100_000);
    }

    @Test
    void aFileThatSaysThatItIsTooLargeIsNotRead() {
        answers(exchange -> {
            exchange.sendResponseHeaders(200, 100_001);
            exchange.getResponseBody().write(new byte[65_536]);
            exchange.getResponseBody().flush();
            await();
        });
        assertThatThrownBy(() -> mailbox.fetch(organization, "a", 100_000))
                .isInstanceOfSatisfying(
                        TooLarge.class, file -> assertThat(file.beginning()).hasSize(65_536));
    }

    @Test
    void aFileThatDoesNotSayHowLargeItIsIsReadToTheLimit() {
        answers(bytes(100_001, CHUNKED));
        assertThatThrownBy(() -> mailbox.fetch(organization, "a", 100_000)).isInstanceOf(TooLarge.class);
    }

    @Test
    void aFileThatStopsInTheMiddleIsGivenUpAndThePartnerIsNotAway() {
        answers(exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write(new byte[50]);
            exchange.getResponseBody().flush();
            await();
        });
        isAboutOneFile();
    }

    @Test
    void aFileThatBreaksTheLineIsNotThePartnersAbsence() {
        answers(exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.close();
        });
        isAboutOneFile();
    }

    private void isAboutOneFile() {
        assertThatThrownBy(() -> mailbox.fetch(organization, "a", 100))
                .isInstanceOf(Unreachable.class)
                .isNotInstanceOf(Away.class);
        assertThatThrownBy(() -> mailbox.remove(organization, "a")).isInstanceOf(Unreachable.class);
        assertThatThrownBy(() -> mailbox.list(organization)).isInstanceOf(Away.class);
    }

    @Test
    void aPartnerThatCannotBeReachedIsAway() {
        server.stop(0);
        assertThatThrownBy(() -> mailbox.list(organization)).isInstanceOf(Away.class);
        assertThatThrownBy(() -> mailbox.fetch(organization, "a", 100)).isInstanceOf(Away.class);
    }

    private void await() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
