package org.superbill.billing.codefact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A coding-service that stops in the middle of an answer is not waited for without end. */
class CodingServiceTest {
    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private CodingService coding;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write("[".getBytes(StandardCharsets.US_ASCII));
            exchange.getResponseBody().flush();
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
        var json = new ObjectMapper();
        var none = Optional.<String>empty();
        coding = new CodingService(
                Optional.of("http://localhost:" + server.getAddress().getPort()),
                new ServiceToken(Optional.of("token"), none, none, none, json),
                json,
                Duration.ofSeconds(1));
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
        threads.shutdown();
    }

    @Test
    void aStalledAnswerIsGivenUp() {
        assertThat(coding.isConfigured()).isTrue();
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            assertThatThrownBy(coding::list).isInstanceOf(UncheckedIOException.class);
            assertThatThrownBy(() -> coding.fetch("icd-10-cm")).isInstanceOf(UncheckedIOException.class);
        });
    }
}
